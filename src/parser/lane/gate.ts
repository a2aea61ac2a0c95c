/**
 * When rows may come from the lane, and what the parser counts of them. The lane is opened when
 * a report has shown that it has many rows of the same kind: to open it takes some milliseconds.
 * Where the environment cannot run it, all rows take the fast path.
 */
import type { StatementReader } from '../statements/statement-reader.js';
import type { PositionTracker } from '../xml/position.js';
import { Lane, type LaneOptions } from './lane.js';
import type { LaneCode } from './machine.js';

/** Rows that take the fast path before the lane is opened. */
const ROWS_BEFORE_LANE = 256;

export interface GateOptions extends Omit<LaneOptions, 'code'> {
  /** Undefined keeps it shut. */
  readonly code: LaneCode | undefined;
  readonly reader: StatementReader;
  readonly skipped: PositionTracker;
  /** Default ROWS_BEFORE_LANE. */
  readonly rowsBefore: number | undefined;
}

export class LaneGate {
  /** Rows that came from the lane. */
  rows = 0;
  /** Undefined before it is needed; null where there is none, or it is no longer needed. */
  private lane: Lane | null | undefined;
  private readonly rowsBefore: number;

  constructor(private readonly options: GateOptions) {
    this.rowsBefore = options.rowsBefore ?? ROWS_BEFORE_LANE;
  }

  /**
   * Takes rows from a place on, where a row of the section may stand.
   * @returns where the last of them ends, or that place
   * @throws what counting a key throws; `skipped` then stands behind the row
   */
  pass(bytes: Buffer, from: number, section: string): number {
    const { options, lane } = this;
    const statement = options.reader.settled;
    if (lane === null || statement === undefined) return from;
    if (lane === undefined) {
      const { code } = options;
      if (options.skipped.rows >= this.rowsBefore) {
        this.lane = (code && Lane.open({ ...options, code })) ?? null;
      }
      return from;
    }
    try {
      return lane.run(bytes, from, section, statement);
    } finally {
      if (lane.bytes > 0) options.skipped.take(lane.bytes, lane.lines, lane.column, lane.rows);
      this.rows += lane.rows;
    }
  }

  /** The report has ended: another may use the lane. */
  close(): void {
    this.lane?.release();
    this.lane = null;
  }
}
