"""Reads every table of a dataset with one program, and prints in JSON what it found.

    python referees.py READER DATASET

Of each table: the number of rows, and of each column how many values it has, and what sums or
bounds them: decimals as exact text. No value passes through a floating-point number here.
"""

import datetime
import decimal
import json
import os
import sys

decimal.getcontext().prec = 80


def tables(dataset):
    for name in sorted(os.listdir(dataset)):
        if os.path.isdir(os.path.join(dataset, name, "_delta_log")):
            yield name, os.path.join(dataset, name)


def with_deltalake(path):
    from deltalake import DeltaTable

    return DeltaTable(path).to_pyarrow_table().to_pylist()


def with_polars(path):
    import polars

    return polars.read_delta(path).to_dicts()


def files_of(path):
    from deltalake import DeltaTable

    return DeltaTable(path).file_uris()


def with_pyarrow(path):
    """By the files, with the partitions that their paths tell."""
    import pyarrow.dataset

    files = [uri.removeprefix("file://") for uri in files_of(path)]
    if not files:
        return []
    found = pyarrow.dataset.dataset(files, format="parquet", partitioning="hive", partition_base_dir=path)
    return found.to_table().to_pylist()


def with_duckdb(path):
    import duckdb

    files = [uri.removeprefix("file://") for uri in files_of(path)]
    if not files:
        return []
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    found = connection.execute(
        "SELECT * FROM read_parquet(?, hive_partitioning = true, hive_types_autocast = false)", [files]
    )
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


SPARK = []


def with_spark(path):
    if not SPARK:
        from pyspark.sql import SparkSession

        jars = os.path.join(sys.prefix, "jars")
        builder = (
            SparkSession.builder.master("local[2]")
            .config("spark.jars", ",".join(os.path.join(jars, name) for name in os.listdir(jars)))
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        )
        SPARK.append(builder.getOrCreate())
        SPARK[0].sparkContext.setLogLevel("ERROR")
    return [row.asDict() for row in SPARK[0].read.format("delta").load(path).collect()]


def seen(values):
    values = [value for value in values if value is not None]
    found = {"values": len(values)}
    if not values:
        return found
    first = values[0]
    if isinstance(first, decimal.Decimal):
        found["sum"] = format(sum(values).normalize(), "f")
    elif isinstance(first, datetime.datetime):
        moments = [
            value.replace(tzinfo=datetime.timezone.utc) if value.tzinfo is None else value
            for value in values
        ]
        found["sum"] = str(sum(int(moment.timestamp()) for moment in moments))
    elif isinstance(first, datetime.date):
        found["first"], found["last"] = str(min(values)), str(max(values))
    elif isinstance(first, bool):
        found["sum"] = str(sum(values))
    elif isinstance(first, int):
        found["sum"] = str(sum(values))
    else:
        found["first"], found["last"] = min(values), max(values)
    return found


def main(reader, dataset):
    read = globals()["with_" + reader]
    report = {}
    for name, path in tables(dataset):
        rows = read(path)
        columns = sorted(rows[0]) if rows else []
        report[name] = {
            "rows": len(rows),
            "columns": {column: seen([row[column] for row in rows]) for column in columns},
        }
    print(json.dumps(report))


main(*sys.argv[1:])
