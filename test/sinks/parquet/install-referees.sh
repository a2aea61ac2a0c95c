#!/bin/sh
# Installs the programs that test/sinks/parquet/referees.test.ts has read a dataset: pyarrow, delta-rs,
# Polars and DuckDB, from PyPI, into .tmp/referees of this tree. With --spark also PySpark with Delta,
# which weighs half a gigabyte, needs Java, and fetches its jars from Maven Central when it first runs.
set -eu

cd "$(dirname "$0")/../../.."
place=.tmp/referees
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet 'pyarrow>=15' 'deltalake>=1' 'polars>=1' 'duckdb>=1.1'
if [ "${1:-}" = --spark ]; then
  "$place/bin/pip" install --quiet 'pyspark>=4,<5' 'delta-spark>=4,<5'
fi
"$place/bin/pip" list --format=freeze | grep -iE '^(pyarrow|deltalake|polars|duckdb|pyspark|delta[-_]spark)='
