/** `ndjson:`: the contract, the look of a line, and what is promised of the file and of stdout. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { openNdjson } from '../../../src/sinks/ndjson/sink.js';
import type { NdjsonRow } from '../../../src/sinks/row.js';
import type { Sink } from '../../../src/sinks/sink.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf, type RowGiven } from '../batches.js';
import { describeSinkContract, OPTIONS } from '../contract.js';
import { EVERY_TYPE, HOSTILE, manyParcels, parcel } from '../rows.js';
import { DEAD, strangersMark } from '../../marks.js';

const lines = (text: string): NdjsonRow[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as NdjsonRow);

describeSinkContract(
  'ndjson:PATH',
  ({ directory }, options) => openNdjson(join(directory, 'out.ndjson'), options),
  ({ directory }) => {
    const path = join(directory, 'out.ndjson');
    return Promise.resolve(existsSync(path) ? lines(readFileSync(path, 'utf8')) : []);
  },
);

// Every call has a stdout of its own; one that brought nothing leaves what the last one brought.
const printed = new Map<string, Buffer[]>();

describeSinkContract(
  'ndjson:-',
  ({ label }, options) => {
    const stdout = new Writable({
      write(chunk: Buffer, _, taken): void {
        if (pieces.length === 0) printed.set(label, pieces);
        pieces.push(Buffer.from(chunk));
        taken();
      },
    });
    const pieces: Buffer[] = [];
    return openNdjson('-', options, stdout);
  },
  ({ label }) => Promise.resolve(lines(Buffer.concat(printed.get(label) ?? []).toString())),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-ndjson-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const statement = statementOf(0);

/** Loads rows as one input. */
async function load(
  sink: Sink,
  content: string,
  rows: readonly RowGiven[] = [EVERY_TYPE],
): Promise<void> {
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') throw new Error('loaded already');
  const batch = batchOf(PARCEL, statement, rows);
  await loading.write(batch);
  await loading.commit(reportOf([statement], [batch]));
}

describe('a line', () => {
  test('has the members of the contract in their order, typed', async () => {
    const path = join(folder, 'out.ndjson');
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a', [{ ...EVERY_TYPE, extra: { weight: '--' } }]);
    await sink.close('done');
    expect(readFileSync(path, 'utf8')).toBe(
      `{"table":"parcels","section":"Parcels","element":"Parcel","account":"U1000000",` +
        `"statement":"${statement.id}","key":"parcel-1","row":{"account_id":"U1000000",` +
        `"parcel_id":"1","label":"A label","kind":"FRAGILE","marks":"P;C;Ep",` +
        `"weight":"-6299.98","value":"0.000000000001","is_fragile":false,` +
        `"sent_date":"2024-03-04","sent_time":"09:30:00","date_time":"2024-03-04T14:30:00Z",` +
        `"attributes":{"a":"1","nested \\"quote\\"":"x,y\\n"}},"extra":{"weight":"--"}}\n`,
    );
  });

  test('is escaped as JSON asks and not further', async () => {
    const path = join(folder, 'out.ndjson');
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a', HOSTILE);
    await sink.close('done');
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(
      lines(text)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );
  });

  test('stays one line where json holds line breaks', async () => {
    const path = join(folder, 'out.ndjson');
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a', [parcel('1', { attributes: '{\n  "a":\t"1"\r\n}' })]);
    await sink.close('done');
    expect(lines(readFileSync(path, 'utf8'))[0]?.row['attributes']).toEqual({ a: '1' });
  });
});

describe('ndjson:PATH', () => {
  test('replaces an older file only at the end, and keeps its rights', async () => {
    const path = join(folder, 'out.ndjson');
    await writeFile(path, 'older\n');
    chmodSync(path, 0o640);
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a');
    expect(readFileSync(path, 'utf8')).toBe('older\n');
    await sink.close('done');
    expect(lines(readFileSync(path, 'utf8'))).toHaveLength(1);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['out.ndjson']);
  });

  test('an abandoned call leaves an older file, whatever was committed', async () => {
    const path = join(folder, 'out.ndjson');
    await writeFile(path, 'older\n');
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a');
    await sink.close('abandoned');
    expect(readFileSync(path, 'utf8')).toBe('older\n');
    expect(readdirSync(folder)).toEqual(['out.ndjson']);
  });

  test('makes the directories above it, and takes them away when nothing came', async () => {
    const path = join(folder, 'a', 'b', 'out.ndjson');
    const idle = await openNdjson(path, OPTIONS);
    const loading = await idle.begin(inputOf('a'));
    if (loading !== 'already_loaded') await loading.rollback();
    await idle.close('done');
    expect(readdirSync(folder)).toEqual([]);
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a');
    await sink.close('done');
    expect(lines(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  test('writes through a link', async () => {
    const [path, target] = [join(folder, 'link'), join(folder, 'target')];
    await writeFile(target, 'older\n');
    await symlink(target, path);
    const sink = await openNdjson(path, OPTIONS);
    await load(sink, 'a');
    await sink.close('done');
    expect(lines(readFileSync(target, 'utf8'))).toHaveLength(1);
  });

  test.each<[string, Buffer]>([
    ['a report', Buffer.from('\ufeff \n<?xml version="1.0"?><FlexQueryResponse/>')],
    ['a gzipped one', gzipSync('<FlexQueryResponse/>')],
  ])('does not take the place of %s', async (_, bytes) => {
    const path = join(folder, 'statement.xml');
    await writeFile(path, bytes);
    await expect(openNdjson(path, OPTIONS)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
    expect(readFileSync(path)).toEqual(bytes);
  });

  test('refuses what is not a file', async () => {
    mkdirSync(join(folder, 'dir'));
    for (const path of [join(folder, 'dir'), '/dev/null']) {
      await expect(openNdjson(path, OPTIONS)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
    }
  });

  test('clears what killed runs left, and leaves what living ones write', async () => {
    const left = (pid: number): string => `.out.ndjson.${strangersMark(pid)}.tmp`;
    const foreign = '.out.ndjson.tmp';
    for (const name of [left(DEAD), left(process.ppid), foreign]) {
      await writeFile(join(folder, name), '');
    }
    const path = join(folder, 'out.ndjson');
    const [sink, other] = [await openNdjson(path, OPTIONS), await openNdjson(path, OPTIONS)];
    await load(sink, 'a');
    await (await openNdjson(path, OPTIONS)).close('done'); // does not clear what `sink` writes
    await sink.close('done');
    await other.close('done');
    expect(readdirSync(folder).sort()).toEqual([left(process.ppid), foreign, 'out.ndjson'].sort());
  });
});

describe('ndjson:-', () => {
  test('shows nothing of an input before it is committed', async () => {
    let bytes = 0;
    const stdout = new Writable({
      write(chunk: Buffer, _, taken): void {
        bytes += chunk.length;
        taken();
      },
    });
    const sink = await openNdjson('-', OPTIONS, stdout);
    const loading = await sink.begin(inputOf('a'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    const batch = batchOf(PARCEL, statement, manyParcels('U1000000', 0, 5000));
    await loading.write(batch);
    expect(bytes).toBe(0);
    await loading.commit(reportOf([statement], [batch]));
    expect(bytes).toBeGreaterThan(1_000_000);
    await sink.close('done');
  });

  test('waits for a slow reader instead of filling memory', async () => {
    let most = 0;
    let size = 0;
    const stdout = new Writable({
      write(chunk: Buffer, _, taken): void {
        most = Math.max(most, stdout.writableLength);
        size += chunk.length;
        setImmediate(taken);
      },
    });
    const sink = await openNdjson('-', OPTIONS, stdout);
    await load(sink, 'a', manyParcels('U1000000', 0, 5000));
    await sink.close('done');
    expect(size).toBeGreaterThan(4 * most);
  });

  test('says so when the reader has ended, and goes on with the next input', async () => {
    const received: string[] = [];
    const stdout = new Writable({
      write(chunk: Buffer, _, taken): void {
        if (!chunk.includes('parcel-bad')) received.push(chunk.toString());
        taken(
          chunk.includes('parcel-bad') ? Object.assign(new Error('x'), { code: 'EPIPE' }) : null,
        );
      },
      autoDestroy: false,
    });
    const sink = await openNdjson('-', OPTIONS, stdout);
    expect(sink.ownsStdout).toBe(true);
    await load(sink, 'a', [parcel('good')]);
    const failing = load(sink, 'b', [parcel('bad')]);
    // Not to be tried again: it would begin with rows that the reader may have.
    await expect(failing).rejects.toMatchObject({ code: 'FLEX_DEST_CLOSED', retry: false });
    await sink.close('abandoned');
    expect(received).toHaveLength(1);
  });

  test('asks for another place where the temporary directory cannot be written', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'absent'));
    await expect(openNdjson('-', OPTIONS, new Writable())).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      advice: expect.stringContaining('TMPDIR') as string,
    });
  });
});

test.runIf(existsSync('/proc/self'))(
  'a directory that the file system denies is given up',
  async () => {
    const sink = await openNdjson('/proc/flexetl/rows/out.ndjson', OPTIONS);
    await expect(sink.begin(inputOf('a'))).rejects.toMatchObject({
      message: expect.stringContaining('/proc/flexetl') as string,
    });
    await sink.close('abandoned');
  },
);
