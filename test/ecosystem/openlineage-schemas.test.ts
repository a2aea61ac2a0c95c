/**
 * The schemas of OpenLineage's own specification take the events that calls send, on every way that
 * an event can take, and refuse those that are spoiled. `install.sh openlineage-spec` downloads them.
 * Where they are missing, test/orchestrators/openlineage/form.ts says the same in fewer words, and
 * it is held here to refuse whatever they refuse.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/orchestrators/openlineage/events.js';
import { SCHEMAS } from '../../src/orchestrators/openlineage/facets.js';
import { lineageServer } from '../commands/lineage-server.js';
import { report } from '../commands/reports.js';
import { freshFolder, logLines, run, Running } from '../commands/run.js';
import { call, serve } from '../commands/service.js';
import { FakeStore } from '../object-store/fake-store.js';
import { faultsOf } from '../orchestrators/openlineage/form.js';
import { freshDatabase } from '../postgres/database.js';
import { EventSchemas, missingSchemas } from './openlineage-schemas.js';

const RUN = '0192f6c0-7b1e-7c3a-9d5e-0123456789ab';
const PARENTS = {
  OPENLINEAGE_PARENT_ID: `airflow/flex.load/${RUN}`,
  OPENLINEAGE_ROOT_PARENT_ID: `airflow/flex/${RUN}`,
};
const FILE = {
  OPENLINEAGE__TRANSPORT__TYPE: 'file',
  OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: 'events',
  OPENLINEAGE__TRANSPORT__APPEND: 'true',
};

const eventsIn = (path: string): RunEvent[] =>
  logLines(readFileSync(path, 'utf8')) as unknown as RunEvent[];

/** The events of a load, out of a file. */
async function eventsOf(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<RunEvent[]> {
  const { cwd = freshFolder({ 'a.xml': report(), 'b.xml': report({ day: '20240305' }) }) } =
    options;
  await run(['load', ...args], { cwd, env: { ...FILE, ...PARENTS, ...options.env } });
  return eventsIn(join(cwd, 'events'));
}

describe.skipIf(missingSchemas !== '')(`the schemas of OpenLineage${missingSchemas}`, () => {
  let schemas: EventSchemas;
  beforeAll(() => {
    schemas = new EventSchemas();
  });

  /** Holds that both judges take the events, which are of these types. */
  const expectSound = (events: readonly RunEvent[], types: readonly string[]): void => {
    expect(events.map(({ eventType }) => eventType)).toEqual(types);
    expect(events.flatMap((event) => schemas.faultsOf(event))).toEqual([]);
    expect(events.flatMap(faultsOf)).toEqual([]);
  };

  it('are all there', () => {
    expect(SCHEMAS.filter((address) => !schemas.has(address))).toEqual([]);
  });

  it('take the events of a load, which have every facet but that of an error', async () => {
    const events = await eventsOf(['a.xml', 'b.xml']);
    expectSound(events, ['START', 'COMPLETE']);
    const named = new Set(JSON.stringify(events).match(/(?<=\/\$defs\/)\w+/g));
    const all = SCHEMAS.map((address) => address.replace(/.*\//, ''));
    expect(all.filter((name) => !named.has(name))).toEqual(['ErrorMessageRunFacet']);
  });

  it('take those that go to a server, of a load that fails', async () => {
    const { url, received } = await lineageServer();
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': '<FlexQueryResponse' });
    await run(['load', 'a.xml', 'b.xml'], { cwd, env: { ...PARENTS, OPENLINEAGE_URL: url } });
    expectSound(
      received.map(({ event }) => event),
      ['START', 'FAIL'],
    );
    expect(received[1]!.event.run.facets['errorMessage']).toBeDefined();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'take those that go to stderr, of a load that %s ends',
    async (signal) => {
      const env = { ...PARENTS, OPENLINEAGE__TRANSPORT__TYPE: 'console' };
      const running = new Running(['load', 'a.xml', '-', '--log-level', 'info'], {
        cwd: freshFolder({ 'a.xml': report() }),
        env,
      });
      await running.untilStderr(/a\.xml: 2 rows/);
      running.process.kill(signal);
      const { stderr } = await running.ended;
      const events = logLines(stderr).filter((line) => 'eventType' in line);
      expectSound(events as unknown as RunEvent[], ['START', 'ABORT']);
    },
  );

  it('take those that have a file each', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const env = { ...FILE, OPENLINEAGE__TRANSPORT__APPEND: 'false' };
    await run(['load', 'a.xml'], { cwd, env });
    const files = readdirSync(cwd).filter((name) => name.startsWith('events-'));
    const typeOf = (name: string): string => name.replace(/.*-/, '');
    files.sort((a, b) => typeOf(b).localeCompare(typeOf(a)));
    expectSound(
      files.flatMap((name) => eventsIn(join(cwd, name))),
      ['START', 'COMPLETE'],
    );
  });

  it.each([
    'duckdb:a.duckdb',
    'csv:out?gzip=1',
    'ndjson:out.ndjson',
    'singer:out.jsonl',
    'parquet:lake',
  ])('take those of a load into %s, of one that is known, and of a dry run', async (to) => {
    const cwd = freshFolder({ 'a.xml': report() });
    await eventsOf(['a.xml', '--to', to], { cwd });
    await eventsOf(['a.xml', '--to', to], { cwd });
    const events = await eventsOf(['a.xml', '--to', to, '--dry-run'], { cwd });
    expectSound(
      events,
      [1, 2, 3].flatMap(() => ['START', 'COMPLETE']),
    );
  });

  it('take those of a load into Postgres, and of one that is refused there', async () => {
    const { url } = await freshDatabase();
    expectSound(await eventsOf(['a.xml', '--to', url]), ['START', 'COMPLETE']);
    const wrong = url.replace(/\/[^/?]+(?=\?|$)/, '/no such "database"');
    expectSound(await eventsOf(['a.xml', '--to', wrong]), ['START', 'FAIL']);
  });

  it('take those of a load from a bucket into a bucket', async () => {
    const store = await FakeStore.start();
    try {
      store.set('in/a b|c^[1]{ü}.xml', report());
      const to = ['--to', 'parquet:s3://reports/la ke'];
      const events = await eventsOf(['s3://reports/in', ...to], { env: store.env });
      expectSound(events, ['START', 'COMPLETE']);
      expect(events[1]!.outputs).not.toEqual([]);
    } finally {
      await store.stop();
    }
  });

  it('take those of names that are no addresses', async () => {
    const name = 'a b|c^[1]{ü}%zz\\`"<>#&\u2028';
    const cwd = join(freshFolder(), name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, `${name}.xml`), report());
    for (const to of [`duckdb:${name}.duckdb`, `csv:${name}`]) {
      await eventsOf(['.', '--to', to], { cwd });
    }
    const events = eventsIn(join(cwd, 'events'));
    expectSound(events, ['START', 'COMPLETE', 'START', 'COMPLETE']);
    expect(events[1]!.outputs).not.toEqual([]);
  });

  it('take those of a run that fetches', async () => {
    const cwd = freshFolder();
    const { status } = await call('run', cwd, await serve(), [], { ...FILE, ...PARENTS });
    expect(status).toBe(0);
    expectSound(eventsIn(join(cwd, 'events')), ['START', 'COMPLETE']);
  });

  it('refuse events that are spoiled, and so does the form that is said once more', async () => {
    // Of a failure, because it has all facets.
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': '<FlexQueryResponse' });
    const [, whole] = (await eventsOf(['a.xml', 'b.xml'], { cwd })) as [RunEvent, RunEvent];
    const refused = spoiledOf(whole).filter(({ event }) => schemas.faultsOf(event).length > 0);
    const ways = new Set(refused.map(({ how }) => how));
    for (const how of MUST_BE_REFUSED) expect([...ways]).toContain(how);
    expect(refused.filter(({ event }) => faultsOf(event).length === 0)).toEqual([]);
  });
});

/** Beside what else the schemas refuse. Numbers stand for the first of a list. */
const MUST_BE_REFUSED = [
  ...['eventTime', 'producer', 'schemaURL', 'run', 'job', 'run.runId', 'job.namespace'].map(
    (path) => `without ${path}`,
  ),
  ...['eventType', 'eventTime', 'run.runId', 'run.facets.parent.run.runId'].map(
    (path) => `${path} is spoiled`,
  ),
  'run.facets.nominalTime.nominalStartTime is spoiled',
  'without run.facets.parent.root.job',
  'without run.facets.processing_engine.version',
  'without run.facets.processing_engine._producer',
  'without run.facets.errorMessage.message',
  'without job.facets.jobType.integration',
  'without inputs.0.name',
  'inputs.0.facets.dataSource.uri is spoiled',
  'without inputs.0.facets.version.datasetVersion',
  'inputs.0.inputFacets.inputStatistics.rowCount is spoiled',
  'outputs.0.outputFacets.outputStatistics.rowCount is spoiled',
  'without outputs.0.facets.schema.fields.0.name',
  'without outputs.0.facets.columnLineage.fields',
  'run.facets.parent._schemaURL is spoiled',
];

interface Spoiled {
  readonly how: string;
  readonly event: unknown;
}

/** The event without each of its members, and with each text and number spoiled. */
function spoiledOf(whole: RunEvent): Spoiled[] {
  return pathsOf(whole).flatMap((path) => {
    const name = path.join('.');
    const spoiled = (change: (owner: Record<string, unknown>, last: string) => void): unknown => {
      const event = structuredClone(whole) as unknown as Record<string, unknown>;
      const owner = path
        .slice(0, -1)
        .reduce((at, step) => at[step] as Record<string, unknown>, event);
      change(owner, path.at(-1)!);
      return event;
    };
    return [
      {
        how: `without ${name}`,
        event: spoiled((owner, last) => Reflect.deleteProperty(owner, last)),
      },
      {
        how: `${name} is spoiled`,
        event: spoiled((owner, last) => {
          owner[last] = typeof owner[last] === 'string' ? 'no such thing' : 'seven';
        }),
      },
    ];
  });
}

/** The places in a value; of a list, its first. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [['0', value[0]] as const] : Object.entries(value);
  return entries.flatMap(([name, member]) => [
    ...(Array.isArray(value) ? [] : [[name]]),
    ...pathsOf(member).map((path) => [name, ...path]),
  ]);
}
