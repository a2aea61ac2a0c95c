"""
The report of the day, every morning: one task of Airflow 3.3 or newer, whose XCom is the summary.

It needs a connection `warehouse` (Postgres), a pool `ibkr_flex` of one slot, and on the workers the
token in /run/secrets/flex and a directory /data/flex that they share.
"""

import json
import re
from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, RetryDecision, RetryPolicy


class WorthARetry(RetryPolicy):
    """
    Retries what a retry can cure: exit status 69 and 75, and a process that was ended.

    Any other status needs a person, so the task fails at once.
    """

    def evaluate(self, exception, try_number, max_tries, context=None):
        found = re.search(r"exit code (\d+)", str(exception))
        if found is None or int(found[1]) in (69, 75, 130, 143):
            return RetryDecision.default()
        return RetryDecision.fail(reason=f"flexetl ended with exit status {found[1]}")

    def serialize(self):
        return {}


with DAG(
    "flex_daily",
    schedule="30 6 * * 2-6",
    start_date=pendulum.datetime(2024, 1, 1, tz="America/New_York"),
    catchup=False,
):
    BashOperator(
        task_id="flex",
        bash_command="flexetl run --query 123456 --archive /data/flex",
        env={
            # Never the URI of the connection: Airflow shows its password percent-encoded.
            "FLEXETL_TO": "postgres://?schema=flex",
            "PGHOST": "{{ conn.warehouse.host }}",
            "PGPORT": "{{ conn.warehouse.port or 5432 }}",
            "PGDATABASE": "{{ conn.warehouse.schema }}",
            "PGUSER": "{{ conn.warehouse.login }}",
            "PGPASSWORD": "{{ conn.warehouse.password }}",
            "PGSSLMODE": "{{ conn.warehouse.extra_dejson.get('sslmode', 'disable') }}",
            "FLEXETL_TOKEN_FILE": "/run/secrets/flex",
            "FLEXETL_SKIP_EXIT_CODE": "99",
        },
        append_env=True,
        output_processor=json.loads,
        pool="ibkr_flex",  # the broker's limits are per token
        retries=5,
        retry_delay=timedelta(minutes=15),
        retry_policy=WorthARetry(),
        execution_timeout=timedelta(hours=1),
    )
