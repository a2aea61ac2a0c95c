#!/bin/sh
# Installs what test/ecosystem/dbt.test.ts runs: dbt with its adapters for DuckDB and Postgres, from
# PyPI, into .tmp/ecosystem/dbt of this tree. 1.11, since 1.12 fetches a part that is no package.
set -eu

cd "$(dirname "$0")/../.."
place=.tmp/ecosystem/dbt
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet 'dbt-core==1.11.*' 'dbt-duckdb==1.11.*' 'dbt-postgres==1.11.*'
"$place/bin/pip" list --format=freeze | grep -iE '^(dbt-core|dbt-duckdb|dbt-postgres|duckdb)='
