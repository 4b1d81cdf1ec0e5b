#!/usr/bin/env bash
# Installs what the tests in a browser and under Node need, where it is missing: Chromium, for the tests that change its
# settings, its headless shell for all others, Node and npm, from the system's packages (apt). Says in one line what is
# needed where it cannot.
set -euo pipefail

missing=()
[ -n "${CHROMIUM:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium)
[ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
	as_root=()
	if [ "$(id -u)" -ne 0 ]; then
		as_root=(sudo -n)
	fi
	if ! command -v apt-get >/dev/null || { [ ${#as_root[@]} -gt 0 ] && ! sudo -n true 2>/dev/null; }; then
		if [ "${missing[*]}" = chromium-headless-shell ]; then # an ordinary Chromium does as well, and slower
			exit 0
		fi
		echo "make test needs ${missing[*]}: install them with your system's package manager and run it again" >&2
		exit 1
	fi
	echo "installing ${missing[*]}"
	"${as_root[@]}" apt-get update -q
	install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }
	# Other systems than Debian have no package of the headless shell; Chromium does what it does, and slower.
	install "${missing[@]}" || install chromium nodejs npm
fi
