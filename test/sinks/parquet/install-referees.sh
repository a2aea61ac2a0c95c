#!/bin/sh
# Installs the programs that test/sinks/parquet/referees.test.ts has read a dataset: pyarrow, delta-rs,
# Polars and DuckDB, from PyPI, into .tmp/referees of this tree. With --spark also PySpark with Delta,
# which weighs half a gigabyte and needs Java and Maven.
set -eu

cd "$(dirname "$0")/../../.."
place=.tmp/referees
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet 'pyarrow>=15' 'deltalake>=1' 'polars>=1' 'duckdb>=1.1'
if [ "${1:-}" = --spark ]; then
  "$place/bin/pip" install --quiet 'pyspark==4.1.*'
  # By Maven, whose settings know the way to a mirror; pyspark has what these jars need beside them.
  for artifact in delta-spark_4.1_2.13 delta-storage delta-kernel-api delta-kernel-defaults; do
    mvn -q -B dependency:get -Dartifact="io.delta:$artifact:4.3.1" -Dtransitive=false
    mvn -q -B dependency:copy -Dartifact="io.delta:$artifact:4.3.1" -DoutputDirectory="$PWD/$place/jars"
  done
fi
"$place/bin/pip" list --format=freeze | grep -iE '^(pyarrow|deltalake|polars|duckdb|pyspark)='
