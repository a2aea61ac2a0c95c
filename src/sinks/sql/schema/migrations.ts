/**
 * The ledger as SQL: its tables and their migrations, as sql/ has them. What is
 * done with them is ledger/loads.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { SqlDialect } from '../../../catalog/sql.js';
import { FlexError } from '../../../errors.js';
import { PACKAGE_FOLDER } from '../../../package-folder.js';
import type { SqlEngine } from '../engine.js';
import { refuseOlderRules } from '../ledger/loads.js';

const SQL_DIRECTORY = new URL('sql/', PACKAGE_FOLDER);
const MIGRATION = /^ledger-(\d{3})\.sql$/;

export interface Migration {
  readonly version: number;
  /** Several statements with comments, `{schema}` not yet replaced. */
  readonly sql: string;
}

/** A table of the ledger, for people. */
export interface LedgerTable {
  readonly name: string;
  /** What it holds. */
  readonly doc: string;
  readonly columns: readonly { readonly name: string; readonly doc: string }[];
}

let known: readonly Migration[] | undefined;

/** All of them, the oldest first; read once. */
export function migrations(): readonly Migration[] {
  return (known ??= readMigrations());
}

function readMigrations(): Migration[] {
  return readdirSync(SQL_DIRECTORY)
    .filter((name) => MIGRATION.test(name))
    .sort()
    .map((name) => ({
      version: Number(MIGRATION.exec(name)![1]),
      sql: readFileSync(new URL(name, SQL_DIRECTORY), 'utf8'),
    }));
}

/** @param schema quoted */
export const migrationsTable = (schema: string): string =>
  `CREATE TABLE ${schema}.flexetl_migrations (
  version bigint NOT NULL PRIMARY KEY,
  applied_at timestamptz NOT NULL
)`;

/** The tables of the ledger with what their comments say, in the order of their making. */
export function ledgerTables(): LedgerTable[] {
  const all = migrations();
  const ofTables = /^COMMENT ON TABLE \{schema\}\.(\w+) IS\s+'((?:[^']|'')*)'/gm;
  const ofColumns = /^COMMENT ON COLUMN \{schema\}\.(\w+)\.(\w+) IS\s+'((?:[^']|'')*)'/gm;
  const plain = (doc: string): string => doc.replaceAll("''", "'");
  const columns = all.flatMap(({ sql }) =>
    [...sql.matchAll(ofColumns)].map(([, table = '', name = '', doc = '']) => {
      return { table, name, doc: plain(doc) };
    }),
  );
  return all.flatMap(({ sql }) =>
    [...sql.matchAll(ofTables)].map(([, name = '', doc = '']) => ({
      name,
      doc: plain(doc),
      columns: columns
        .filter(({ table }) => table === name)
        .map((column) => ({ name: column.name, doc: column.doc })),
    })),
  );
}

/**
 * The ledger as SQL for those who run migrations themselves: all its tables, and the note that
 * they are there. Where it is there already, nothing is changed.
 * @param schema quoted
 */
export function ledgerSql(schema: string, dialect: SqlDialect): string {
  const made = madeBy(schema)
    .filter((statement) => isOf(dialect, statement))
    .map((statement) => statement.replace(/^CREATE TABLE /, 'CREATE TABLE IF NOT EXISTS '));
  const noted = migrations().map(
    ({ version }) =>
      `INSERT INTO ${schema}.flexetl_migrations VALUES (${version}, CURRENT_TIMESTAMP)
ON CONFLICT (version) DO NOTHING`,
  );
  return script([...made, ...noted]);
}

/**
 * The SQL that makes one table of the ledger.
 * @param schema quoted
 */
export function ledgerTableSql(name: string, schema: string): string {
  const table = `${schema}.${name}`;
  const isAbout = (statement: string): boolean => {
    const [, about = ''] =
      /^(?:(?:CREATE|ALTER|COMMENT ON) TABLE|COMMENT ON COLUMN) (.*)/.exec(statement) ?? [];
    return about.startsWith(table) && !/^\w/.test(about.slice(table.length));
  };
  return script(madeBy(schema).filter(isAbout));
}

/** The statements of a migration; comments go, since a driver takes one at a time. */
export function statementsOf(sql: string, schema: string): string[] {
  return (
    sql
      .replaceAll(/^--.*$/gm, '')
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '')
      // By a function: in a replacement of text, `$` has a meaning.
      .map((statement) => statement.replaceAll('{schema}', () => schema))
  );
}

/** Indexes are for those that find rows by them. */
function isOf(dialect: SqlDialect, statement: string): boolean {
  return dialect.indexesStatements || !statement.startsWith('CREATE INDEX ');
}

function madeBy(schema: string): string[] {
  return [migrationsTable(schema), ...migrations().flatMap(({ sql }) => statementsOf(sql, schema))];
}

function script(statements: readonly string[]): string {
  return statements.map((one) => `${one};\n`).join('\n');
}

/**
 * Brings the ledger to this version, within the transaction of the caller.
 * @param existing names of the tables that the schema has
 * @throws FlexError FLEX_CONFIG where a newer flexetl has made the ledger
 */
export async function migrateLedger(
  engine: SqlEngine,
  existing: { has(table: string): boolean },
): Promise<void> {
  const { schema } = engine;
  let version = 0;
  if (existing.has('flexetl_migrations')) {
    version = await ledgerVersion(engine);
    if (existing.has('flexetl_loads')) await refuseOlderRules(engine, version);
  } else await engine.run(migrationsTable(schema));
  for (const migration of migrations().filter((one) => one.version > version)) {
    const statements = statementsOf(migration.sql, schema);
    await engine.runAll(statements.filter((statement) => isOf(engine.dialect, statement)));
    await engine.run(`INSERT INTO ${schema}.flexetl_migrations VALUES ($1, CURRENT_TIMESTAMP)`, [
      migration.version,
    ]);
  }
}

/**
 * The version of a ledger that is there.
 * @throws FlexError FLEX_CONFIG where a newer flexetl has made it: what it says may mean something else
 */
export async function ledgerVersion(
  engine: Pick<SqlEngine, 'name' | 'schema' | 'rows'>,
): Promise<number> {
  const [row] = await engine.rows(
    `SELECT max(version) AS version FROM ${engine.schema}.flexetl_migrations`,
  );
  const version = Number(row?.['version'] ?? 0);
  const newest = migrations().at(-1)!.version;
  if (version <= newest) return version;
  throw new FlexError(
    'FLEX_CONFIG',
    `The ledger of ${engine.name} has version ${version}; this flexetl knows versions up to ${newest}.`,
    { advice: 'Use the flexetl that made it, or a newer one.' },
  );
}
