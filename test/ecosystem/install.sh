#!/bin/sh
# Installs the programs around flexetl that `npm run test:ecosystem` runs with it, from PyPI, each into
# a virtual environment of its own, in .tmp/ecosystem of this tree. Arguments name those to install;
# without any, all are. Run again, it changes nothing.
set -eu

cd "$(dirname "$0")/../.."

install() {
  place=.tmp/ecosystem/$1
  shift
  [ -x "$place/bin/python" ] || python3 -m venv "$place"
  "$place/bin/pip" install --quiet "$@"
}

[ $# -gt 0 ] || set -- dagster dbt openlineage
for group in "$@"; do
  case $group in
    dagster) install dagster 'dagster==1.13.*' 'dagster-pipes==1.13.*' ;;
    dbt) test/ecosystem/install-dbt.sh ;;
    openlineage) install openlineage 'openlineage-python>=1.54,<2' ;;
    *)
      echo "install.sh: there is no group $group; there are dagster, dbt and openlineage" >&2
      exit 64
      ;;
  esac
done
