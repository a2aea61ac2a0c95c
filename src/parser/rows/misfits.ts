/**
 * Literals that their column cannot hold, as problems: what was expected, in words. The literal
 * itself is kept by row-encoder.ts.
 */
import type { Column, ColumnType, RowElement } from '../../catalog/section.js';
import type { Report } from '../report.js';
import type { DecimalLimit } from '../values/canonical.js';
import type { DateReader } from '../values/dates.js';
import { canonicalDecimal } from '../values/decimal.js';

/** How literals become cells, and where it is told that they do not. */
export interface EncodingOptions {
  readonly dates: DateReader;
  readonly decimalLimit: DecimalLimit;
  readonly report: Report;
  /** Name of the file, for problems. */
  readonly file: string | undefined;
}

/** What each column type expects. */
const EXPECTED: Partial<Record<ColumnType, string>> = {
  decimal: 'a decimal number',
  boolean: 'Y, N, Yes or No',
  date: 'a date',
  time: 'a time of day',
  datetime: 'a date and time',
  json: 'JSON that a database can hold',
};

const UNKNOWN_ZONE = 'is unknown or ambiguous: give yours with --timezone';

/** Of one element. */
export class Misfits {
  constructor(
    private readonly element: RowElement,
    private readonly options: EncodingOptions,
  ) {}

  /** A literal that is not of the type of its column. */
  tell({ attribute, type }: Column, literal: string, line: number): void {
    const { dates, decimalLimit: limit } = this.options;
    let expected = EXPECTED[type] ?? type;
    if (type === 'decimal' && limit !== undefined && canonicalDecimal(literal) !== undefined) {
      expected += ` of at most ${limit.precision} digits, ${limit.scale} of them decimals`;
    }
    const zone = type.startsWith('date') ? dates.unknownZone(literal) : undefined;
    if (zone !== undefined) expected += `; the zone '${zone.slice(0, 40)}' ${UNKNOWN_ZONE}`;
    this.problem(attribute, literal, `not ${expected}`, line);
  }

  problem(attribute: string, literal: string, reason: string, line: number): void {
    const { name: element, section, table } = this.element;
    const at = { file: this.options.file, line, section, element, attribute };
    this.options.report.problem(at, table, literal, reason);
  }
}
