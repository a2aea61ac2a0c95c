/**
 * A simulated account: what truly happened, and the statements of one query that is
 * fetched every third morning for two months, whatever the query selects. A true
 * event is one row of the table in the end, or the load was refused on the way.
 */
import fc from 'fast-check';

const DAYS = 60;
const EVERY = 3;
/** Days from a trade to its booking; less than the shortest window less EVERY, so that each two of the same trade are in one statement. */
const LATEST = 3;

/** Something that happened. Few prices and times, so that some are identical. */
interface TrueEvent {
  /** The day of the trade, from 0. */
  readonly day: number;
  /** Days until it is booked; the window of a statement is about that day. */
  readonly late: number;
  /** Which of three fills: quantity and price. */
  readonly fill: number;
  /** Whether the broker gave it numbers. */
  readonly numbered: boolean;
}

export interface BrokerSpec {
  readonly section: 'Trades' | 'CashTransactions';
  readonly events: readonly TrueEvent[];
  /** Days of the window; undefined for the year to date. */
  readonly length: number | undefined;
  /** What the query does not select, and from which morning on it does not. */
  readonly without: readonly (readonly string[])[];
  readonly changed: number;
  /** From this morning on, the symbol has another name. */
  readonly renamed: number | undefined;
}

const DROPPABLE = ['reportDate', 'tradeDate', 'dateTime', 'transactionID', 'ibExecID'] as const;

const event: fc.Arbitrary<TrueEvent> = fc.record({
  day: fc.nat(DAYS - 1 - LATEST),
  late: fc.oneof(
    { arbitrary: fc.constant(0), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: LATEST }), weight: 1 },
  ),
  fill: fc.nat(2),
  numbered: fc.oneof(
    { arbitrary: fc.constant(true), weight: 9 },
    { arbitrary: fc.constant(false), weight: 1 },
  ),
});

const without = fc
  .array(fc.boolean(), { minLength: DROPPABLE.length, maxLength: DROPPABLE.length })
  .map((dropped) => DROPPABLE.filter((_, i) => dropped[i]));

export const brokers: fc.Arbitrary<BrokerSpec> = fc
  .record({
    section: fc.constantFrom<BrokerSpec['section']>('Trades', 'CashTransactions'),
    events: fc.array(event, { minLength: 10, maxLength: 30, size: 'max' }),
    length: fc.constantFrom(7, 10, 30, undefined),
    without: fc.oneof(
      without.map((one) => [one, one]),
      fc.tuple(without, without),
    ),
    changed: fc.nat(DAYS / EVERY - 1),
    renamed: fc.constantFrom(undefined, 5, 10),
  })
  // A row that nothing but its content tells from others is another one under another name.
  .map((broker) =>
    broker.without.some((names) => names.includes('reportDate'))
      ? { ...broker, renamed: undefined }
      : broker,
  );

/** The statements, in the order of mornings. */
export function morningsOf(broker: BrokerSpec): string[] {
  const { length = DAYS } = broker;
  return Array.from({ length: DAYS / EVERY }, (_, i) => {
    const last = (i + 1) * EVERY - 1;
    return statementOf(broker, i, [Math.max(0, last - length + 1), last]);
  });
}

/** Quantities of everything that some statement holds, sorted. */
export function truth({ events }: BrokerSpec): string[] {
  return events.map(quantityOf).sort();
}

const quantityOf = ({ fill, numbered }: TrueEvent): string => String(fill + (numbered ? 1 : 11));

function statementOf(broker: BrokerSpec, morning: number, window: [number, number]): string {
  const { section, events, without, changed, renamed = Infinity } = broker;
  const dropped = without[morning < changed ? 0 : 1]!;
  const [from, to] = window;
  const element = section === 'Trades' ? 'Trade' : 'CashTransaction';
  const rows = events.flatMap((one, number) => {
    const booked = one.day + one.late;
    if (booked < from || booked > to) return [];
    const attributes: Readonly<Record<string, string>> = {
      reportDate: dayText(booked),
      tradeDate: dayText(one.day),
      dateTime: `${dayText(one.day)};10${one.fill}000`,
      transactionID: one.numbered ? `9${String(number).padStart(3, '0')}` : '',
      ibExecID: one.numbered ? `e.${number}` : '',
      conid: morning < renamed ? '501' : '502',
      [section === 'Trades' ? 'quantity' : 'amount']: quantityOf(one),
    };
    const texts = Object.entries(attributes)
      .filter(([name]) => !dropped.includes(name))
      .map(([name, value]) => ` ${name}="${value}"`);
    return [`<${element}${texts.join('')} />`];
  });
  return `<FlexQueryResponse queryName="Daily" type="AF">
<FlexStatements count="1">
<FlexStatement accountId="U1000001" fromDate="${dayText(from)}" toDate="${dayText(to)}" period="" whenGenerated="${dayText(to + 1)};071204">
<${section}>
${rows.join('\n')}
</${section}>
</FlexStatement>
</FlexStatements>
</FlexQueryResponse>
`;
}

function dayText(day: number): string {
  const date = new Date(Date.UTC(2024, 2, 1 + day));
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}
