#!/bin/sh
# Installs the targets of Singer that test/ecosystem/singer.test.ts feeds: one built with Meltano's
# SDK, into Postgres, and an older one, into files. From PyPI, into .tmp/ecosystem of this tree.
set -eu

cd "$(dirname "$0")/../.."
install() {
  place=.tmp/ecosystem/$1
  [ -x "$place/bin/python" ] || python3 -m venv "$place"
  "$place/bin/pip" install --quiet "$2"
  "$place/bin/pip" list --format=freeze | grep -iE '^(meltanolabs-target|target|singer-)'
}
install singer 'meltanolabs-target-postgres==0.8.*'
# Their requirements exclude each other.
install singer-jsonl 'target-jsonl==0.1.*'
