#!/usr/bin/env bash
# Installs what a folder's package-lock.json names into its node_modules, unless it is there already.
set -euo pipefail
cd "$(dirname "$0")/../$1"

# npm leaves a copy of the lock in node_modules; one that is older than ours is of another lock.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
	npm ci --no-audit --no-fund || {
		echo "npm cannot install what $1/package-lock.json names: see that its registry can be reached and run make again" >&2
		exit 1
	}
fi
