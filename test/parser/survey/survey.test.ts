/** The first reading: identities, the order of dates, and whether the report is whole. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import { MAX_MARKUP_BYTES, Surveyor, type Survey } from '../../../src/parser/survey/survey.js';
import { runs } from '../../fuzz/runs.js';

const DATES = new Set(['fromDate', 'toDate', 'tradeDate', 'dateTime', 'whenGenerated']);
const isDateAttribute = (name: string) => DATES.has(name);
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

function survey(bytes: Buffer, ...cuts: number[]): Survey {
  const surveyor = new Surveyor({ isDateAttribute, file: 'a.xml' });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    // A chunk may be written over after the call.
    const chunk = Buffer.from(bytes.subarray(from, cut));
    surveyor.push(chunk);
    chunk.fill(0x78);
    from = cut;
  }
  const found = surveyor.end();
  return { ...found, statementDigests: [...found.statementDigests] };
}

const surveyText = (text: string) => survey(Buffer.from(text));

function refusal(text: string): FlexError {
  try {
    surveyText(text);
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown;
    throw thrown;
  }
  throw new Error('The survey took it.');
}

const outcome = (run: () => Survey): unknown => {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof FlexError)) throw thrown;
    return { code: thrown.code, message: thrown.message, at: thrown.at };
  }
};

const START = '<FlexQueryResponse queryName="Daily" type="AF">\n<FlexStatements count="1">\n';
const END = '\n</FlexStatements>\n</FlexQueryResponse>\n';
const report = (...statements: string[]) => START + statements.join('\n') + END;
const trades = (attributes: string, account = 'U1000001') =>
  `<FlexStatement accountId="${account}">\n<Trades>\n<Trade ${attributes} />\n</Trades>\n</FlexStatement>`;

const ONE = trades('symbol="A>B" tradeDate="20240304"');
const TWO = `<FlexStatement\n accountId="U1000002" note="a > b / c" period='"/>"' />`;
const THREE = trades('symbol="C&lt;D" quantity="1"', 'U1000003');

const DOCUMENTS: Record<string, string> = {
  empty: '',
  blank: '  \n ',
  'no statement': '<FlexQueryResponse><FlexStatements count="0"/></FlexQueryResponse>',
  'self-closed root': `<?xml version="1.0"?>\n<FlexQueryResponse a=">" b='/' /> <!-- end -->\n`,
  'three statements': report(ONE, TWO, THREE),
  'with a mark': `\uFEFF${report(ONE)}`,
  'comments, CDATA, instructions': report(
    '<!-- <FlexStatement> </FlexStatement> -- > -->',
    '<?hint <FlexStatement> ?>',
    ONE.replace('<Trades>', '<Trades><!-- </FlexStatement> --><![CDATA[</FlexStatement>]]]>'),
  ),
  'mdy dates': report(trades(`tradeDate="01/02/2024"\ndateTime = '03/31/24;093000'`)),
  'contradicting dates': report(trades('tradeDate="01/31/2024"'), trades('tradeDate="31/01/2024"')),
  'dates in odd places': report(
    `<!-- <T tradeDate="31/12/2024"> -->`,
    trades(`a="/1/" description=' tradeDate="31/12/2024"' tradeDate="01/02/2024" b="//"`),
  ),
  'long head': `<!--${' <x> '.repeat(1500)}-->${report(ONE)}`,
  'long head, other root': `<!--${' <x> '.repeat(1500)}--><Other></Other>`,
  'long head, only space': ' '.repeat(5000),
  'second report': report(ONE) + report(ONE),
  'text behind': `${report(ONE)}\n\nmore`,
  'comment open at the end': `${report(ONE)}<!-- more`,
  'comment cut at the end': `${report(ONE)}<!-`,
  'cut in a tag': report(ONE, TWO).slice(0, 180),
  'cut in the last tag': report(ONE).trimEnd().slice(0, -1),
  'doctype inside': report('<!DOCTYPE x>'),
  'an answer': '<FlexStatementResponse><Status>Fail</Status></FlexStatementResponse>',
  'not well-formed': report('<FlexStatement a="<FlexStatement>" <<>/ </FlexStatement x="<"><'),
};

describe('any cuts', () => {
  it.each(Object.entries(DOCUMENTS))('%s, byte by byte', (_, text) => {
    const bytes = Buffer.from(text);
    const cuts = Array.from({ length: bytes.length }, (_, at) => at + 1);
    expect(outcome(() => survey(bytes, ...cuts))).toEqual(outcome(() => survey(bytes)));
  });

  it('give the same survey or the same error', () => {
    const cutDocument = fc
      .constantFrom(...Object.values(DOCUMENTS))
      .map((text) => Buffer.from(text))
      .chain((bytes) => fc.tuple(fc.constant(bytes), fc.array(fc.nat(bytes.length))));
    fc.assert(
      fc.property(cutDocument, ([bytes, cuts]) => {
        const sorted = cuts.sort((left, right) => left - right);
        expect(outcome(() => survey(bytes, ...sorted))).toEqual(outcome(() => survey(bytes)));
      }),
      runs(500),
    );
  });

  it('of any bytes end in a survey or a FlexError', () => {
    const piece = fc.oneof(
      fc.constantFrom('<', '>', '/', '"', "'", '<!--', '-->', '<?', '?>', '<![CDATA[', ']]>'),
      fc.constantFrom('<FlexStatement ', '</FlexStatement>', '</FlexQueryResponse>', ' tradeDate='),
      fc.constantFrom('"31/12/2024"', "'12/31/24'", '"01/02/2024'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(400), (pieces, cut) => {
        const bytes = Buffer.from(START + pieces.join(''));
        const cuts = cut < bytes.length ? [cut] : [];
        expect(outcome(() => survey(bytes, ...cuts))).toEqual(outcome(() => survey(bytes)));
      }),
      runs(500),
    );
  });
});

describe('digests', () => {
  it('are those of the exact slices', () => {
    const text = report(ONE, TWO, THREE);
    expect(surveyText(text)).toEqual({
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
      statementDigests: [ONE, TWO, THREE].map(sha256),
      dateOrder: undefined,
      dateOrderSample: undefined,
    });
  });

  it('are those of a statement in whatever file it comes', () => {
    const other = `\uFEFF<?xml version="1.0"?>${report(THREE, ONE)}`;
    expect(surveyText(other).statementDigests).toEqual([sha256(THREE), sha256(ONE)]);
  });

  it('of the whole hold the mark and what surrounds the report', () => {
    const text = `\uFEFF \n${report(ONE)}<!-- by hand -->\n`;
    expect(surveyText(text)).toMatchObject({
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
    });
  });

  it('pass over comments, CDATA and instructions', () => {
    const statement = ONE.replace('<Trades>', '<Trades><!-- </FlexStatement> --><?a </b ?>');
    const text = report('<!-- <FlexStatement> -->', statement, '<![CDATA[<FlexStatement>]]>');
    expect(surveyText(text).statementDigests).toEqual([sha256(statement)]);
  });

  it('are not taken of elements whose name only begins alike', () => {
    const text = report(
      '<FlexStatementNote></FlexStatementNote>',
      '<FlexStatement\t></FlexStatement\n>',
    );
    expect(surveyText(text).statementDigests).toEqual([
      sha256('<FlexStatement\t></FlexStatement\n>'),
    ]);
  });

  it('of a large statement in many chunks', () => {
    const rows = '<Trade symbol="ABC" quantity="100" description="x/y > z" />\n'.repeat(40_000);
    const statement = `<FlexStatement accountId="U1000001"><Trades>${rows}</Trades></FlexStatement>`;
    const bytes = Buffer.from(report(statement));
    const cuts = Array.from({ length: Math.floor(bytes.length / 65_536) }, (_, at) => at * 65_536);
    expect(survey(bytes, ...cuts).statementDigests).toEqual([sha256(statement)]);
  });
});

describe('the order of dates', () => {
  const orderOf = (attributes: string) => surveyText(report(trades(attributes))).dateOrder;

  it.each([
    ['tradeDate="20240304"', undefined],
    ['tradeDate="2024-03-04"', undefined],
    ['tradeDate=""', undefined],
    ['symbol="13/04/2024"', undefined],
    ['tradeDate="13/04"', undefined],
    ['tradeDate="00/04/2024"', undefined],
    ['tradeDate="13/14/2024"', undefined],
    ['tradeDate="32/04/2024"', undefined],
    ['tradeDate="2024/03/04"', undefined],
    ['tradeDate="03/04/2024"', 'either'],
    ['tradeDate="12/12/24"', 'either'],
    ['tradeDate="13/04/2024"', 'dmy'],
    ['tradeDate="31/12/24"', 'dmy'],
    ['tradeDate="04/13/2024"', 'mdy'],
    [`dateTime='12/31/24 093000'`, 'mdy'],
    ['tradeDate = "12/31/2024"', 'mdy'],
    ['tradeDate\n=\n"12/31/2024"', 'mdy'],
    ['a="1/2" tradeDate="03/04/2024" b="/" dateTime="03/04/2024" toDate="03/14/2024"', 'mdy'],
    ['myTradeDate="13/04/2024" tradeDate="03/04/2024"', 'either'],
  ])('%s is %s', (attributes, order) => {
    expect(orderOf(attributes)).toBe(order);
  });

  it('is told by the attributes of the statement itself', () => {
    const text = report('<FlexStatement fromDate="03/04/2024" toDate="03/31/2024"/>');
    expect(surveyText(text)).toMatchObject({
      dateOrder: 'mdy',
      dateOrderSample: 'fromDate="03/04/2024"',
    });
  });

  it('is not told by comments, by text, or by what another value quotes', () => {
    const text = report(
      '<!-- <Trade tradeDate="13/04/2024"> -->',
      `<FlexStatement note=' tradeDate="13/04/2024"'> tradeDate="13/04/2024" </FlexStatement>`,
      trades(`note=" tradeDate='13/04/2024' " tradeDate="03/04/2024"`),
    );
    expect(surveyText(text)).toMatchObject({
      dateOrder: 'either',
      dateOrderSample: 'tradeDate="03/04/2024"',
    });
  });

  it('is refused where two dates contradict each other, naming both', () => {
    const error = refusal(report(trades('tradeDate="31/01/2024"'), trades('toDate="02/28/2024"')));
    expect(error.code).toBe('FLEX_DATE_ORDER');
    expect(error.message).toContain('toDate="02/28/2024" (line 10)');
    expect(error.message).toContain('tradeDate="31/01/2024" (line 5)');
    expect(error.at).toEqual({ file: 'a.xml', line: 10, attribute: 'toDate' });
  });

  it('is no matter where no attribute is said to be a date', () => {
    const surveyor = new Surveyor({ isDateAttribute: () => false });
    surveyor.push(Buffer.from(DOCUMENTS['contradicting dates']!));
    expect(surveyor.end().dateOrder).toBeUndefined();
  });
});

describe('a report that is not whole', () => {
  const whole = report(ONE, TWO, THREE).trimEnd();

  it('is refused wherever it is cut', () => {
    for (let length = 0; length < whole.length; length++) {
      const { code } = refusal(whole.slice(0, length));
      expect(code).toBe(length === 0 ? 'FLEX_EMPTY_INPUT' : 'FLEX_TRUNCATED');
    }
  });

  it('is told with its size and the place', () => {
    const cut = whole.slice(0, whole.indexOf('quantity'));
    const error = refusal(cut);
    expect(error.message).toContain(`${cut.length} bytes and ends inside statement 3, on line 12`);
    expect(error.at).toEqual({ file: 'a.xml', line: 12 });
  });

  it.each([
    ['<FlexQueryResponse', 'before the report begins'],
    [START, 'before the first statement'],
    [START + ONE, 'after statement 1, before the end of the report'],
    [`${report(ONE)}<!-- `, 'in a comment'],
  ])('%j ends %s', (text, place) => {
    expect(refusal(text).message).toContain(place);
  });

  it.each(['</FlexQueryResponse ', '</FlexQueryResponses>', '<!-- </FlexQueryResponse> -->'])(
    'is not made whole by %s',
    (end) => {
      expect(refusal(`${START}</FlexStatements>${end}`).code).toBe('FLEX_TRUNCATED');
    },
  );
});

describe('other refusals', () => {
  it.each([
    ['second report', 'FLEX_MALFORMED', 10],
    ['text behind', 'FLEX_MALFORMED', 12],
    ['doctype inside', 'FLEX_DOCTYPE', 3],
  ])('%s is %s on line %i', (name, code, line) => {
    const { code: found, at } = refusal(DOCUMENTS[name]!);
    expect([found, at.line]).toEqual([code, line]);
  });

  it('says what to do with reports that were joined', () => {
    const { advice } = refusal(DOCUMENTS['second report']!);
    expect(advice).toContain('load each from its own file');
  });

  it.each([
    ['long head, other root', 'FLEX_WRONG_ROOT'],
    ['long head, only space', 'FLEX_EMPTY_INPUT'],
    ['an answer', 'FLEX_ENVELOPE'],
  ])('%s is %s, with the file', (name, code) => {
    const { code: found, at } = refusal(DOCUMENTS[name]!);
    expect([found, at.file]).toEqual([code, 'a.xml']);
  });

  it('a tag without an end does not fill the memory', () => {
    const surveyor = new Surveyor({ isDateAttribute });
    surveyor.push(Buffer.from(`${START}<FlexStatement note="`));
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const pushAll = () => {
      for (let pushed = 0; pushed <= MAX_MARKUP_BYTES; pushed += chunk.length) surveyor.push(chunk);
    };
    expect(pushAll).toThrow(expect.objectContaining({ code: 'FLEX_TOO_LARGE' }) as Error);
  });
});
