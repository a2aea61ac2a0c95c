/**
 * How rows of events can be told from those of other statements where no date places
 * them: which attributes a statement has of them, by what they are known, and what
 * bounds the days that they may lie on. What follows from it is sinks/sql.
 */
import { hash } from 'node:crypto';
import type { RowElement } from '../../catalog/section.js';
import type { Layout } from '../xml/fast-path.js';
import { shapeOf } from './element-shape.js';
import type { LaneRows, RowWriter } from './row-writer.js';
import type { EventFacts } from '../statement.js';
import type { DateReader } from '../values/dates.js';
import { dayText } from '../values/wall-clock.js';

/** By what a row is known where it has no natural key. */
export const BY_CONTENT = '#';

/** Attribute names that are told apart: no query selects as many, and a hostile file may. */
const NAMES_KEPT = 4_096;

/** Gathers the facts of one element, statement by statement. */
export class EventFactsCollector {
  private readonly names = new Set<string>();
  private readonly keys = new Set<string>();
  private noted: Layout | undefined;
  private namesNoted = false;
  private undated = 0;
  private dateless = 0;
  /** Rows whose bound is a time in a zone of its own, which columns do not keep. */
  private zoned = 0;
  private boundFrom: string | null = null;
  private boundTo: string | null = null;
  private tradedFrom: string | undefined;
  /** The day before which the date of the row in hand cannot lie, as the broker wrote it. */
  private rowBound = '';
  private rowZoned = false;
  private readonly boundSlots: readonly number[];

  /** @param literalAt the literal of a column of the row in hand */
  constructor(
    private readonly element: RowElement,
    private readonly dates: DateReader,
    private readonly literalAt: (slot: number) => string | undefined,
  ) {
    this.boundSlots = shapeOf(element).boundSlots;
  }

  /** @param same whether they are the names that were given last */
  sees(names: readonly string[], count: number, same: boolean): void {
    if (same && this.namesNoted) return;
    this.namesNoted = true;
    for (let i = 0; i < count; i++) this.see(names[i]!);
  }

  seesLayout(layout: Layout): void {
    if (layout === this.noted) return;
    this.noted = layout;
    for (const name of layout.names) this.see(name);
  }

  private see(name: string): void {
    if (this.names.size < NAMES_KEPT) this.names.add(name);
  }

  /**
   * A row whose cells are written.
   * @param knownBy the natural key by which it is known, or BY_CONTENT
   * @param dated whether it has the date that places it
   * @param dateless whether it has no date and no natural key
   */
  row(writer: RowWriter, knownBy: string, dated: boolean, dateless: boolean): void {
    this.keys.add(knownBy);
    this.findBound(writer);
    const { rowBound } = this;
    if (this.tradedFrom === undefined || rowBound < this.tradedFrom) this.tradedFrom = rowBound;
    if (dated) return;
    if (rowBound === '') {
      this.undated++;
      if (dateless) this.dateless++;
      return;
    }
    if (this.rowZoned) this.zoned++;
    if (this.boundFrom === null || rowBound < this.boundFrom) this.boundFrom = rowBound;
    if (this.boundTo === null || rowBound > this.boundTo) this.boundTo = rowBound;
  }

  /** Rows of the lane, which all have the date that places them. */
  takeRows({ layouts, knownBy, bound }: LaneRows): void {
    for (const [layout] of layouts) this.seesLayout(layout);
    for (const name of knownBy) this.keys.add(name);
    const text =
      bound === 0
        ? ''
        : dayText(Math.floor(bound / 10_000), Math.floor(bound / 100) % 100, bound % 100);
    if (this.tradedFrom === undefined || text < this.tradedFrom) this.tradedFrom = text;
  }

  private findBound(writer: RowWriter): void {
    this.rowBound = '';
    this.rowZoned = false;
    for (const slot of this.boundSlots) {
      if (writer.writtenLength(slot) < 0) continue;
      if (this.element.columns[slot]!.type === 'date') {
        this.rowBound = writer.written(slot)!.toString('latin1');
        return;
      }
      const literal = this.literalAt(slot);
      const day = literal === undefined ? undefined : this.dates.date(literal);
      if (literal === undefined || day === undefined) continue;
      this.rowBound = day;
      this.rowZoned = this.dates.namesZone(literal);
      return;
    }
  }

  /** The facts of the statement that has ended; those of the next one begin. */
  end(): EventFacts {
    const bounded = this.zoned === 0;
    const facts: EventFacts = {
      attributes: hash('sha256', [...this.names].sort().join('\n'), 'hex').slice(0, 16),
      keyedBy: [...this.keys].sort().join(','),
      undated: this.undated + this.zoned,
      dateless: this.dateless,
      bounded,
      boundFrom: bounded ? this.boundFrom : null,
      boundTo: bounded ? this.boundTo : null,
      tradedFrom: this.tradedFrom || null,
    };
    this.names.clear();
    this.keys.clear();
    this.noted = undefined;
    this.namesNoted = false;
    this.undated = this.dateless = this.zoned = 0;
    this.boundFrom = this.boundTo = null;
    this.tradedFrom = undefined;
    return facts;
  }
}
