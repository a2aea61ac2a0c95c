/** `load` of the library goes on, stops and shows what it wrote as the command does. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertLoaded, load, memorySink, Catalog, FlexError } from '../../src/index.js';
import type { Sink } from '../../src/sinks/sink.js';
import { freshFolder } from '../commands/run.js';
import { report } from '../commands/reports.js';
import { readDirectory } from '../sinks/csv-reader.js';

const bytes = (sections: string): Buffer => Buffer.from(report({ sections }));
const GOOD = bytes('<CashTransactions><CashTransaction amount="1" /></CashTransactions>');
const OTHER = bytes('<CashTransactions><CashTransaction amount="2" /></CashTransactions>');
const BAD = Buffer.from('<FlexQueryResponse><FlexStatements>');

function memory(): ReturnType<typeof memorySink> {
  const catalog = Catalog.load();
  return memorySink({
    ...{ catalog, mode: 'append', force: false, dryRun: false, allowOverlap: false },
    timezone: 'America/New_York',
  });
}

/** As the other, but for what `begin` does. */
const beginning = (sink: Sink, begin: Sink['begin']): Sink => ({
  ...{ name: sink.name, decimalLimit: sink.decimalLimit, ownsStdout: sink.ownsStdout },
  begin,
  close: (how) => sink.close(how),
});

describe('the inputs of a call', () => {
  it('have one load id', async () => {
    const sink = memory();
    const ids: string[] = [];
    const noting = beginning(sink, (facts) => {
      ids.push(facts.loadId);
      return sink.begin(facts);
    });
    assertLoaded(await load({ source: [GOOD, OTHER], sink: noting }));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('are all tried where one is bad', async () => {
    const outcomes = await load({ source: [GOOD, BAD, OTHER], sink: memory() });
    expect(outcomes.map(({ status, error }) => error?.code ?? status)).toEqual([
      'loaded',
      'FLEX_TRUNCATED',
      'loaded',
    ]);
  });

  it('are not attempted after the destination as a whole has failed', async () => {
    const full = new FlexError('FLEX_DEST_FULL', 'No space.');
    const failing = beginning(memory(), () => Promise.reject(full));
    const outcomes = await load({ source: [GOOD, OTHER], sink: failing });
    expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'FLEX_DEST_FULL'],
      ['not_attempted', 'FLEX_DEST_FULL'],
    ]);
    expect(() => assertLoaded(outcomes.slice(1))).toThrow('No space.');
  });

  it('are not attempted after the signal', async () => {
    const stopped = new FlexError('FLEX_INTERRUPTED', 'Enough.');
    const signal = AbortSignal.abort(stopped);
    const outcomes = await load({ source: [GOOD, OTHER], sink: memory(), signal });
    expect(outcomes.map(({ status }) => status)).toEqual(['not_attempted', 'not_attempted']);
    expect(() => assertLoaded(outcomes)).toThrow('Enough.');
  });
});

describe('a destination that shows a call wholly or not at all', () => {
  it('keeps what it had where one of the inputs is bad', async () => {
    const directory = join(freshFolder(), 'out');
    const sink = `csv:${directory}`;
    assertLoaded(await load({ source: GOOD, sink }));
    const before = readFileSync(join(directory, 'cash_transactions.csv'), 'utf8');
    const outcomes = await load({ source: [OTHER, BAD], sink });
    expect(outcomes.map(({ status }) => status)).toEqual(['cancelled', 'failed']);
    expect(readFileSync(join(directory, 'cash_transactions.csv'), 'utf8')).toBe(before);
    assertLoaded(await load({ source: [OTHER], sink }));
    const amounts = readDirectory(directory).map(({ row }) => row['amount']);
    expect(amounts).toContain('2');
    expect(amounts).not.toContain('1');
  });

  it('makes nothing where there was nothing', async () => {
    const directory = join(freshFolder(), 'out');
    await load({ source: [GOOD, BAD], sink: `csv:${directory}` });
    expect(existsSync(directory)).toBe(false);
  });
});

it('an input that cannot be read is closed with the others, and opens no destination', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'reports', 'a.xml'), GOOD);
  const path = join(folder, 'none.xml');
  const outcomes = await load({ source: [path], sink: `csv:${join(folder, 'out')}` });
  expect(outcomes.map(({ error }) => error?.code)).toEqual(['FLEX_INPUT_NOT_FOUND']);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});
