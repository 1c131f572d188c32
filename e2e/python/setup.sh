#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes e2e/.venv with what client.py imports. Does nothing if that is there already.
set -eu
cd "$(dirname "$0")/.."
wanted=python/requirements.txt
made=.venv/requirements.txt
if cmp -s "$wanted" "$made" && .venv/bin/python -c 'import substrateinterface' 2>/dev/null; then
	exit 0
fi
rm -rf .venv
"${PYTHON:-python3}" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$made"
