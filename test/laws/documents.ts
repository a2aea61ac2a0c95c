/**
 * Statements of a small universe as Flex XML: two accounts, ten days, a handful
 * of things that can stand in each section. A row is described by what it is and
 * by what has become of it; how it is written is decided here.
 */

/** First day of the universe is day 0. */
const DAYS = 10;

const dayOf = (day: number): string => `202403${String(4 + day).padStart(2, '0')}`;

/** A row of a section. */
export interface RowSpec {
  /** Which of the things it is: 0 to 4. It has its own day, and mostly its own key. */
  readonly item: number;
  /** What the broker says of it now. 2 has an attribute that nobody knows, 3 a literal that does not fit. */
  readonly value: number;
  /** Stands in the statement although its day is outside of the window. */
  readonly stray: boolean;
  /** The attribute that places it on a day. */
  readonly date: 'there' | 'moved' | 'absent' | 'empty' | 'N/A' | 'MULTI' | 'unreadable';
  /** Days from a trade to its booking, which is what places it. */
  readonly late?: number;
  readonly account: 'absent' | 'own' | 'dash' | 'other';
}

export const SECTIONS = [
  'Trades',
  'CashTransactions',
  'OpenPositions',
  'CashReport',
  'ChangeInNAV',
  'ConversionRates',
  'SecuritiesInfo',
  'AccountInformation',
  'StmtFunds',
  'EquitySummaryInBase',
  'UnbundledCommissionDetails',
  'Novelties',
  'Oddities',
] as const;

/** Those for which there is no schema: their rows are unmapped. */
export const UNKNOWN: ReadonlySet<SectionName> = new Set<SectionName>(['Novelties', 'Oddities']);

export type SectionName = (typeof SECTIONS)[number];

/** First and last day, which may be turned round; undefined where the statement does not say. */
export type WindowSpec = readonly [number | undefined, number | undefined];

/** What a query selects. */
export interface TemplateSpec {
  /** Attributes that no row has. */
  readonly without: readonly string[];
  /** Elements of Trades that are left out, and so absent. */
  readonly levels: readonly Level[];
}

export const LEVELS = ['Trade', 'Order', 'Lot', 'SymbolSummary'] as const;
export type Level = (typeof LEVELS)[number];

export interface StatementSpec {
  readonly account: string;
  /** undefined where the statement says nothing of it. */
  readonly window: WindowSpec | undefined;
  /** Hours since the end of the universe; undefined where the statement does not say. */
  readonly generated: number | undefined;
  /** A statement for each day of the window in place of one, where it has both ends. */
  readonly byDay: boolean;
  /** Default: everything but orders. */
  readonly template?: TemplateSpec;
  /** A section that is not here is absent; one without rows is there and empty. */
  readonly sections: Partial<Record<SectionName, readonly RowSpec[]>>;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** A statement, where a row is written. */
interface Around {
  readonly account: string;
  readonly window: WindowSpec | undefined;
  readonly template: TemplateSpec;
}

export const USUAL: TemplateSpec = { without: [], levels: ['Trade', 'Lot', 'SymbolSummary'] };

/** A report. @param messages beside its statements */
export function documentText(
  query: string,
  statements: readonly StatementSpec[],
  messages: readonly string[] = [],
): string {
  const texts = statements.flatMap((one) => (one.byDay ? days(one) : [one])).map(statementText);
  return [
    element('FlexQueryResponse', { queryName: query, type: 'AF' }, [
      ...messages.map((text) => element('Message', { text })),
      element('FlexStatements', { count: String(texts.length) }, texts),
    ]),
    '',
  ].join('\n');
}

function days(spec: StatementSpec): StatementSpec[] {
  const [from, to] = spec.window ?? [];
  if (from === undefined || to === undefined || to < from) return [spec];
  return Array.from({ length: to - from + 1 }, (_, i) => {
    return { ...spec, window: [from + i, from + i], byDay: false };
  });
}

const edge = (window: WindowSpec | undefined, side: 0 | 1): string | undefined => {
  const day = window?.[side];
  return day === undefined ? undefined : dayOf(day);
};

function statementText(spec: StatementSpec): string {
  const { account, window, generated, sections, template = USUAL } = spec;
  const hour = String(generated).padStart(2, '0');
  const own = {
    accountId: account,
    fromDate: edge(window, 0),
    toDate: edge(window, 1),
    whenGenerated: generated === undefined ? undefined : `20240318;${hour}2104`,
  };
  const texts = SECTIONS.flatMap((name) => {
    const rows = sections[name];
    return rows === undefined ? [] : [sectionText(name, rows, { account, window, template })];
  });
  return element('FlexStatement', own, texts);
}

function sectionText(name: SectionName, rows: readonly RowSpec[], around: Around): string {
  const selected = (attributes: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attributes).filter(([key]) => !around.template.without.includes(key)),
    );
  if (name === 'ChangeInNAV' || name === 'AccountInformation') {
    const [row] = rows;
    return element(name, row && selected(ROWS[name](row, around)[0]![1]));
  }
  const texts = rows
    .filter((row) => ALWAYS.has(name) || row.stray || lies(dayFor(row), around))
    .flatMap((row) => ROWS[name](row, around))
    .map(([row, attributes]) => element(row, selected(attributes)));
  return element(name, {}, texts);
}

/** Sections whose rows have no day of their own. */
const ALWAYS: ReadonlySet<SectionName> = new Set<SectionName>([
  'OpenPositions',
  'CashReport',
  'ConversionRates',
  'SecuritiesInfo',
  ...UNKNOWN,
]);

function lies(day: number, { window }: Around): boolean {
  if (window === undefined) return false;
  const [from = 0, to = DAYS] = window;
  return Math.min(from, to) <= day && day <= Math.max(from, to);
}

function dayFor({ item, date }: RowSpec): number {
  return (item * 2 + (date === 'moved' ? 3 : 0)) % DAYS;
}

const LITERALS: Readonly<Partial<Record<RowSpec['date'], string>>> = {
  empty: '',
  'N/A': 'N/A',
  MULTI: 'MULTI',
  unreadable: '20241345',
};

function dateFor(row: RowSpec): string | undefined {
  return row.date === 'absent' ? undefined : (LITERALS[row.date] ?? dayOf(dayFor(row)));
}

/** The day of the trade, which is known whatever is known of the booking. */
function tradeDayFor(row: RowSpec): string {
  return dayOf(Math.max(0, dayFor(row) - (row.late ?? 0)));
}

function accountFor({ account }: RowSpec, around: Around): string | undefined {
  const names = { absent: undefined, own: around.account, dash: '-', other: 'U1000002' };
  return names[account];
}

/** What every row may have: a number, a word nobody knows, a literal that does not fit. */
function figures(column: string, { value }: RowSpec): Attributes {
  return {
    [column]: value === 3 ? 'some' : String(100 + value),
    novelty: value === 2 ? 'a < "b" & c' : undefined,
  };
}

/** A row that nobody knows, in a section that everybody knows. */
function stranger({ item, value }: RowSpec): readonly [string, Attributes] {
  return ['Stranger', { item: `${item}`, value: `${value}` }];
}

type Rows = (row: RowSpec, around: Around) => readonly (readonly [string, Attributes])[];

/** An item of a section as elements. Items with another key than the rest: 3 and 4. */
const ROWS: Readonly<Record<SectionName, Rows>> = {
  Trades: (row, around) => {
    const { item } = row;
    const { levels } = around.template;
    const own = { accountId: accountFor(row, around), reportDate: dateFor(row) };
    const traded = {
      tradeDate: item === 4 ? '' : tradeDayFor(row),
      // The second is a day earlier in New York than where it is written.
      dateTime: `${tradeDayFor(row)};${item === 1 ? '013000 UTC' : '093000'}`,
    };
    const trade = {
      ...own,
      transactionID: item < 3 ? `70${item}` : '',
      ibExecID: item < 4 ? `0000e.0${item}` : '',
      ...traded,
      ...figures('quantity', row),
    };
    const order = { ...own, ibOrderID: `50${item}`, ...traded, ...figures('quantity', row) };
    const lot = { ...own, conid: `90${item}`, ...traded, ...figures('quantity', row) };
    const sum = { accountId: own.accountId, conid: `90${item}`, ...figures('quantity', row) };
    const rows: Readonly<Record<Level, readonly [string, Attributes][]>> = {
      Trade: [['Trade', trade]],
      Order: [['Order', order]],
      Lot: [['Lot', lot]],
      SymbolSummary: item === 0 ? [['SymbolSummary', sum]] : [],
    };
    return [...levels.flatMap((level) => rows[level]), ...(item === 1 ? [stranger(row)] : [])];
  },
  CashTransactions: (row, around) => {
    const transactionID = row.item < 4 ? `80${row.item}` : undefined;
    const own = { accountId: accountFor(row, around), reportDate: dateFor(row), transactionID };
    const dateTime = row.item === 2 ? `${tradeDayFor(row)};202000` : '';
    return [['CashTransaction', { ...own, dateTime, ...figures('amount', row) }]];
  },
  OpenPositions: (row, around) => {
    const own = {
      accountId: accountFor(row, around),
      reportDate: row.date === 'there' ? edge(around.window, 1) : undefined,
      conid: `90${row.item}`,
      levelOfDetail: row.item < 4 ? 'SUMMARY' : '',
    };
    return [['OpenPosition', { ...own, ...figures('position', row) }]];
  },
  CashReport: (row, around) => {
    const currency = ['USD', 'EUR', 'BASE_SUMMARY', 'JPY', ''][row.item];
    const own = { accountId: accountFor(row, around), currency };
    const cash = ['CashReportCurrency', { ...own, ...figures('endingCash', row) }] as const;
    return row.item === 1 ? [cash, stranger(row)] : [cash];
  },
  ChangeInNAV: (row, { account, window }) => {
    const own = {
      accountId: account,
      fromDate: edge(window, 0),
      toDate: row.date === 'there' ? edge(window, 1) : undefined,
    };
    return [['ChangeInNAV', { ...own, ...figures('endingValue', row) }]];
  },
  ConversionRates: (row) => {
    const own = { reportDate: dayOf(dayFor(row)), fromCurrency: 'EUR', toCurrency: 'USD' };
    return [['ConversionRate', { ...own, ...figures('rate', row) }]];
  },
  SecuritiesInfo: (row) => {
    return [['SecurityInfo', { conid: `90${row.item}`, ...figures('multiplier', row) }]];
  },
  AccountInformation: (row, { account }) => [
    ['AccountInformation', { accountId: account, name: `Owner ${row.value}` }],
  ],
  StmtFunds: (row, around) => {
    const own = { accountId: accountFor(row, around), reportDate: dateFor(row) };
    return [['StatementOfFundsLine', { ...own, ...figures('balance', row) }]];
  },
  EquitySummaryInBase: (row, around) => {
    const own = { accountId: accountFor(row, around), reportDate: dateFor(row), currency: 'USD' };
    return [['EquitySummaryByReportDateInBase', { ...own, ...figures('total', row) }]];
  },
  UnbundledCommissionDetails: (row, around) => {
    const date = dateFor(row);
    // The second is a day earlier in New York.
    const time = row.item === 1 ? '013000 UTC' : '233000';
    const own = {
      accountId: accountFor(row, around),
      dateTime: row.date === 'there' || row.date === 'moved' ? `${date};${time}` : date,
      tradeID: row.item < 4 ? `60${row.item}` : undefined,
    };
    return [['UnbundledCommissionDetail', { ...own, ...figures('totalCommission', row) }]];
  },
  Novelties: (row) => [['Novelty', { item: `${row.item}`, value: `${row.value}` }]],
  Oddities: (row) => [['Oddity', { item: `${row.item}`, value: `${row.value}` }]],
};

function element(name: string, attributes: Attributes = {}, children?: readonly string[]): string {
  const text = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
    .join('');
  if (children === undefined) return `<${name}${text} />`;
  return [`<${name}${text}>`, ...children, `</${name}>`].join('\n');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
