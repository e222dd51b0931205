#!/bin/sh
# Installs what `python -m benchmarks posts` compares us with, into benchmarks/.peers (not in git).
# Needs node, npm and Python; Chromium is taken from the system. A peer that cannot be installed is
# left out, and the benchmark says so.
set -u
here=$(cd "$(dirname "$0")" && pwd)
room="$here/.peers"
mkdir -p "$room/node"
cd "$room/node" || exit 1
[ -f package.json ] || printf '{"private": true, "type": "module"}\n' > package.json
npm install --no-audit --no-fund --silent @takumi-rs/core@2 || echo "takumi: not installed"
npm install --no-audit --no-fund --silent satori @resvg/resvg-js || echo "satori and resvg-js: not installed"
[ -d "$room/python" ] || python3 -m venv "$room/python"
"$room/python/bin/pip" install --quiet --disable-pip-version-check pictex || echo "pictex: not installed"
"$room/python/bin/pip" install --quiet --disable-pip-version-check "mkdocs-material[imaging]" || echo "mkdocs-material: not installed"
