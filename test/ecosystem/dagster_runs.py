"""Runs assets that call flexetl, and prints what Dagster has of them, as JSON. dagster.test.ts calls it."""

import base64
import importlib.util
import json
import os
import signal
import sys
import threading
import time
import warnings
import zlib

warnings.filterwarnings("ignore")
import dagster as dg


def plain(value):
    kind = type(value).__name__
    if isinstance(value, dg.TableSchemaMetadataValue):
        return {"kind": kind, "columns": [[c.name, c.type] for c in value.schema.columns]}
    if isinstance(value, dg.TableColumnLineageMetadataValue):
        deps = value.column_lineage.deps_by_column
        return {"kind": kind, "columns": {k: [[d.asset_key.path, d.column_name] for d in v] for k, v in deps.items()}}
    return {"kind": kind, "value": value.value}


def told(result, instance):
    """What Dagster's database has of a run."""
    events = [each.dagster_event for each in instance.all_logs(result.run_id) if each.is_dagster_event]
    errors = [getattr(event.event_specific_data, "error", None) for event in events]
    failures = [
        f"{each.cls_name}: {each.message} {each.cause.message if each.cause else ''}" for each in errors if each
    ]
    return {
        "success": result.success,
        "failures": failures,
        "materializations": [
            {
                "asset": event.event_specific_data.materialization.asset_key.to_user_string(),
                "version": (event.event_specific_data.materialization.tags or {}).get("dagster/data_version"),
                "metadata": {k: plain(v) for k, v in event.event_specific_data.materialization.metadata.items()},
            }
            for event in result.get_asset_materialization_events()
        ],
        "checks": [
            {
                "asset": each.asset_key.to_user_string(),
                "name": each.check_name,
                "passed": each.passed,
                "severity": each.severity.value,
                "metadata": {k: plain(v) for k, v in each.metadata.items()},
            }
            for each in result.get_asset_check_evaluations()
        ],
        "run_id": result.run_id,
    }


def recipe(path, selection):
    spec = importlib.util.spec_from_file_location("recipe", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    instance = dg.DagsterInstance.ephemeral()
    result = dg.materialize(
        [module.flex],
        instance=instance,
        resources={"pipes": dg.PipesSubprocessClient()},
        selection=selection or None,
        raise_on_error=False,
    )
    return result, instance


def single(key, command, extras):
    """One asset that runs a command; its custom messages and log lines are kept."""
    kept = {"custom": [], "log": []}

    @dg.asset(
        key=key.split("/"),
        check_specs=[dg.AssetCheckSpec(name, asset=key.split("/")) for name in extras.get("flexetl_checks", [])],
        partitions_def=dg.StaticPartitionsDefinition(["2024-03-04"]),
    )
    def asset(context: dg.AssetExecutionContext, pipes: dg.PipesSubprocessClient):
        done = pipes.run(command=command, context=context, extras=extras)
        kept["custom"] = list(done.get_custom_messages())
        return done.get_results()

    instance = dg.DagsterInstance.ephemeral()
    result = dg.materialize(
        [asset],
        instance=instance,
        partition_key="2024-03-04",
        resources={"pipes": dg.PipesSubprocessClient()},
        raise_on_error=False,
    )
    kept["log"] = [e.user_message for e in instance.all_logs(result.run_id) if not e.is_dagster_event]
    return result, instance, kept


def replay(lines_path, keys, checks):
    """Hands lines to Dagster's own reader, as if a process had written them."""
    copy = "import base64,json,os,sys,zlib\nplace=json.loads(zlib.decompress(base64.b64decode(os.environ['DAGSTER_PIPES_MESSAGES'])))['path']\nopen(place,'ab').write(open(sys.argv[1],'rb').read())"
    specs = [dg.AssetSpec(key.split("/")) for key in keys]
    check_specs = [dg.AssetCheckSpec(name, asset=key.split("/")) for key in keys for name in checks]

    @dg.multi_asset(specs=specs, check_specs=check_specs)
    def assets(context: dg.AssetExecutionContext, pipes: dg.PipesSubprocessClient):
        return pipes.run(command=[sys.executable, "-c", copy, lines_path], context=context).get_results()

    instance = dg.DagsterInstance.ephemeral()
    pipes = dg.PipesSubprocessClient()
    return dg.materialize([assets], instance=instance, resources={"pipes": pipes}, raise_on_error=False), instance


def opened(path):
    """Whether the process has told Dagster that it is there. The file holds the variable of its messages."""
    if not os.path.exists(path):
        return False
    with open(path) as variable:
        place = json.loads(zlib.decompress(base64.b64decode(variable.read())))["path"]
    return os.path.exists(place) and os.path.getsize(place) > 0


def main():
    task = json.loads(sys.argv[1])
    extra = {}
    if "interrupt_when" in task:
        # As a run that is cancelled: Dagster's own handler turns the signal into an interruption.
        def interrupt():
            while not opened(task["interrupt_when"]):
                time.sleep(0.02)
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt, daemon=True).start()
    if "recipe" in task:
        result, instance = recipe(task["recipe"], task.get("selection"))
    elif "replays" in task:
        answers = [told(*replay(*each)) for each in task["replays"]]
        print(json.dumps(answers))
        return
    else:
        result, instance, extra = single(task["key"], task["command"], task.get("extras", {}))
    print(json.dumps({**told(result, instance), **extra}))


if __name__ == "__main__":
    main()
