#!/usr/bin/env bash
# Rasa's own check of the training data and the domain, warnings refused; quiet when all is well.
set -euo pipefail
cd "$(dirname "$0")/.."
export RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 PYTHONWARNINGS=ignore SQLALCHEMY_SILENCE_UBER_WARNING=1
journal=$(mktemp)
trap 'rm -f "$journal"' EXIT
bot/.venv/bin/python -m rasa data validate --fail-on-warnings > "$journal" 2>&1 || { cat "$journal" >&2; exit 1; }
echo "Données d'entraînement : rien à signaler."
