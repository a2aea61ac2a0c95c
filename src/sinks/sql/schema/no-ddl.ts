/**
 * What --no-ddl forbids to create, in words: if a destination lacks something, the input is refused
 * before anything is written. Nothing is created here.
 */
import type { RowElement } from '../../../catalog/section.js';
import { tableColumns } from '../../../catalog/table-columns.js';
import { FlexError } from '../../../errors.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';
import { refuseOlderRules } from '../ledger/loads.js';
import { ledgerVersion, ledgerTables, migrations } from './migrations.js';

type Existing = ReadonlyMap<string, readonly ExistingColumn[]>;

/** How many names of one kind are listed. */
const NAMES_TOLD = 10;

/**
 * Refuses an input whose tables, or whose ledger, are not all there.
 * @throws FlexError FLEX_CONFIG, naming what is missing
 */
export async function refuseMissing(
  engine: SqlEngine,
  elements: readonly RowElement[],
  existing: Existing,
): Promise<void> {
  const ledger = await ledgerLacks(engine, existing);
  const tables = elements.flatMap(({ table }) => (existing.has(table) ? [] : [table]));
  const columns = elements.flatMap((element) => columnsLacking(element, existing));
  const lacking = [
    ...ledger,
    ...named('the table', 'the tables', tables),
    ...named('the column', 'the columns', columns),
  ];
  if (lacking.length === 0) return;
  const whole = ledger.length + tables.length > 0;
  throw new FlexError(
    'FLEX_CONFIG',
    `${engine.name} lacks ${listed(lacking)}, and --no-ddl forbids creating anything.`,
    { advice: whole ? runScript(engine) : addColumns(engine) },
  );
}

async function ledgerLacks(engine: SqlEngine, existing: Existing): Promise<string[]> {
  const names = ledgerTables().map(({ name }) => name);
  const missing = names.filter((name) => !existing.has(name));
  if (missing.length === names.length) return ['the ledger'];
  if (missing.length > 0) {
    if (existing.has('flexetl_loads') && existing.has('flexetl_migrations')) {
      await refuseOlderRules(engine, await ledgerVersion(engine));
    }
    return named('the table of the ledger', 'the tables of the ledger', missing);
  }
  const version = await ledgerVersion(engine);
  await refuseOlderRules(engine, version);
  return migrations().flatMap((migration) =>
    migration.version > version ? [`version ${migration.version} of the ledger`] : [],
  );
}

function columnsLacking(element: RowElement, existing: Existing): string[] {
  const there = existing.get(element.table)?.map(({ name }) => name);
  if (there === undefined) return [];
  return tableColumns(element).flatMap(({ name }) =>
    there.includes(name) ? [] : [`${element.table}.${name}`],
  );
}

function runScript({ dialect }: SqlEngine): string {
  return `Run what \`${dialect.schemaCommand}\` prints, as the owner of the schema, or leave out --no-ddl.`;
}

/** The script leaves a table that is there as it is. */
function addColumns({ dialect }: SqlEngine): string {
  return `Add them with ALTER TABLE, of the types that \`${dialect.schemaCommand}\` prints, or leave out --no-ddl.`;
}

/** `the tables a, b and c`; nothing where there are no names. */
function named(one: string, many: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const told = names.slice(0, NAMES_TOLD);
  const rest = names.length - told.length;
  const all = rest === 0 ? told : [...told, `${rest} more`];
  return [`${names.length === 1 ? one : many} ${listed(all)}`];
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
