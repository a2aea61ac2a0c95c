/** `singer:`: the contract, the look of the messages, and what a STATE says and is good for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openSinger } from '../../../src/sinks/singer/sink.js';
import type { Json } from '../../../src/sinks/row.js';
import type { Sink, SinkOptions } from '../../../src/sinks/sink.js';
import { freshFolder } from '../../commands/run.js';
import {
  batchOf,
  ELEMENTS,
  inputOf,
  PARCEL,
  reportOf,
  statementOf,
  type RowGiven,
} from '../batches.js';
import { describeSinkContract, OPTIONS, type SeenRow } from '../contract.js';
import { EVERY_TYPE, HOSTILE, manyParcels } from '../rows.js';

interface Message {
  readonly type: string;
  readonly stream?: string;
  readonly record?: Readonly<Record<string, string | number | boolean>>;
  readonly schema?: { readonly properties: Readonly<Record<string, object>> };
  readonly key_properties?: readonly string[];
  readonly value?: { readonly bookmarks: { readonly flexetl: { readonly loaded: string[] } } };
}

const messagesOf = (text: string): Message[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Message);

/** The rows of a stream, whose tables must be announced before. */
function rowsOf(text: string): SeenRow[] {
  const announced = new Set<string>();
  return messagesOf(text).flatMap(({ type, stream = '', record }) => {
    if (type === 'SCHEMA') announced.add(stream);
    if (record === undefined) return [];
    if (!announced.has(stream)) throw new Error(`${stream} has no SCHEMA`);
    const { _row_key: key, _statement_id: statement, _extra: extra, ...rest } = record;
    const types = new Map(
      ELEMENTS.find(({ table }) => table === stream)?.columns.map(({ name, type: of }) => [
        name,
        of,
      ]),
    );
    const row = Object.entries(rest)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) =>
        types.get(name) === 'json' ? [name, JSON.parse(String(value)) as Json] : [name, value],
      );
    return {
      table: stream,
      statement: String(statement),
      key: String(key),
      row: Object.fromEntries(row) as Record<string, Json>,
      extra: (extra === undefined ? {} : JSON.parse(String(extra))) as Record<string, string>,
    };
  });
}

describeSinkContract(
  'singer:PATH',
  ({ directory }, options) => openSinger(join(directory, 'out.singer'), undefined, options),
  ({ directory }) => {
    const path = join(directory, 'out.singer');
    return Promise.resolve(existsSync(path) ? rowsOf(readFileSync(path, 'utf8')) : []);
  },
);

class Stdout extends Writable {
  text = '';

  override _write(chunk: Buffer, _: string, taken: () => void): void {
    this.text += chunk.toString();
    taken();
  }

  get states(): string[][] {
    return messagesOf(this.text).flatMap(({ value }) =>
      value === undefined ? [] : [value.bookmarks.flexetl.loaded],
    );
  }
}

// A call that sent no row leaves what the one before it has sent.
const printed = new Map<string, Stdout>();

describeSinkContract(
  'singer:-',
  ({ label }, options) => {
    const stdout = new Stdout();
    const sent = openSinger('-', undefined, options, stdout);
    stdouts.set(label, [...(stdouts.get(label) ?? []), stdout]);
    return sent;
  },
  ({ label }) => {
    for (const stdout of stdouts.get(label) ?? []) {
      if (stdout.text.includes('"RECORD"')) printed.set(label, stdout);
    }
    return Promise.resolve(rowsOf(printed.get(label)?.text ?? ''));
  },
);
const stdouts = new Map<string, Stdout[]>();

const statement = statementOf(0);

async function load(
  sink: Sink,
  content: string,
  rows: readonly RowGiven[] = [EVERY_TYPE],
): Promise<'already_loaded' | 'loaded'> {
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') return loading;
  const batch = batchOf(PARCEL, statement, rows);
  await loading.write(batch);
  await loading.commit(reportOf([statement], [batch]));
  return 'loaded';
}

async function call(
  contents: readonly string[],
  { state, ...options }: Partial<SinkOptions> & { state?: string } = {},
): Promise<{ stdout: Stdout; statuses: string[] }> {
  const stdout = new Stdout();
  const sink = await openSinger('-', state, { ...OPTIONS, ...options }, stdout);
  const statuses: string[] = [];
  for (const content of contents) statuses.push(await load(sink, content));
  await sink.close('done');
  return { stdout, statuses };
}

const digest = (content: string): string => inputOf(content).sha256;

describe('the messages', () => {
  test('announce a table once, with its key and types', async () => {
    const { stdout } = await call(['a', 'b']);
    const schemas = messagesOf(stdout.text).filter(({ type }) => type === 'SCHEMA');
    expect(schemas).toHaveLength(1);
    expect(schemas[0]).toMatchObject({
      stream: 'parcels',
      key_properties: ['account_id', '_query', '_statement_id', '_row_key'],
    });
    const decimal = {
      type: ['string', 'null'],
      ...{ format: 'x-singer.decimal', precision: 38, scale: 12 },
    };
    expect(schemas[0]!.schema!.properties).toMatchObject({
      account_id: { type: ['string'] },
      weight: decimal,
      is_fragile: { type: ['boolean', 'null'] },
      sent_date: { type: ['string', 'null'], format: 'date' },
      sent_time: { type: ['string', 'null'], format: 'time' },
      date_time: { type: ['string', 'null'], format: 'date-time' },
      attributes: { type: ['string', 'null'] },
      _row_number: { type: ['integer', 'null'] },
    });
  });

  test('have every value as the table would, and the lineage', async () => {
    const { stdout } = await call(['a']);
    const record = messagesOf(stdout.text).find(({ type }) => type === 'RECORD');
    expect(record).toEqual({
      type: 'RECORD',
      stream: 'parcels',
      record: {
        ...EVERY_TYPE.cells,
        is_fragile: false,
        _query: statement.query,
        _statement_id: statement.id,
        _load_id: inputOf('a').loadId,
        _generated_at: statement.generatedAt,
        _row_key: EVERY_TYPE.key,
        _row_number: 1,
      },
    });
  });

  test('are escaped as JSON asks and not further', async () => {
    const stdout = new Stdout();
    const sink = await openSinger('-', undefined, OPTIONS, stdout);
    await load(sink, 'a', HOSTILE);
    await sink.close('done');
    expect(stdout.text).toBe(
      messagesOf(stdout.text)
        .map((message) => `${JSON.stringify(message)}\n`)
        .join(''),
    );
  });

  test('announce a table again where the first input that had it was rolled back', async () => {
    const stdout = new Stdout();
    const sink = await openSinger('-', undefined, OPTIONS, stdout);
    const loading = await sink.begin(inputOf('bad'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    await loading.write(batchOf(PARCEL, statement, [EVERY_TYPE]));
    await loading.rollback();
    await load(sink, 'good');
    await sink.close('done');
    expect(rowsOf(stdout.text)).toHaveLength(1);
    expect(stdout.states.at(-1)).toEqual([digest('good')]);
  });
});

describe('a STATE', () => {
  const stateFile = (text: string): string => join(freshFolder({ state: text }), 'state');

  test('comes last, and lists what was sent', async () => {
    const { stdout } = await call(['a', 'b']);
    expect(stdout.states.at(-1)).toEqual([digest('a'), digest('b')]);
    expect(messagesOf(stdout.text).at(-1)!.type).toBe('STATE');
  });

  test('given back, keeps its inputs from being sent again', async () => {
    const first = await call(['a']);
    const [last] = messagesOf(first.stdout.text).slice(-1);
    const state = stateFile(`{"older":1}\n${JSON.stringify(last!.value)}\n`);
    const again = await call(['a', 'b'], { state });
    expect(again.statuses).toEqual(['already_loaded', 'loaded']);
    expect(rowsOf(again.stdout.text)).toHaveLength(1);
    expect(again.stdout.states.at(-1)).toEqual([digest('a'), digest('b')]);
    expect((await call(['a'], { state, force: true })).statuses).toEqual(['loaded']);
    expect((await call(['a'], { state, dryRun: true })).statuses).toEqual(['already_loaded']);
  });

  test('is there where nothing was sent', async () => {
    const state = stateFile(`{"bookmarks":{"flexetl":{"loaded":["${digest('a')}"]}}}`);
    const { stdout } = await call(['a'], { state });
    expect(stdout.states).toEqual([[digest('a')]]);
  });

  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['an empty object', '{}\n'],
    ['no bookmark', '{\n  "bookmarks": {}\n}\n'],
  ])('may be missing: %s', async (_what, text) => {
    const state = text === undefined ? join(freshFolder(), 'none') : stateFile(text);
    expect((await call(['a'], { state })).statuses).toEqual(['loaded']);
  });

  const others = '{"bookmarks":{"users":{"id":3}}}';
  test.each([
    others,
    '{"value":{}}',
    '{"bookmarks":',
    '[]',
    '{"bookmarks":{"flexetl":{"loaded":[1]}}}',
    'null',
  ])('is refused where it cannot be read: %s', async (text) => {
    await expect(call(['a'], { state: stateFile(text) })).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
    });
  });

  test('does not outweigh the rows of many small inputs', async () => {
    const contents = Array.from({ length: 300 }, (_, index) => `input ${index}`);
    const { stdout } = await call(contents);
    const states = stdout.text.split('\n').filter((line) => line.startsWith('{"type":"STATE"'));
    const weight = states.reduce((sum, line) => sum + line.length, 0);
    expect(states.length).toBeGreaterThan(2);
    expect(weight).toBeLessThan(stdout.text.length * 0.6);
  });

  test('names the inputs that were sent where another one failed', async () => {
    const stdout = new Stdout();
    const sink = await openSinger('-', undefined, OPTIONS, stdout);
    await load(sink, 'a', manyParcels('U1000001', 0, 10));
    await sink.close('abandoned');
    expect(stdout.states.at(-1)).toEqual([digest('a')]);
  });

  test('is not sent to a reader that is gone', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, taken) =>
        taken(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    const sink = await openSinger('-', undefined, OPTIONS, stdout);
    await expect(load(sink, 'a')).rejects.toMatchObject({ code: 'FLEX_DEST_CLOSED' });
    await sink.close('abandoned');
  });
});
