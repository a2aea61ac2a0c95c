/**
 * The terms of the catalogue, and of the whole program. Define a term here before using it
 * anywhere.
 *
 *   report     one XML document: a FlexQueryResponse
 *   statement  one FlexStatement of it: an account, a query, a window, a time of generation
 *   window     the days [fromDate, toDate] that a statement speaks of
 *   section    a child of a statement (Trades); selected in the query or absent
 *   element    an XML element that is a row (Trade), one table each
 *   attribute  of such an element, by its name on the wire (ibExecID)
 *   column     the same, by its name in the table (ib_exec_id)
 *   literal    the text of an attribute as the file has it
 *   cell       the canonical text of a literal, or NULL
 * grain      the meaning of a row, and so which rows a later statement replaces
 *   drift      attributes and sections that the catalogue does not know
 *   problem    a literal that its column's type cannot hold
 *
 * Only types and the naming rule live here: reading schemas/ is catalog.ts.
 */

/** The type of a column. `enum` and `codes` are open text: never checked against a list. */
export const COLUMN_TYPES = [
  'text',
  'enum',
  'codes',
  'decimal',
  'boolean',
  'date',
  'time',
  'datetime',
  'json',
] as const;

export type ColumnType = (typeof COLUMN_TYPES)[number];

/** The same, plus the type that only lineage columns have. */
export type StoredType = ColumnType | 'integer';

/**
 * The meaning of a row.
 * - event: something that happened on a day (`date` names the attribute that places it);
 * - snapshot: the state at the end of the window, whatever its length;
 * - window: a figure about the whole window;
 * - reference: facts by key, whatever the query; the newest row wins.
 */
export const GRAINS = ['event', 'snapshot', 'window', 'reference'] as const;

export type Grain = (typeof GRAINS)[number];

export interface Column {
  /** Name on the wire. */
  readonly attribute: string;
  /** Name in the table. */
  readonly name: string;
  readonly type: ColumnType;
  /** One line, or '' where it is not documented. */
  readonly doc: string;
}

/** One row element: one table. */
export interface RowElement {
  /** The section that holds it, by its canonical name: `Trades`. */
  readonly section: string;
  /** Name on the wire: `Trade`. */
  readonly name: string;
  /** `trades`. */
  readonly table: string;
  readonly doc: string;
  readonly grain: Grain;
  /** The attribute that places an event on a day; undefined for the other grains. */
  readonly date: string | undefined;
  /**
   * Attributes, best first: the date of an event is never before their day. A trade is reported on
   * its trade date or later. Empty if no such bound is known.
   */
  readonly notBefore: readonly string[];
  /**
   * Elements of the section: if they have rows and this one has none, there are none of it;
   * undefined: all. Every order has executions, so if they are missing beside orders, the query
   * does not select them, which says nothing about whether they exist.
   */
  readonly absentBeside: readonly string[] | undefined;
  /**
   * Natural keys, best first: attribute names, all of which must be present and not empty. Empty if
   * no key is known to exist. The account is not listed: every key begins with it.
   */
  readonly keys: readonly (readonly string[])[];
  /** Whether rows belong to an account; false for ConversionRate and the like. */
  readonly ofAccount: boolean;
  readonly columns: readonly Column[];
}

/** One section: one file of schemas/. */
export interface Section {
  readonly name: string;
  /** Other names that the container has on the wire. */
  readonly aliases: readonly string[];
  /**
   * Elements inside the section that only hold rows and are none themselves:
   * FxLots, around the FxLot rows of FxPositions.
   */
  readonly containers: readonly string[];
  /** In which reports it occurs: Activity (AF), Trade Confirmation (TCF). */
  readonly flex: readonly ('AF' | 'TCF')[];
  readonly doc: string;
  /**
   * The row element of the section's own attributes: itself for singletons (AccountInformation).
   * Undefined for pure containers.
   */
  readonly ownRow: string | undefined;
  /** Whether its row elements may occur in a statement without their container. */
  readonly bareRows: boolean;
  readonly rows: readonly RowElement[];
}

/** The table of the statements themselves; it has a schema file like any section. */
export const STATEMENTS_TABLE = 'flexetl_statements';

/** The table of rows without a schema: section, element, account, attributes. */
export const UNMAPPED_TABLE = 'unmapped_rows';

/** Columns that flexetl adds to every table, after those of the catalogue. */
export const LINEAGE = [
  { name: '_row_key', type: 'text', doc: 'Identity of the row within account and query.' },
  { name: '_query', type: 'text', doc: 'Name of the Flex query that delivered the row.' },
  { name: '_statement_id', type: 'text', doc: 'The statement that the row was taken from.' },
  {
    name: '_row_number',
    type: 'integer',
    doc: 'Place of the row in the document order of its statement, all elements counted together, from 1; the statement itself, and what stands outside of its sections, is 0.',
  },
  { name: '_load_id', type: 'text', doc: 'The load that wrote the row.' },
  { name: '_generated_at', type: 'datetime', doc: 'When the broker generated the statement.' },
  {
    name: '_extra',
    type: 'json',
    doc: 'Attributes without a column, and literals that their column cannot hold, verbatim.',
  },
] as const satisfies readonly { name: string; type: StoredType; doc: string }[];

/**
 * The column name of an attribute: snake_case, where a run of capitals is one
 * word (`isAPIOrder` is `is_api_order`, `ibExecID` is `ib_exec_id`).
 */
export function columnName(attribute: string): string {
  return attribute
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
