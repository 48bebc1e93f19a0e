"""Rasa's understanding without its servers: one JSON string a line in, one parse a line out.

`python -m bot.analyser models/guichet.tar.gz < textes.jsonl`; the first line out is `null`,
written once the model is loaded.
"""

import asyncio
import json
import os
import sys
from typing import TextIO

from rasa.core.agent import Agent


async def analyser(modele: str, entree: TextIO, sortie: TextIO) -> None:
    """Parses each text of `entree`, in order."""
    agent = Agent.load(modele)
    print("null", file=sortie, flush=True)
    for ligne in entree:
        analyse = await agent.parse_message(json.loads(ligne))
        print(json.dumps(analyse, default=float), file=sortie, flush=True)


def main() -> None:
    """Keeps the standard output for the parses: what Rasa logs there goes to the errors."""
    sortie = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    asyncio.run(analyser(sys.argv[1], sys.stdin, sortie))


if __name__ == "__main__":
    main()
