"""
The report of the day in Airflow 2.10 to 3.2, which have no retry policies: a task in Python, which
fails at once where a retry cannot help. Otherwise as flex_daily.py.
"""

import json
import os
import subprocess
from datetime import timedelta

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException

try:
    from airflow.sdk import BaseHook, dag, task
except ImportError:  # Airflow 2
    from airflow.decorators import dag, task
    from airflow.hooks.base import BaseHook


@dag(
    "flex_daily_before_3_3",
    schedule="30 6 * * 2-6",
    start_date=pendulum.datetime(2024, 1, 1, tz="America/New_York"),
    catchup=False,
)
def flex_daily_before_3_3():
    @task(
        pool="ibkr_flex",
        retries=5,
        retry_delay=timedelta(minutes=15),
        execution_timeout=timedelta(hours=1),
    )
    def flex():
        warehouse = BaseHook.get_connection("warehouse")
        env = os.environ | {
            "FLEXETL_TO": "postgres://?schema=flex",
            "PGHOST": warehouse.host,
            "PGPORT": str(warehouse.port or 5432),
            "PGDATABASE": warehouse.schema,
            "PGUSER": warehouse.login,
            "PGPASSWORD": warehouse.password,
            "PGSSLMODE": warehouse.extra_dejson.get("sslmode", "disable"),
            "FLEXETL_TOKEN_FILE": "/run/secrets/flex",
            "FLEXETL_SKIP_EXIT_CODE": "99",
        }
        command = ["flexetl", "run", "--query", "123456", "--archive", "/data/flex"]
        # Popen, so that the end of the task ends flexetl, too.
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as flexetl:
            try:
                output, _ = flexetl.communicate()
            except BaseException:
                flexetl.terminate()
                raise
        if flexetl.returncode == 99:
            raise AirflowSkipException("There is nothing new.")
        if flexetl.returncode in (69, 75, 130, 143):
            raise AirflowException(f"flexetl ended with exit status {flexetl.returncode}.")
        if flexetl.returncode != 0:
            raise AirflowFailException(f"flexetl ended with exit status {flexetl.returncode}.")
        return json.loads(output.splitlines()[-1])

    flex()


flex_daily_before_3_3()
