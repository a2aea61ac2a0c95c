"""
Runs a recipe of recipes/airflow with Airflow's own `dag.test`, and prints what became of its tasks
as JSON, on the last line. airflow.test.ts calls it, in a folder of its own.

    airflow_runs.py RECIPE {"replace": {...}, "timeout": SECONDS}

Given a directory, it prints which DAGs Airflow finds in it.
"""

import json
import os
import sys
from datetime import timedelta


def recipe(path, replacements):
    """The DAG of a recipe, as Airflow finds it. Its paths, those of a worker, are replaced."""
    from airflow.dag_processing.dagbag import DagBag

    with open(path) as file:
        source = file.read()
    for old, new in replacements.items():
        assert old in source, old
        source = source.replace(old, new)
    copied = os.path.join(os.environ["AIRFLOW_HOME"], "dags", os.path.basename(path))
    os.makedirs(os.path.dirname(copied), exist_ok=True)
    with open(copied, "w") as file:
        file.write(source)
    found = DagBag(dag_folder=copied)
    assert not found.import_errors, found.import_errors
    (dag,) = found.dags.values()
    return dag


def main():
    path, options = sys.argv[1], json.loads(sys.argv[2])
    if os.path.isdir(path):
        from airflow.dag_processing.dagbag import DagBag

        found = DagBag(dag_folder=path)
        print()
        print(json.dumps({"dags": sorted(found.dags), "errors": sorted(map(str, found.import_errors.values()))}))
        return
    dag = recipe(path, options.get("replace", {}))
    for task in dag.tasks:
        task.retry_delay = timedelta(seconds=0)
        if "timeout" in options:
            task.execution_timeout = timedelta(seconds=options["timeout"])
    run = dag.test()
    tasks = []
    for instance in run.get_task_instances():
        tasks.append(
            {
                "map": instance.map_index,
                "state": str(getattr(instance.state, "value", instance.state)),
                "tries": instance.try_number,
                "result": instance.xcom_pull(task_ids=instance.task_id, map_indexes=instance.map_index),
            }
        )
    print()
    print(json.dumps({"state": str(getattr(run.state, "value", run.state)), "tasks": tasks}))


main()
