/**
 * How a report fills the requested window: which statements it then has, with which windows, and by
 * how many days each of their rows is moved. The text is rewritten in rebaser.ts.
 *
 * Days are counted from 1970-01-01.
 */
import { placementsIn, Timeline, type Days, type Placement } from './timeline.js';

export interface StatementPlan {
  /** Its window after the move. */
  readonly window: Days;
  /** Its window in the report. */
  readonly own: Days;
  /** The shift of its time of generation, which keeps its distance from the window. */
  readonly generated: number;
  /**
   * The shifts of a row of this day, one for each time that it occurs in the window; a day outside
   * of the statement's own window counts as the nearest day in it.
   */
  shiftsOf(day: number): readonly number[];
}

/**
 * A report is read in a single pass if all its statements cover all its days: each of them then
 * gets the whole requested window. A statement that covers only some of the days, as in a report
 * broken out by day, occurs once in each round of the report, so the report is read once for each
 * round.
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

  /** @returns undefined if the statement is not part of this pass */
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
