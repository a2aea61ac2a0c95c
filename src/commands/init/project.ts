/**
 * The dbt project as texts by path: the files of templates/dbt/, for the tables and the connection
 * of one destination. Reads the templates; writes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dbtSource, escapeJinja, yamlText } from '../../catalog/formats/dbt.js';
import { PACKAGE_FOLDER } from '../../package-folder.js';
import type { DbtConnection } from '../../sinks/destinations.js';
import type { TablesFound } from '../schema/dbt-source.js';

const TEMPLATES = new URL('templates/dbt/', PACKAGE_FOLDER);
/** npm packs no file whose name is .gitignore. */
const IGNORED = 'gitignore';

export interface Project {
  readonly files: ReadonlyMap<string, string>;
  /** Models and tests that are left out, and a table that each needs. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** The project for one destination; with other environment variables it runs on another. */
export function dbtProject(found: TablesFound, connection: DbtConnection): Project {
  const files = templates();
  const tables = new Set(found.tables.map(({ name }) => name));
  const leftOut = withoutTheirTables(files, tables);
  for (const path of leftOut.keys()) {
    files.delete(path);
    files.delete(path.replace(/\.sql$/, '.yml'));
  }
  files.set('profiles.yml', profiles(files.get('profiles.yml')!, connection));
  files.set('models/sources.yml', dbtSource(found.tables, found.schemas));
  return { files, leftOut };
}

function templates(): Map<string, string> {
  const paths = readdirSync(fileURLToPath(TEMPLATES), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === IGNORED || /\.\w+$/.test(path));
  return new Map(
    paths.map((path) => [
      path === IGNORED ? `.${IGNORED}` : path,
      readFileSync(new URL(path, TEMPLATES), 'utf8'),
    ]),
  );
}

/** Those that read a table which is not there, or build on such. */
function withoutTheirTables(
  files: ReadonlyMap<string, string>,
  tables: ReadonlySet<string>,
): Map<string, string> {
  const leftOut = new Map<string, string>();
  const models = [...files].filter(([path]) => path.endsWith('.sql'));
  const lackOf = (sql: string): string | undefined => {
    const read = [...sql.matchAll(/source\('flex', '(\w+)'\)/g)].map(([, name]) => name!);
    const built = [...sql.matchAll(/ref\('(\w+)'\)/g)].map(([, name]) => name!);
    const gone = [...leftOut].find(([path]) => built.some((name) => path.endsWith(`/${name}.sql`)));
    return read.find((name) => !tables.has(name)) ?? gone?.[1];
  };
  for (let before = -1; before < leftOut.size;) {
    before = leftOut.size;
    for (const [path, sql] of models) {
      const table = lackOf(sql);
      if (table !== undefined) leftOut.set(path, table);
    }
  }
  return leftOut;
}

/** The variables of libpq, and what they stand for where the destination does not say it. */
const VARIABLES: Readonly<Record<string, readonly [variable: string, otherwise: string]>> = {
  path: ['DBT_DUCKDB_PATH', 'flexetl.duckdb'],
  host: ['PGHOST', 'localhost'],
  port: ['PGPORT', '5432'],
  user: ['PGUSER', 'postgres'],
  dbname: ['PGDATABASE', 'postgres'],
  sslmode: ['PGSSLMODE', 'prefer'],
};

function profiles(template: string, { adapter, settings }: DbtConnection): string {
  return template.replaceAll(/'@(\w+)@'/g, (whole, name: string) => {
    if (name === 'target') return fromEnvironment('DBT_TARGET', adapter);
    const [variable, otherwise] = VARIABLES[name] ?? [];
    if (variable === undefined || otherwise === undefined) return whole;
    const number = name === 'port' ? ' | as_number' : '';
    return fromEnvironment(variable, settings[name] ?? otherwise, number);
  });
}

/** A scalar of YAML whose value is an expression of Jinja. */
function fromEnvironment(variable: string, otherwise: string, filter = ''): string {
  return yamlText(`{{ env_var('${variable}', '${escapeJinja(otherwise)}')${filter} }}`);
}
