/** The tables of a destination as a dbt source: for `schema --format dbt --to` and `init dbt`. */
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { dbtSource, type DescribedTable } from '../../catalog/formats/dbt.js';
import { FlexError } from '../../errors.js';
import { dbtConnectionOf, openForReading } from '../../sinks/destinations.js';
import { Reader } from '../../sinks/sql/ledger/reader.js';
import { describedTables } from '../../sinks/sql/schema/described.js';
import { choose } from './print.js';

/** What a destination has, as far as it is flexetl's. */
export interface TablesFound {
  readonly tables: readonly DescribedTable[];
  /** The schema that they are in, not quoted, by dbt's adapter. */
  readonly schemas: Readonly<Record<string, string>>;
}

type ReadingCall = CallWith<{ readonly to: string | undefined }>;

/** @throws FlexError where dbt does not read the destination, or nothing was loaded into it */
export async function tablesFor(call: ReadingCall, to: string): Promise<TablesFound> {
  guardPassword({ ...call, settings: { ...call.settings, to } });
  const { adapter } = dbtConnectionOf(to);
  // No time is read.
  const destination = await openForReading(to, 'UTC', {
    onWait: (sentence: string) => call.log.info(sentence),
  });
  try {
    const { schema } = destination;
    const tables = await describedTables(new Reader(destination), schema, await call.catalog());
    return { tables, schemas: { [adapter]: schema } };
  } finally {
    await destination.close();
  }
}

/** The source of the operands, or of all tables where none is named. */
export async function dbtSourceOf(call: ReadingCall, to: string): Promise<string> {
  const names = call.operands;
  // An unknown name is told before the destination is asked.
  choose(await call.catalog(), names);
  const { tables, schemas } = await tablesFor(call, to);
  const absent = names.find((name) => !tables.some((table) => table.name === name));
  if (absent !== undefined) {
    throw new FlexError('FLEX_CONFIG', `The destination has no ${absent}.`, {
      advice: 'It has the tables of which rows were loaded; name one of these, or none.',
    });
  }
  const wanted = names.length === 0 ? tables : tables.filter(({ name }) => names.includes(name));
  return dbtSource(wanted, schemas);
}
