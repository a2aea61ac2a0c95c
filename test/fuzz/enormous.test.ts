/**
 * Reports of which one thing is enormous. They are made as they are read. Of what
 * has no bound in memory, no more than the bound is read before it is refused; the
 * rest loads, and what is told of it is bounded.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../src/errors.js';
import type { ParseReport } from '../../src/parser/statement.js';
import { inspectInput } from '../../src/pipeline/load-input.js';
import type { Source } from '../../src/sources/source.js';
import { catalog, loadIntoMemory } from '../lossless/witness.js';

const GIGABYTE = 1024 ** 3;
const BOUND = 16 * 1024 ** 2;
const HEAD =
  '<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="1"><FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" whenGenerated="20240305;072104">';
const TAIL = '</FlexStatement></FlexStatements></FlexQueryResponse>';

type Chunks = () => Iterable<string>;

/** `piece` again and again, until it is so many characters. */
function* endless(piece: string, length: number): Generator<string> {
  const many = piece.repeat(Math.ceil((64 * 1024) / piece.length));
  for (let made = 0; made < length; made += many.length) yield many;
}

/** What `make` gives for 0, 1, 2 …, some at a time. */
function* counted(count: number, make: (i: number) => string): Generator<string> {
  let text = '';
  for (let i = 0; i < count; i++) {
    text += make(i);
    if (text.length < 64 * 1024) continue;
    yield text;
    text = '';
  }
  yield text;
}

interface Outcome {
  readonly report: ParseReport | undefined;
  readonly error: FlexError | undefined;
  /** Most bytes that were read in one of the two readings. */
  readonly read: number;
}

async function inspect(chunks: Chunks): Promise<Outcome> {
  let read = 0;
  // oxlint-disable-next-line typescript/require-await -- a source gives async chunks
  async function* open(): AsyncGenerator<Buffer> {
    let sofar = 0;
    for (const text of chunks()) {
      const bytes = Buffer.from(text);
      sofar += bytes.length;
      read = Math.max(read, sofar);
      yield bytes;
    }
  }
  const source: Source = { name: 'r.xml', size: undefined, open, close: () => Promise.resolve() };
  const options = { loadId: 'x', timezone: 'America/New_York', strict: false } as const;
  try {
    const { report } = await inspectInput(source, { catalog, ...options, dateOrder: 'auto' });
    return { report, error: undefined, read };
  } catch (thrown) {
    if (!(thrown instanceof FlexError)) throw thrown;
    return { report: undefined, error: thrown, read };
  }
}

function* around(...inner: Iterable<string>[]): Generator<string> {
  yield HEAD;
  for (const part of inner) yield* part;
  yield TAIL;
}

const TOO_LARGE: Readonly<Record<string, Chunks>> = {
  'an attribute': () =>
    around(['<Trades><Trade symbol="'], endless('v', GIGABYTE), ['"/></Trades>']),
  'an attribute of many lines': () => around(['<X a="'], endless('v\n', GIGABYTE), ['"/>']),
  'an attribute of references': () => around(['<X a="'], endless('&amp;', GIGABYTE), ['"/>']),
  'the name of an attribute': () => around(['<X '], endless('n', GIGABYTE), ['="1"/>']),
  'the name of an element': () => around(['<'], endless('n', GIGABYTE), ['/>']),
  'the name of an end tag': () => around(['<X></'], endless('X', GIGABYTE), ['>']),
  'the name of a reference': () => around(['<X a="&'], endless('n', GIGABYTE), [';"/>']),
  'an element of ten million attributes': () =>
    around(
      ['<X'],
      counted(10_000_000, (i) => ` a${i}=""`),
      ['/>'],
    ),
  'white space in a tag': () => around(['<X '], endless(' ', GIGABYTE), ['/>']),
  'text after a start tag': () => around(['<Trades>'], endless('text ', GIGABYTE), ['</Trades>']),
  'text after an end tag': () => around(['<Trades></Trades>'], endless('text ', GIGABYTE)),
  'text of greater-thans': () => around(['<Trades/>'], endless('>', GIGABYTE)),
  'white space': () => around(['<Trades></Trades>'], endless(' \n', GIGABYTE)),
  'white space after the report': () => [...around(), ...endless('\n', BOUND * 2)],
  'a comment': () => around(['<!--'], endless('comment ', GIGABYTE), ['-->']),
  'a comment before the report': () => [
    `<!--${' '.repeat(5000)}`,
    ...endless('c ', BOUND * 2),
    '-->',
    ...around(),
  ],
  'a CDATA section': () => around(['<X><![CDATA['], endless('data', GIGABYTE), [']]></X>']),
  'an instruction': () => around(['<?i '], endless('data ', GIGABYTE), ['?>']),
  'a text in pieces': () =>
    around(['<X>'], endless(`${'t'.repeat(2000)}<!---->`, 4 * BOUND), ['</X>']),
  'a text in CDATA sections': () =>
    around(['<X>'], endless(`<![CDATA[${'t'.repeat(2000)}]]>`, 4 * BOUND), ['</X>']),
};

describe('is refused before it is in memory', () => {
  it.each(Object.entries(TOO_LARGE))('%s', async (what, chunks) => {
    const { error, read } = await inspect(chunks);
    expect(error?.code, error?.describe()).toBe('FLEX_TOO_LARGE');
    // Text in pieces is one only for the second reading, and the first passes over it.
    const pieces = what.startsWith('a text in');
    expect(read).toBeLessThan(pieces ? 5 * BOUND : 1.2 * BOUND);
  });

  it('what stands before the first statement', async () => {
    function* chunks(): Generator<string> {
      yield '<FlexQueryResponse><FlexStatements>';
      yield* endless(`<Message a="${'m'.repeat(1000)}"/>`, BOUND * 1.5);
      yield '<FlexStatement/></FlexStatements></FlexQueryResponse>';
    }
    expect((await inspect(chunks)).error?.code).toBe('FLEX_TOO_LARGE');
  });

  it('what is small when it is packed', async () => {
    const packed = gzipSync([HEAD, ...endless(' ', BOUND * 4), TAIL].join(''));
    expect(packed.length).toBeLessThan(100_000);
    expect((await loadIntoMemory(packed)).error?.code).toBe('FLEX_TOO_LARGE');
  });
});

describe('loads, and what is told of it is bounded', () => {
  const told = async (chunks: Chunks): Promise<ParseReport> => {
    const { report, error } = await inspect(chunks);
    expect(error).toBeUndefined();
    const { driftAttributes, driftSections, notices, problems } = report!;
    expect(driftAttributes.size).toBeLessThanOrEqual(1000);
    expect(driftSections.size).toBeLessThanOrEqual(1000);
    const text = JSON.stringify([[...driftAttributes], [...driftSections], notices, problems]);
    expect(text.length).toBeLessThan(2_000_000);
    return report!;
  };

  it('a hundred thousand elements, one in the other', async () => {
    const depth = 100_000;
    const report = await told(() =>
      around(
        ['<Trades>'],
        counted(depth, () => '<Trade>'),
        counted(depth, () => '</Trade>'),
        ['</Trades>'],
      ),
    );
    expect(report.rows.get('trades')).toBe(1);
  });

  it('a million attributes that nobody knows, in ten thousand rows', async () => {
    const names = (row: number): string =>
      Array.from({ length: 100 }, (_, i) => ` n${row * 100 + i}="1"`).join('');
    const report = await told(() =>
      around(
        ['<Trades>'],
        counted(10_000, (row) => `<Trade${names(row)}/>`),
        ['</Trades>'],
      ),
    );
    expect(report.rows.get('trades')).toBe(10_000);
    expect(report.driftAttributes.size).toBe(1000);
  });

  it('names and literals of a megabyte', async () => {
    const long = 'n'.repeat(1024 ** 2);
    const report = await told(() =>
      around(
        counted(5, (i) => `<s${i}${long} a="1"><r${long} ${long}="1"/></s${i}${long}>`),
        counted(5, (i) => `<Trades><Trade a${i}${long}="1" quantity="x${long}"/></Trades>`),
      ),
    );
    expect(report.rows.get('unmapped_rows')).toBe(10);
    expect(report.problemCount).toBe(5);
  });

  it('sections that nobody knows, and elements outside of statements', async () => {
    function* chunks(): Generator<string> {
      yield '<FlexQueryResponse><FlexStatements count="1">';
      yield* counted(5000, (i) => `<m${i} a="1"/>`);
      yield '<FlexStatement>';
      yield* counted(5000, (i) => `<s${i} a="1"/>`);
      yield '</FlexStatement></FlexStatements>';
      yield* counted(5000, (i) => `<t${i} a="1"/>`);
      yield '</FlexQueryResponse>';
    }
    expect((await told(chunks)).rows.get('unmapped_rows')).toBe(15_000);
  });

  it('twenty thousand statements', async () => {
    function* chunks(): Generator<string> {
      yield '<FlexQueryResponse><FlexStatements count="20000">';
      yield* counted(20_000, (i) => `<FlexStatement accountId="U${i}"><Trades/></FlexStatement>`);
      yield '</FlexStatements></FlexQueryResponse>';
    }
    expect((await told(chunks)).statements.length).toBe(20_000);
  });

  it('an element of very many attributes and very many pieces of text', async () => {
    const report = await told(() =>
      around(
        ['<X'],
        counted(200_000, (i) => ` a${i}=""`),
        ['>'],
        counted(200_000, () => 't<!---->'),
        ['</X>'],
      ),
    );
    expect(report.rows.get('unmapped_rows')).toBe(1);
  });
});
