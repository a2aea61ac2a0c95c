/**
 * Literals and names that a protocol, a text format or SQL could trip over, through the whole
 * way: XML, parser, COPY or CSV, and back out of the database as they were.
 */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { freshFolder, run } from '../commands/run.js';
import { freshDatabase } from '../postgres/database.js';
import { load } from './processes.js';

const LITERALS = [
  'tab\there',
  'line\nfeed',
  'carriage\rreturn',
  'both\r\n',
  '\\',
  '\\N',
  '\\.',
  '\n\\.\n',
  'back\\slash\\\\n\\t',
  `it's "quoted" ''twice'' ""`,
  'comma,semicolon;pipe|',
  'NULL',
  ' led and trailed ',
  '\u{1f4b8} \u{1f469}\u{200d}\u{1f4bb} caf\u00e9 cafe\u0301 \u4e2d\u6587',
  '\u0085\u2028\u2029\ufeff',
  `'); DROP TABLE trades; --`,
  '$1 $$ ${x} {schema} %s',
  '<b>&amp;</b>]]>',
  'x'.repeat(1024 * 1024),
];

/** An attribute whose column would be cut to 63 bytes, and one that differs only beyond them. */
const LONG = [
  'anAttribute',
  'ofFarMoreBytes',
  'thanAnIdentifierOf',
  'PostgresMayHave',
  'InItself',
].join('');
const LONG_ALIKE = `${LONG}Too`;
/** Names that SQL or the lineage have as well. */
const WORDS = ['select', 'from', 'order', 'user', 'value', 'loadId', 'rowKey', 'ctid2', 'oidOf'];

const OVERLAY = {
  section: 'HostileThings',
  flex: ['AF'],
  doc: 'Invented.',
  rows: [
    {
      element: 'HostileThing',
      table: 'order',
      doc: 'Invented.',
      grain: 'snapshot',
      keys: [['id']],
      columns: [
        'accountId',
        ...['id', 'literal', LONG, LONG_ALIKE, ...WORDS].map((name) => ({ name, type: 'text' })),
      ],
    },
  ],
};

function escaped(text: string): string {
  return text.replaceAll(
    /[&<>"\t\n\r\u0085\u2028]/g,
    (character) => `&#${character.codePointAt(0)};`,
  );
}

function report(): string {
  const rows = LITERALS.map((literal, id) => {
    const others = [LONG, LONG_ALIKE, ...WORDS].map((name) => `${name}="${name} ${id}"`).join(' ');
    return `<HostileThing id="${id}" literal="${escaped(literal)}" ${others} _row_key="theirs" _extra="${escaped(literal)}"/>`;
  });
  return `<FlexQueryResponse queryName="Hostile ${escaped(LITERALS[9]!)}" type="AF"><FlexStatements count="1">
<FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" period="" whenGenerated="20240305;072104">
<HostileThings>${rows.join('\n')}</HostileThings>
</FlexStatement></FlexStatements></FlexQueryResponse>`;
}

function inputs(): { file: string; args: string[] } {
  const folder = freshFolder();
  const file = join(folder, `it's a "file" \u{1f4b8}.xml`);
  writeFileSync(file, report());
  const schemas = freshFolder({ 'HostileThings.json': JSON.stringify(OVERLAY) });
  return { file, args: [file, '--schemas', schemas] };
}

interface Thing {
  readonly [column: string]: unknown;
}

function expectThings(things: readonly Thing[]): void {
  const byId = things.toSorted((a, b) => Number(a['id']) - Number(b['id']));
  expect(byId.map((thing) => thing['literal'])).toEqual(LITERALS);
  for (const [id, thing] of byId.entries()) {
    for (const name of ['select', 'from', 'order', 'user', 'value']) {
      expect(thing[name]).toBe(`${name} ${id}`);
    }
    expect([thing['load_id'], thing['row_key']]).toEqual([`loadId ${id}`, `rowKey ${id}`]);
    const long = Object.keys(thing).filter((name) => name.startsWith('an_attribute'));
    expect(long.map((name) => Buffer.byteLength(name) <= 63)).toEqual([true, true]);
    expect(long.map((name) => thing[name])).toEqual([`${LONG} ${id}`, `${LONG_ALIKE} ${id}`]);
    const stored = thing['_extra'];
    const extra: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
    expect(extra).toEqual({ _row_key: 'theirs', _extra: LITERALS[id] });
  }
}

describe('what a file holds comes back as it is', () => {
  it.each(['flex', 'My"Schema;--', `it's \u{1f4b8}`, 'a b.c', '{schema}'])(
    'from Postgres, out of the schema %s',
    async (schema) => {
      const database = await freshDatabase();
      const url = `${database.url}?schema=${encodeURIComponent(schema)}`;
      const { args } = inputs();
      const loaded = await load(args, url);
      expect(loaded).toMatchObject({ status: 0, summary: { status: 'loaded' } });
      const quoted = `"${schema.replaceAll('"', '""')}"`;
      expectThings(await database.query(`SELECT * FROM ${quoted}."order"`));
      expect((await load(args, url)).summary.status).toBe('already_loaded');
      const status = await run(['status', '--json'], { env: { FLEXETL_TO: url } });
      expect(JSON.parse(status.stdout)).toMatchObject({ ledger: true, loads: { inputs: 1 } });
      // Read anew: every row is found again by its key, and is the same.
      const forced = await load([...args, '--force'], url);
      expect(forced.summary.tables['order']).toEqual({
        parsed: LITERALS.length,
        inserted: 0,
        updated: 0,
        unchanged: LITERALS.length,
        overruled: 0,
        deleted: 0,
      });
    },
  );

  it('from DuckDB', async () => {
    const { args } = inputs();
    const file = join(freshFolder(), `it's a "warehouse".duckdb`);
    expect(await load(args, `duckdb:${file}`)).toMatchObject({ status: 0 });
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    expectThings((await connection.runAndReadAll('SELECT * FROM "order"')).getRowObjects());
    connection.closeSync();
    instance.closeSync();
  });
});
