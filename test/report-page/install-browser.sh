#!/bin/sh
# Installs Chromium, with which test/report-page/browser.test.ts looks at the report of
# `flexetl report`: Debian's package, or what the system calls so. Does nothing where there is one
# already. Needs the network, and root or sudo without a password; says so where it has neither.
set -eu

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    "$name" --version
    exit 0
  fi
done

if ! command -v apt-get >/dev/null; then
  echo "Chromium is not installed, and there is no apt-get: install it as this system does." >&2
  exit 1
fi

as_root=
if [ "$(id -u)" != 0 ]; then
  as_root='sudo -n'
  if ! $as_root true 2>/dev/null; then
    echo "Chromium is not installed: run $0 as root." >&2
    exit 1
  fi
fi

$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
chromium --version
