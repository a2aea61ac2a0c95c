/**
 * How a report fills the window that is asked for: which statements it has then, with which
 * windows, and by how many days each of their rows is moved. The text is rewritten in rebaser.ts.
 *
 * Days are counted from 1970-01-01.
 */
import { placementsIn, Timeline, type Days, type Placement } from './timeline.js';

export interface StatementPlan {
  /** The days that it is about now. */
  readonly window: Days;
  /** The days that it is about in the report. */
  readonly own: Days;
  /** By how many days its time of generation is moved: as long after the window as in the report. */
  readonly generated: number;
  /**
   * By how many days a row of this day is moved, once for each time that it occurs in the window;
   * a day outside of the statement's own is taken for the nearest of these.
   */
  shiftsOf(day: number): readonly number[];
}

/**
 * A report is read through once, in one pass, where all its statements are about all its
 * days: each of them then has the whole window asked for. A statement about some of the days, as
 * in a report that is broken out by day, occurs once in each round of the report, and
 * so the report is read once a round.
 */
export class Plan {
  readonly passes: number;
  private readonly own: Days;
  private readonly window: Days;
  /** By the shift: a round of the report. */
  private readonly rounds = new Map<number, Placement[]>();
  private readonly shifts: readonly number[];
  private readonly bySource = new Map<number, number[]>();

  /** @param statements the days of each, in the report */
  constructor(own: Days, statements: readonly Days[], window: Days) {
    this.own = own;
    this.window = window;
    for (const placement of placementsIn(new Timeline(own), window)) {
      const { day, source } = placement;
      const shift = day - source;
      this.rounds.set(shift, [...(this.rounds.get(shift) ?? []), placement]);
      this.bySource.set(source, [...(this.bySource.get(source) ?? []), shift]);
    }
    this.shifts = [...this.rounds.keys()].sort((a, b) => a - b);
    const whole = statements.every((days) => this.isWhole(days));
    this.passes = whole ? 1 : Math.max(1, this.shifts.length);
  }

  /** @returns undefined where the statement is not part of this pass */
  statement(own: Days, pass: number): StatementPlan | undefined {
    if (!this.isWhole(own)) return this.part(own, pass);
    if (pass > 0) return undefined;
    const window = this.window;
    const shiftsOf = (day: number): readonly number[] => this.bySource.get(nearest(day, own)) ?? [];
    return { window, own, generated: this.generated, shiftsOf };
  }

  private get generated(): number {
    return this.window.to - this.own.to;
  }

  private isWhole({ from, to }: Days): boolean {
    return from === this.own.from && to === this.own.to;
  }

  private part(own: Days, pass: number): StatementPlan | undefined {
    const shift = this.shifts[pass];
    const round = (shift === undefined ? undefined : this.rounds.get(shift)) ?? [];
    const placed = round.filter(({ source }) => source >= own.from && source <= own.to);
    const [first, last] = [placed[0], placed.at(-1)];
    if (shift === undefined || first === undefined || last === undefined) return undefined;
    const sources = new Set(placed.map(({ source }) => source));
    return {
      window: { from: first.day, to: last.day },
      own,
      generated: this.generated,
      shiftsOf: (day) => (sources.has(nearest(day, own)) ? [shift] : []),
    };
  }
}

function nearest(day: number, { from, to }: Days): number {
  return Math.min(Math.max(day, from), to);
}
