/** Small reports of which something was once lost, or misplaced, or could have been. */
import { describe, expect, it } from 'vitest';
import { inspectInput } from '../../src/pipeline/load-input.js';
import { bytesSource } from '../../src/sources/stream.js';
import { catalog, loadIntoMemory, lost } from './witness.js';

const ROOT = 'FlexQueryResponse queryName="Daily" type="AF"';
const STATEMENT =
  'FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" whenGenerated="20240305;072104"';

const report = (inner: string, root = ROOT): string =>
  `<${root}><FlexStatements count="1">${inner}</FlexStatements></FlexQueryResponse>`;
const statement = (inner: string): string => report(`<${STATEMENT}>${inner}</FlexStatement>`);

const EXAMPLES: Readonly<Record<string, string>> = {
  'an attribute of FlexStatements': `<${ROOT}><FlexStatements count="1" page="1"><${STATEMENT}/></FlexStatements></FlexQueryResponse>`,
  'an attribute that report and statement both have, with different literals': report(
    '<FlexStatement accountId="U1000001" type="TCF" />',
    'FlexQueryResponse queryName="Daily" type="AF" accountId="U1000002"',
  ),
  'a message after the last statement': `<${ROOT}><FlexStatements count="1"><${STATEMENT}/></FlexStatements><Message code="7">late</Message></FlexQueryResponse>`,
  'a message between two statements': report(
    `<${STATEMENT}/><Message>mid</Message><${STATEMENT}/>`,
  ),
  'the same message before and after a statement': report(
    `<Message>m</Message><${STATEMENT}/><Message>m</Message>`,
  ),
  'text of a statement, after a section': statement('<Trades /> stray <Trades></Trades>other'),
  'text that is a no-break space, or a byte order mark': statement(
    '<Trades>\u00a0<Trade tradeID="1">\ufeff</Trade></Trades>',
  ),
  'text in pieces': statement(
    '<Trades><Trade tradeID="1">a<!-- b -->c<![CDATA[<d>]]></Trade></Trades>',
  ),
  'text after a child': statement('<Odd>1<Inner a="1"/>2<!-- x -->3</Odd>'),
  'names that objects have': statement(
    '<Odd __proto__="1" constructor="2" toString="3" /><Trades><Trade __proto__="4" hasOwnProperty="5" _extra="6" _row_key="7" /></Trades>',
  ),
  'a row within a row': statement(
    '<Trades><Trade tradeID="1"><Trade tradeID="2" /></Trade></Trades>',
  ),
  'a row that says nothing': statement(
    '<Trades><Trade /><Trade></Trade></Trades><Odd /><Odd><In /></Odd>',
  ),
  'identical rows and statements': report(
    `<${STATEMENT}><Trades><Lot symbol="A" /><Lot symbol="A" /></Trades></FlexStatement>`.repeat(2),
  ),
  'a section that comes twice': statement(
    '<Trades><Trade tradeID="1" /></Trades><Trades><Trade tradeID="1" /></Trades>',
  ),
};

it.each(Object.entries(EXAMPLES))('%s', async (_, text) => {
  expect(await lost(Buffer.from(text))).toEqual([]);
});

it('keeps what stands before the first statement, however much it is', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => `<Message n="${i}" />`).join('');
  expect(await lost(Buffer.from(report(`${many}<${STATEMENT}/>`)))).toEqual([]);
});

describe('a report without any statement', () => {
  const noted = async (inner: string): Promise<readonly string[]> => {
    const options = { catalog, loadId: 'x', timezone: 'America/New_York', strict: false } as const;
    const source = bytesSource('r.xml', Buffer.from(report(inner)));
    return (await inspectInput(source, { ...options, dateOrder: 'auto' })).report.notices;
  };

  it('says what it holds besides', async () => {
    const notices = await noted('<Message>Nothing to report</Message>');
    expect(notices.join('\n')).toContain('Nothing to report');
  });

  it('says how much that is, where it is too much to say', async () => {
    const notices = await noted('<Message>m</Message>'.repeat(500));
    expect(notices.join('\n')).toContain('450 more');
  });

  it.each(['<Trade tradeID="1" />', '<Trades><Trade tradeID="1" /></Trades>'])(
    'is refused where it has rows: %s',
    async (inner) => {
      const { rows, error } = await loadIntoMemory(Buffer.from(report(inner)));
      expect(error?.code).toBe('FLEX_MALFORMED');
      expect(rows).toEqual([]);
    },
  );
});

it('gives rows of one statement keys that differ', async () => {
  for (const text of Object.values(EXAMPLES)) {
    const { rows } = await loadIntoMemory(Buffer.from(text));
    const statements = rows.filter(({ table }) => table === 'flexetl_statements');
    if (new Set(statements.map(({ key }) => key)).size < statements.length) continue;
    const keys = rows.map(({ table, statement, key }) => `${table} ${statement} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
