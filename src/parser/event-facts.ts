/**
 * How rows of events can be told from those of other statements where no date places
 * them: which attributes a statement has of them, by what they are known, and what
 * bounds the days that they may lie on. What follows from it is sinks/sql.
 */
import { hash } from 'node:crypto';
import type { Layout } from './plain-rows.js';
import type { EventFacts } from './statement.js';

/** By what a row is known where it has no natural key. */
export const BY_CONTENT = '#';

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
  /** Digests by names: statements of a file mostly select the same. */
  private readonly digests = new Map<string, string>();

  /** @param same whether they are the names that were given last */
  sees(names: readonly string[], count: number, same: boolean): void {
    if (same && this.namesNoted) return;
    this.namesNoted = true;
    for (let i = 0; i < count; i++) this.names.add(names[i]!);
  }

  seesLayout(layout: Layout): void {
    if (layout === this.noted) return;
    this.noted = layout;
    for (const name of layout.names) this.names.add(name);
  }

  /** @param key the natural key by which a row is known, or BY_CONTENT */
  known(key: string): void {
    this.keys.add(key);
  }

  /** The day that bounds a row, with a date or not; '' where it has none. */
  traded(day: string): void {
    if (this.tradedFrom === undefined || day < this.tradedFrom) this.tradedFrom = day;
  }

  /** A row without a date whose day another one bounds. @param zoned see `bounded` */
  bound(day: string, zoned: boolean): void {
    if (zoned) this.zoned++;
    if (this.boundFrom === null || day < this.boundFrom) this.boundFrom = day;
    if (this.boundTo === null || day > this.boundTo) this.boundTo = day;
  }

  /** A row without a date and without a bound. @param dateless see EventFacts */
  unbound(dateless: boolean): void {
    this.undated++;
    if (dateless) this.dateless++;
  }

  /** The facts of the statement that has ended; those of the next one begin. */
  end(): EventFacts {
    const bounded = this.zoned === 0;
    const facts: EventFacts = {
      attributes: this.digest(),
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

  private digest(): string {
    const text = [...this.names].sort().join('\n');
    let digest = this.digests.get(text);
    if (digest === undefined) {
      digest = hash('sha256', text, 'hex').slice(0, 16);
      this.digests.set(text, digest);
    }
    return digest;
  }
}
