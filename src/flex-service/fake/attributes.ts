/**
 * The attributes of an element that change when a report is moved to other days, from the
 * catalogue: those of type date or datetime, and the ids of events. How a literal changes is in
 * literals.ts.
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement } from '../../catalog/section.js';

/**
 * Ids of trades, orders, bookings and the like: on another day the broker assigns new ones. Not the
 * ids of instruments, accounts and people, which stay the same, nor references chosen by users.
 */
export const EVENT_IDS: ReadonlySet<string> = new Set([
  ...['transactionID', 'tradeID', 'tradeId', 'ibExecID', 'ibOrderID', 'execID', 'executionID'],
  ...['extExecID', 'exchOrderId', 'brokerageOrderID', 'orderID', 'orderId', 'blockID', 'rfqID'],
  ...['origTradeID', 'origTransactionID', 'origOrderID', 'relatedTradeID', 'relatedTransactionID'],
  ...['originatingOrderID', 'originatingTransactionID', 'taxableTransactionID', 'uniqueID'],
  ...['actionID', 'positionActionID', 'positionInstructionID', 'positionInstructionSetID'],
  ...['slbTransactionId', 'grantID'],
]);

/** Best first: the day of an event if the query does not select its own date. */
const OTHER_DAYS = ['reportDate', 'date', 'dateTime', 'tradeDate', 'valueDate', 'settleDate'];

export interface ElementAttributes {
  /** The role of an attribute; undefined if it does not change. */
  readonly roleOf: (attribute: string) => 'date' | 'id' | undefined;
  /** Attributes with the day of a row, best first. Empty: rows belong to the whole window. */
  readonly placedBy: readonly string[];
  /**
   * Whether a row without a day belongs to the day of the row before it: closed lots follow their
   * trade.
   */
  readonly follows: boolean;
}

/** The elements of a catalogue; each is looked up once. */
export class AttributeCatalog {
  private readonly catalog: Catalog;
  private readonly known = new Map<string, ElementAttributes>();

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** Of the statement itself. */
  ofStatement(): ElementAttributes {
    return this.attributesOf(this.catalog.statements);
  }

  /**
   * @param section the child of the statement that holds the element, or is the element
   * @param flexType type of the report: `AF`, `TCF`
   */
  of(section: string, element: string, flexType: string): ElementAttributes {
    const key = `${flexType} ${section} ${element}`;
    let known = this.known.get(key);
    if (known === undefined) {
      known = this.attributesOf(this.row(section, element, flexType));
      this.known.set(key, known);
    }
    return known;
  }

  /** Whether an attribute with this name is a date, in any element. */
  isDate(attribute: string): boolean {
    const type = this.catalog.attributeTypes.get(attribute);
    return type === 'date' || type === 'datetime';
  }

  /** Whether it is a section; otherwise a child of a statement is a row without a section. */
  isSection(name: string): boolean {
    return this.catalog.section(name) !== undefined;
  }

  private row(section: string, element: string, flexType: string): RowElement | undefined {
    const known = this.catalog.section(section);
    if (known === undefined) return this.catalog.bareRow(element, flexType);
    const name = section === element ? (known.ownRow ?? element) : element;
    return this.catalog.row(known, name);
  }

  private attributesOf(row: RowElement | undefined): ElementAttributes {
    const own = new Map(row?.columns.map(({ attribute, type }) => [attribute, type]));
    const roleOf = (attribute: string): 'date' | 'id' | undefined => {
      const type = own.get(attribute) ?? this.catalog.attributeTypes.get(attribute);
      if (type === 'date' || type === 'datetime') return 'date';
      return EVENT_IDS.has(attribute) ? 'id' : undefined;
    };
    return { roleOf, placedBy: placing(row), follows: row?.grain === 'event' };
  }
}

function placing(row: RowElement | undefined): readonly string[] {
  switch (row?.grain) {
    case 'event':
      return [...new Set([row.date!, ...row.notBefore, ...OTHER_DAYS])];
    case 'reference':
      // A daily rate exists once for each day; facts about an instrument exist once.
      return row.keys.some((key) => key.includes('reportDate')) ? ['reportDate'] : [];
    case undefined:
      return ['reportDate'];
    case 'snapshot':
    case 'window':
      return [];
  }
}
