"""Makes the objects of OpenLineage's Python client out of events, one a line of a file, and sends them on
to a file by that client; prints how many there were. openlineage.test.ts calls it. The client's classes are
generated from the specification: they refuse members that are missing or unknown."""

import importlib
import json
import pkgutil
import sys

import attr
from openlineage.client import OpenLineageClient, generated
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.transport.file import FileConfig, FileTransport

CLASSES = {
    name: value
    for module in pkgutil.iter_modules(generated.__path__)
    for name, value in vars(importlib.import_module(f"{generated.__name__}.{module.name}")).items()
    if isinstance(value, type)
}
NESTED = {
    ("ParentRunFacet", "run"): "parent_run.Run",
    ("ParentRunFacet", "job"): "parent_run.Job",
    ("ParentRunFacet", "root"): "parent_run.Root",
    ("Root", "run"): "parent_run.RootRun",
    ("Root", "job"): "parent_run.RootJob",
    ("SchemaDatasetFacet", "fields"): "schema_dataset.SchemaDatasetFacetFields",
    ("Fields", "inputFields"): "column_lineage_dataset.InputField",
    ("InputField", "transformations"): "column_lineage_dataset.Transformation",
}


def nested(owner, name, value):
    path = NESTED.get((owner, name))
    if owner == "ColumnLineageDatasetFacet" and name == "fields":
        from openlineage.client.generated.column_lineage_dataset import Fields

        return {column: build(Fields, each) for column, each in value.items()}
    if path is None:
        return value
    module, kind = path.split(".")
    of = getattr(importlib.import_module(f"{generated.__name__}.{module}"), kind)
    return [build(of, each) for each in value] if isinstance(value, list) else build(of, value)


def build(kind, members):
    return kind(**{name: nested(kind.__name__, name, value) for name, value in members.items()})


def facet(members):
    members = dict(members)
    producer, schema = members.pop("_producer"), members.pop("_schemaURL")
    kind = CLASSES[schema.rsplit("/", 1)[1]]
    assert schema == kind._get_schema(), f"{schema} is not {kind._get_schema()}"
    made = build(kind, members)
    made._producer = producer
    return made


def facets(given):
    return {name: facet(each) for name, each in given.items()}


def dataset(kind, given, own):
    return kind(
        namespace=given["namespace"],
        name=given["name"],
        facets=facets(given["facets"]),
        **{own: facets(given[own])},
    )


def event(given):
    given = dict(given)
    schema = given.pop("schemaURL")
    made = RunEvent(
        eventType=RunState(given.pop("eventType")),
        run=Run(runId=given["run"]["runId"], facets=facets(given.pop("run")["facets"])),
        job=Job(**{**given["job"], "facets": facets(given.pop("job")["facets"])}),
        inputs=[dataset(InputDataset, each, "inputFacets") for each in given.pop("inputs")],
        outputs=[dataset(OutputDataset, each, "outputFacets") for each in given.pop("outputs")],
        **given,
    )
    assert schema == made._get_schema(), f"{schema} is not {made._get_schema()}"
    return made


client = OpenLineageClient(transport=FileTransport(FileConfig(log_file_path=sys.argv[2], append=True)))
with open(sys.argv[1], encoding="utf-8") as lines:
    events = [event(json.loads(line)) for line in lines]
for each in events:
    client.emit(each)
print(json.dumps({"events": len(events), "slots": len(attr.fields(RunEvent))}))
