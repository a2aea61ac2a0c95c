/** An input that is not the same at the second reading as it was at the first. */
import { appendFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { inspectInput, loadInput } from '../../src/pipeline/load-input.js';

import { memorySink } from '../../src/sinks/memory.js';
import { fileSource } from '../../src/sources/file.js';
import type { Source } from '../../src/sources/source.js';
import { openReport } from '../../src/index.js';
import { report } from '../commands/reports.js';
import { failureOf, useDirectory } from '../sources/reading.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';

const directory = useDirectory();
const catalog = Catalog.load();
const options = {
  catalog,
  loadId: 'l',
  timezone: BROKER_TIMEZONE,
  dateOrder: 'auto',
  strict: false,
} as const;
const sinkOptions = {
  catalog,
  mode: 'merge',
  force: false,
  dryRun: false,
  allowOverlap: false,
  timezone: BROKER_TIMEZONE,
} as const;

/** A file to which something happens between the first reading and the second. */
function meanwhile(bytes: Uint8Array | string, happens: (path: string) => void): Source {
  const path = join(directory(), 'a.xml');
  writeFileSync(path, bytes);
  const file = fileSource(path);
  let readings = 0;
  return {
    ...file,
    open: (onRead) => {
      if (++readings === 2) happens(path);
      return file.open(onRead);
    },
  };
}

const whole = report({ trades: 20 });
const twice = whole.replace(/<FlexStatement [^]*<\/FlexStatement>/, (one) => one + one);

const CHANGES: Readonly<Record<string, readonly [string | Uint8Array, (path: string) => void]>> = {
  'is cut short': [whole, (path) => truncateSync(path, whole.length / 2)],
  'is emptied': [whole, (path) => truncateSync(path, 0)],
  grows: [whole, (path) => appendFileSync(path, whole)],
  'has a statement more': [whole, (path) => writeFileSync(path, twice)],
  'has another value': [whole, (path) => writeFileSync(path, whole.replace('175.25', '175.26'))],
  'becomes a page of HTML': [whole, (path) => writeFileSync(path, '<html></html>')],
  'becomes another encoding': [whole, (path) => writeFileSync(path, Buffer.from(whole, 'utf16le'))],
  'is cut short and gzip': [gzipSync(whole), (path) => truncateSync(path, 100)],
};

describe('a file that between the two readings', () => {
  it.each(Object.entries(CHANGES))('%s is FLEX_INPUT_CHANGED', async (_, [bytes, happens]) => {
    const sink = memorySink(sinkOptions);
    const outcome = await loadInput(meanwhile(bytes, happens), sink, options);
    expect(outcome.error).toMatchObject({ code: 'FLEX_INPUT_CHANGED', exitStatus: 75 });
    expect(outcome.survey).toBeUndefined();
    expect(sink.rows).toEqual([]);
    const inspected = inspectInput(meanwhile(bytes, happens), options);
    expect((await failureOf(inspected)).code).toBe('FLEX_INPUT_CHANGED');
  });

  it('is removed is told as what it is', async () => {
    const source = meanwhile(whole, (path) => unlinkSync(path));
    const { error } = await loadInput(source, memorySink(sinkOptions), options);
    expect(error?.code).toBe('FLEX_INPUT_NOT_FOUND');
  });

  it('stays as it is keeps its own error', async () => {
    const malformed = whole.replace('symbol="AAPL"', 'symbol="AAPL" symbol="AAPL"');
    const source = meanwhile(malformed, () => undefined);
    const { error, survey } = await loadInput(source, memorySink(sinkOptions), options);
    expect(error?.code).toBe('FLEX_MALFORMED');
    expect(survey?.bytes).toBe(malformed.length);
  });
});

describe('the library', () => {
  it('says that a file changed while its rows were taken', async () => {
    const path = join(directory(), 'a.xml');
    const large = report({ trades: 20_000 });
    writeFileSync(path, large);
    const changing = openReport(path).batches();
    await changing.next();
    truncateSync(path, large.length - 100_000);
    const rest = async (): Promise<void> => {
      while ((await changing.next()).done !== true);
    };
    expect((await failureOf(rest())).code).toBe('FLEX_INPUT_CHANGED');
  });
});
