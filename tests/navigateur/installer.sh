#!/usr/bin/env bash
# Finds Chromium, or installs Debian's package when it may; otherwise says how to enable the browser tests.
# In CI the browser tests always run: not finding one is a failure there.
set -euo pipefail
command -v chromium > /dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Installation de Chromium pour les tests de navigateur…"
  { apt-get update && apt-get install --yes --no-install-recommends chromium; } > /tmp/installation-chromium.log 2>&1 && exit 0
fi
echo "Tests de navigateur non exécutés : installez le paquet « chromium » pour les activer." >&2
[ "${CI:-}" != true ]
