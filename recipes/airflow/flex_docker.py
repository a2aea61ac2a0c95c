"""The daily job in a container of its own, by the DockerOperator; otherwise as flex_daily.py."""

from datetime import timedelta

import pendulum
from airflow.providers.docker.operators.docker import DockerOperator
from airflow.sdk import DAG
from docker.types import Mount

with DAG(
    "flex_docker",
    schedule="30 6 * * 2-6",
    start_date=pendulum.datetime(2024, 1, 1, tz="America/New_York"),
    catchup=False,
):
    DockerOperator(
        task_id="flex",
        image="flexetl:0.1.0",
        command=["run", "--query", "123456", "--archive", "/data/archive"],
        environment={
            "FLEXETL_TO": "postgres://?schema=flex",
            "PGHOST": "{{ conn.warehouse.host }}",
            "PGPORT": "{{ conn.warehouse.port or 5432 }}",
            "PGDATABASE": "{{ conn.warehouse.schema }}",
            "PGUSER": "{{ conn.warehouse.login }}",
            "PGSSLMODE": "{{ conn.warehouse.extra_dejson.get('sslmode', 'disable') }}",
            "FLEXETL_TOKEN_FILE": "/run/secrets/flex",
            "FLEXETL_SKIP_EXIT_CODE": "99",
        },
        private_environment={"PGPASSWORD": "{{ conn.warehouse.password }}"},
        mounts=[
            Mount(source="flex", target="/data", type="volume"),
            Mount(source=None, target="/tmp", type="tmpfs"),
            Mount(source="/run/secrets/flex", target="/run/secrets/flex", type="bind", read_only=True),
        ],
        mount_tmp_dir=False,
        auto_remove="force",
        skip_on_exit_code=99,
        pool="ibkr_flex",
        retries=5,
        retry_delay=timedelta(minutes=15),
        execution_timeout=timedelta(hours=1),
    )
