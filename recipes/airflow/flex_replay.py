"""An archive of many reports by several tasks, each with a share of its files."""

import json

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

SHARES = 3

with DAG("flex_replay", schedule=None):
    BashOperator.partial(
        task_id="replay",
        bash_command="flexetl load /data/flex --shard $SHARD",
        append_env=True,
        output_processor=json.loads,
        skip_on_exit_code=99,
        max_active_tis_per_dag=SHARES,
    ).expand(
        env=[
            {
                "SHARD": f"{share}/{SHARES}",
                "FLEXETL_TO": "postgres://?schema=flex",
                "PGHOST": "{{ conn.warehouse.host }}",
                "PGPORT": "{{ conn.warehouse.port or 5432 }}",
                "PGDATABASE": "{{ conn.warehouse.schema }}",
                "PGUSER": "{{ conn.warehouse.login }}",
                "PGPASSWORD": "{{ conn.warehouse.password }}",
                "PGSSLMODE": "{{ conn.warehouse.extra_dejson.get('sslmode', 'disable') }}",
                "FLEXETL_SKIP_EXIT_CODE": "99",
            }
            for share in range(1, SHARES + 1)
        ]
    )
