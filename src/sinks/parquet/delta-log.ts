/**
 * The Delta log of each table, `<table>/_delta_log/<version>.json`, as the Delta protocol has it: made
 * from an entry of the dataset's log and from nothing else, so that any process can write one that
 * is missing. Reader version 1, writer version 2: what every reader of Delta knows.
 */
import { atOnce } from './at-once.js';
import type { DataFile, DatasetState, LogEntry, TableChange } from './dataset-log.js';
import type { DatasetStorage } from './storage.js';
import type { Levels, ShapeColumn, TableShape } from './table-shape.js';

/** Writes those that the last entry asks for and that are not there yet. */
export async function rollForward(storage: DatasetStorage, state: DatasetState): Promise<void> {
  const { last } = state;
  if (last === undefined) return;
  await atOnce(Object.entries(last.tables), async ([name, change]) => {
    const key = `${name}/_delta_log/${String(change.version).padStart(20, '0')}.json`;
    const { shape } = state.tables.get(name)!;
    await storage.putIfAbsent(key, Buffer.from(actionsOf(last, change, shape)));
  });
}

/** Lines of JSON. */
function actionsOf(entry: LogEntry, change: TableChange, current: TableShape): string {
  const { levels } = current;
  const timestamp = Date.parse(entry.at);
  const { version, shape, add, remove } = change;
  const operation = version === 0 ? 'CREATE TABLE' : 'WRITE';
  const actions: unknown[] = [
    {
      commitInfo: {
        timestamp,
        operation,
        operationParameters: {},
        isBlindAppend: remove.length === 0 && version > 0,
        engineInfo: `flexetl/${entry.by}`,
      },
    },
  ];
  if (version === 0) actions.push({ protocol: { minReaderVersion: 1, minWriterVersion: 2 } });
  if (shape !== undefined) actions.push({ metaData: metaData(shape, timestamp) });
  for (const file of remove) {
    actions.push({
      remove: {
        path: urlOf(file.path),
        deletionTimestamp: timestamp,
        dataChange: true,
        extendedFileMetadata: true,
        partitionValues: partitionValues(levels, file),
        size: file.bytes,
      },
    });
  }
  for (const file of add) {
    actions.push({
      add: {
        path: urlOf(file.path),
        partitionValues: partitionValues(levels, file),
        size: file.bytes,
        modificationTime: timestamp,
        dataChange: true,
        stats: JSON.stringify(stats(file, current)),
      },
    });
  }
  return actions.map((action) => `${JSON.stringify(action)}\n`).join('');
}

function metaData(shape: TableShape, createdTime: number): unknown {
  const { id, doc, columns, levels } = shape;
  const partitions = levelsIn(levels).map(({ name }) => name);
  const fields = [...columns.map(fieldOf), ...partitions.map((name) => field(name, 'string', ''))];
  return {
    id,
    ...(doc === '' ? {} : { description: doc }),
    format: { provider: 'parquet', options: {} },
    schemaString: JSON.stringify({ type: 'struct', fields }),
    partitionColumns: partitions,
    configuration: {},
    createdTime,
  };
}

/** Types of Delta by DuckDB's; all others are text in the files. */
const TYPES: Readonly<Record<string, string>> = {
  BIGINT: 'long',
  BOOLEAN: 'boolean',
  DATE: 'date',
  'TIMESTAMP WITH TIME ZONE': 'timestamp',
};

function fieldOf({ name, type, doc }: ShapeColumn): unknown {
  return field(
    name,
    TYPES[type] ?? (type.startsWith('DECIMAL(') ? type.toLowerCase() : 'string'),
    doc,
  );
}

/** Whatever may be NULL in the table: a table of which nothing else is promised has more readers. */
function field(name: string, type: string, comment: string): unknown {
  return { name, type, nullable: true, metadata: comment === '' ? {} : { comment } };
}

function levelsIn({ account, year }: Levels): { name: string; of: 'account' | 'year' }[] {
  return [
    ...(account === undefined ? [] : [{ name: account.name, of: 'account' as const }]),
    ...(year === undefined ? [] : [{ name: year.name, of: 'year' as const }]),
  ];
}

/** An empty text is NULL to Delta. */
function partitionValues(levels: Levels, file: DataFile): Record<string, string> {
  return Object.fromEntries(levelsIn(levels).map(({ name, of }) => [name, file[of] ?? '']));
}

/** Of a column without any value, no reader expects bounds. */
function stats({ rows, days }: DataFile, { day }: TableShape): unknown {
  if (days === undefined || day === undefined) return { numRecords: rows };
  const bounds = days.none === rows ? [undefined, undefined] : [days.first, days.last];
  const [first, last] = bounds.map((bound) => (bound === undefined ? {} : { [day]: bound }));
  return { numRecords: rows, minValues: first, maxValues: last, nullCount: { [day]: days.none } };
}

/** A path in a log is a URL: the percent signs of a directory's name are encoded once more. */
function urlOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%3D', '='))
    .join('/');
}
