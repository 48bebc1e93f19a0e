# The commands of the project. A fresh machine needs Python 3.11 or later, git and make: the rest
# is fetched here. `make help` lists them.

PORT ?= 8000
UV := $(shell command -v uv || echo .outils/bin/uv)
GUICHET := .venv/bin/guichet
# Installed environments are compiled to bytecode once, so that the first start is not slower.
SYNC := sync --frozen --compile-bytecode --quiet

.DEFAULT_GOAL := help
.PHONY: help setup demo test check model actions format bench

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: .venv/pret bot/.venv/pret ## installs both Python environments

demo: setup ## sets up and starts everything; Ctrl-C stops all of it
	@exec $(GUICHET) demo --port $(PORT)

model: setup ## trains the model when its sources changed
	@$(GUICHET) entrainer

test: setup ## runs every check and every test
	@bash tests/navigateur/installer.sh
	@$(MAKE) --no-print-directory check
	@.venv/bin/python -m pytest

check: setup ## format, lint, types, training data, rights
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@bash bot/valider.sh
	@$(GUICHET) annuaire verifier
	@$(GUICHET) droits verifier > /dev/null || $(GUICHET) droits verifier

actions: setup ## the action server alone, for `rasa shell`
	@$(GUICHET) annuaire importer
	@exec .venv/bin/python -m actions

format: setup ## rewrites the code in the project's format
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: setup ## measures what docs/mesures.md reports
	@.venv/bin/python -m bancs

.venv/pret: pyproject.toml uv.lock | $(UV)
	@echo "Installation de l'environnement du guichet…"
	@$(UV) $(SYNC)
	@touch $@

bot/.venv/pret: bot/pyproject.toml bot/uv.lock | $(UV)
	@echo "Installation de l'environnement de Rasa (2 Go, la première fois seulement)…"
	@cd bot && $(abspath $(UV)) $(SYNC)
	@touch $@

.outils/bin/uv:
	@command -v python3 > /dev/null || { echo "Il manque Python 3.11 : installez-le, puis relancez make." >&2; exit 1; }
	@echo "Installation de uv dans .outils/…"
	@python3 -m venv .outils || { echo "Il manque le module venv de Python : installez le paquet python3-venv." >&2; exit 1; }
	@.outils/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
