/**
 * The SAX parser's position in the file, although it does not see the rows that the fast path takes
 * past it. Counts only: fast-path.ts recognises such rows.
 */
import type { SaxesParser } from 'saxes';

export class PositionTracker {
  /** Bytes of the rows, and of the white space before them. */
  bytes = 0;
  /** Rows, for tests and benchmarks. */
  rows = 0;
  private lines = 0;
  /** The correction of the column, as long as the SAX parser is on the line `onLine`. */
  private columns = 0;
  private onLine = 0;

  constructor(private readonly sax: Pick<SaxesParser, 'line' | 'column'>) {}

  /**
   * One more row, or several.
   * @param bytes its own and those of the white space before it
   * @param lines line feeds among them
   * @param column bytes after the last of these
   */
  take(bytes: number, lines: number, column: number, rows = 1): void {
    const { sax } = this;
    this.bytes += bytes;
    this.rows += rows;
    this.lines += lines;
    const before = this.onLine === sax.line ? this.columns : 0;
    this.columns = lines > 0 ? column - sax.column : before + bytes;
    this.onLine = sax.line;
  }

  /** The line in the file. */
  get line(): number {
    return this.sax.line + this.lines;
  }

  /** The column in that line, in characters; rows of the fast path are ASCII. */
  get column(): number {
    const { sax } = this;
    return sax.column + (this.onLine === sax.line ? this.columns : 0);
  }
}
