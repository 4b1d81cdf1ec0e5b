#!/usr/bin/env bash
# Installs the peers that make bench-peers measures, where they are missing: PyTorch and Firefox from the system's
# packages (apt), ConvNetJS, tfjs and jax-js from npm. Names each peer that cannot be installed; the table then marks it
# as failed. OpenBLAS is only unpacked into .cache, so that the system keeps its own BLAS.
set -euo pipefail
cd "$(dirname "$0")/.."
e2e/npm-ci.sh bench

has_torch() { "${PYTHON:-/usr/bin/python3}" -c 'import torch' 2>/dev/null; }
has_firefox() { [ -n "${FIREFOX:-}" ] || command -v firefox-esr firefox >/dev/null; }

missing=()
has_torch || missing+=(python3-torch)
has_firefox || missing+=(firefox-esr)
openblas=.cache/openblas
[ -e "$openblas/lib/libblas.so.3" ] || ! command -v apt-get >/dev/null || missing+=(openblas)
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
	echo "make bench-peers lacks ${missing[*]}: install them with your system's package manager to have them in the table" >&2
	exit 0
fi
"${as_root[@]}" apt-get update -q || true
for package in "${missing[@]}"; do
	echo "installing $package"
	if [ "$package" = openblas ]; then
		rm -rf "$openblas" && mkdir -p "$openblas/deb"
		if (cd "$openblas/deb" && apt-get download -q libopenblas0-openmp 2>/dev/null && dpkg -x ./*.deb .); then
			ln -s "$(cd "$openblas" && find deb -type d -name openblas-openmp -path '*lib*' | head -n 1)" "$openblas/lib"
		else
			echo "OpenBLAS cannot be fetched: PyTorch is measured without it" >&2
		fi
	else
		"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package" ||
			echo "$package cannot be installed: the table says so" >&2
	fi
done
