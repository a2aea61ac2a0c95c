/** The record of `postgres://…`: a server, and one schema of a database on it. */
import type { DestinationKind } from '../destination.js';
import { POSTGRES_SETTINGS } from './settings.js';
import { dbtSettings, parsePostgresUrl } from './url.js';

export const POSTGRES: DestinationKind = {
  schemes: ['postgres', 'postgresql'],
  shortForm: 'postgres://…',
  form: 'postgres://USER@HOST/DATABASE?schema=NAME',
  settings: POSTGRES_SETTINGS,
  // Those in the extras of an Airflow connection, too.
  validate({ dest }) {
    parsePostgresUrl(dest);
  },
  hasLedger: true,
  takesSeveral: true,
  publishes: () => 'per input',
  isMade: () => true,
  pathWritten: () => undefined,
  makesDirectories: false,
  datasetOf({ dest }, table) {
    const { host, database, schema } = parsePostgresUrl(dest);
    return { namespace: `postgres://${host}`, name: `${database}.${schema}.${table}` };
  },
  abilities: 'Takes rows and merges, creating tables as needed; several processes at once',
  dbtConnection: ({ dest }) => ({ adapter: 'postgres', settings: dbtSettings(dest) }),
  /** `PostgreSQL 17.2 on x86_64-…` */
  product: (version) => version.split(' ').slice(0, 2).join(' '),
  async spreadOf(ask, schema) {
    const { spreadOf } = await import('./traits.js');
    return spreadOf(ask, schema);
  },
  async openToWrite({ dest }, options, version) {
    const { openPostgres } = await import('./engine.js');
    return openPostgres(dest, options, version);
  },
  async openToQuery({ dest }, timezone) {
    const { openPostgresQuery } = await import('./query.js');
    return openPostgresQuery(dest, timezone);
  },
  async openToCompare({ dest }) {
    const { PostgresEngine } = await import('./engine.js');
    const engine = new PostgresEngine(parsePostgresUrl(dest));
    await engine.connect();
    return engine;
  },
};
