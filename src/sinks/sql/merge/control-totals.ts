/**
 * Control totals: for each decimal column of a table the exact sum over what
 * was parsed, to be compared with the sum over what the database holds. Taken
 * from the batches, apart from the encoders whose work they check.
 */
import type { RowElement } from '../../../catalog/section.js';
import { cellIndex, cellStart, type Batch } from '../../../parser/batch.js';
import { withoutNeedlessZeros } from '../../query.js';

/** Digits that are added as integers of JavaScript without losing any. */
const SAFE_DIGITS = 15;
/** What a running sum may reach before it is put into the exact one. */
const SAFE_SUM = 2 ** 53 - 10 ** SAFE_DIGITS;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** The sum over one column. */
class ColumnTotal {
  /** Sums of small values by number of decimals, as integers of the last decimal. */
  private readonly small: number[] = [];
  /** The rest, likewise. */
  private readonly large: bigint[] = [];
  /** The most digits before the point that a value had. */
  integerDigits = 0;

  add(bytes: Buffer, start: number, end: number): void {
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    let scale = 0;
    let value = 0;
    for (let at = first; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === POINT) scale = end - at - 1;
      else value = value * 10 + (byte - ZERO);
    }
    const digits = end - first - (scale > 0 ? 1 : 0);
    if (digits - scale > this.integerDigits) this.integerDigits = digits - scale;
    if (digits > SAFE_DIGITS) {
      const text = bytes.toString('latin1', start, end).replace('.', '');
      this.large[scale] = (this.large[scale] ?? 0n) + BigInt(text);
      return;
    }
    const sum = (this.small[scale] ?? 0) + (negative ? -value : value);
    if (Math.abs(sum) > SAFE_SUM) {
      this.large[scale] = (this.large[scale] ?? 0n) + BigInt(sum);
      this.small[scale] = 0;
    } else {
      this.small[scale] = sum;
    }
  }

  /** Adds what another has summed up. */
  join({ small, large, integerDigits }: ColumnTotal): void {
    for (const sums of [small, large]) {
      sums.forEach((sum, scale) => {
        this.large[scale] = (this.large[scale] ?? 0n) + BigInt(sum);
      });
    }
    this.integerDigits = Math.max(this.integerDigits, integerDigits);
  }

  /** The exact sum as canonical decimal text. */
  toString(): string {
    const scale = Math.max(this.small.length, this.large.length, 1) - 1;
    let total = 0n;
    for (let decimals = 0; decimals <= scale; decimals++) {
      const sum = BigInt(this.small[decimals] ?? 0) + (this.large[decimals] ?? 0n);
      total += sum * 10n ** BigInt(scale - decimals);
    }
    return decimalText(total, scale);
  }
}

/** The staged rows of one table of an input. */
export interface StagedRows {
  readonly relation: string;
  readonly totals: TableTotals;
}

/** The cells of an element that are decimals; by element, for small files ask again and again. */
const decimals = new WeakMap<RowElement, readonly number[]>();

function decimalCells(element: RowElement): readonly number[] {
  let cells = decimals.get(element);
  if (cells === undefined) {
    cells = element.columns.flatMap(({ type }, cell) => (type === 'decimal' ? [cell] : []));
    decimals.set(element, cells);
  }
  return cells;
}

/** Sums and number of rows of one table of an input. */
export class TableTotals {
  rows = 0;
  private readonly cells: readonly number[];
  /** By the place of the column among the decimals; absent where it has had no value. */
  private readonly columns: (ColumnTotal | undefined)[];

  constructor(private readonly element: RowElement) {
    this.cells = decimalCells(element);
    this.columns = new Array<undefined>(this.cells.length).fill(undefined);
  }

  add(batch: Batch): void {
    const { bytes, ends, rowCount } = batch;
    const { cells, columns } = this;
    this.rows += rowCount;
    for (let row = 0; row < rowCount; row++) {
      for (let place = 0; place < cells.length; place++) {
        const index = cellIndex(batch, row, cells[place]!);
        const end = ends[index]!;
        if (end < 0) continue;
        const total = (columns[place] ??= new ColumnTotal());
        total.add(bytes, cellStart(batch, index), end);
      }
    }
  }

  /** Those of several inputs together. @param totals of one table, at least one */
  static of(totals: readonly TableTotals[]): TableTotals {
    const together = new TableTotals(totals[0]!.element);
    for (const { rows, columns } of totals) {
      together.rows += rows;
      columns.forEach((total, place) => {
        if (total !== undefined) (together.columns[place] ??= new ColumnTotal()).join(total);
      });
    }
    return together;
  }

  /**
   * The columns that have values, with their sums.
   * @param integerDigits leaves out columns with longer values: some engine could not add them
   */
  sums(integerDigits = Infinity): { name: string; sum: string }[] {
    return this.summed(integerDigits, (name, total) => ({ name, sum: total.toString() }));
  }

  /** Their names. */
  names(integerDigits: number): string[] {
    return this.summed(integerDigits, (name) => name);
  }

  private summed<T>(integerDigits: number, of: (name: string, total: ColumnTotal) => T): T[] {
    return this.columns.flatMap((total, place) => {
      if (total === undefined || total.integerDigits > integerDigits) return [];
      return [of(this.element.columns[this.cells[place]!]!.name, total)];
    });
  }
}

/** Those of the tables of an input; made where there are none yet. */
export function totalsOf(all: Map<string, TableTotals>, element: RowElement): TableTotals {
  let totals = all.get(element.table);
  if (totals === undefined) {
    totals = new TableTotals(element);
    all.set(element.table, totals);
  }
  return totals;
}

/** A sum as a database prints it, in the same words: no needless zeros, no minus zero. */
export function canonicalSum(text: string | null): string {
  if (text === null) return '0';
  const [integer = '0', fraction = ''] = text.split('.');
  return decimalText(
    BigInt(integer.replace('-', '') + fraction) * (text.startsWith('-') ? -1n : 1n),
    fraction.length,
  );
}

function decimalText(value: bigint, scale: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = withoutNeedlessZeros(`${digits.slice(0, point)}.${digits.slice(point)}`);
  return negative && text !== '0' ? `-${text}` : text;
}
