/**
 * What a call does to the set of statements: modes, refused overlaps, what is
 * loaded already, and the counts of the summary. Which rows follow from the set
 * is model.ts.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../../src/catalog/catalog.js';
import { STATEMENTS_TABLE, UNMAPPED_TABLE, type RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { NdjsonRow } from '../../src/sinks/rows.js';
import type { Mode, TableCounts } from '../../src/sinks/sink.js';
import { identityOf, placesOf, type Place, type Said } from './model.js';

/** One input as our own parser reads it. */
export interface Parsed {
  readonly sha256: string;
  readonly statements: readonly Statement[];
  readonly rows: readonly NdjsonRow[];
}

export interface CallOptions {
  readonly mode: Mode;
  readonly asQuery?: string | undefined;
  /** Names of sections. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly allowOverlap?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** What one statement says of one table or unmapped section, and in which of the two ways it is held. */
interface Spoken extends Said {
  readonly mode: 'merge' | 'append';
  readonly parsed: number;
}

export type Places = ReadonlyMap<string, ReadonlyMap<string, Place>>;

export type ModelOutcome = 'loaded' | 'already_loaded' | 'refused';

export class LedgerModel {
  private spoken = new Map<string, Spoken>();
  private loads = new Map<string, ReadonlySet<string>>();
  /** Counts of the last input that was loaded; undefined where the known limit makes them open. */
  counts: ReadonlyMap<string, TableCounts> | undefined;

  constructor(private readonly catalog: Catalog) {}

  /** Loads one input of a call. @param emptied `table account` pairs that the call has emptied */
  load(input: Parsed, options: CallOptions, emptied: Set<string>): ModelOutcome {
    const { mode } = options;
    const name = loadName(input, mode === 'append' ? 'append' : 'merge', options);
    const again = options.force === true || mode === 'replace';
    if (this.loads.has(name) && !again) return 'already_loaded';
    const now = this.spokenBy(input, mode);
    const before = this.tables();
    const undone = {
      spoken: new Map(this.spoken),
      loads: new Map(this.loads),
      emptied: [...emptied],
    };
    if (mode === 'replace') this.empty(now, emptied);
    if (mode !== 'append' && options.allowOverlap !== true && this.overlaps(now)) {
      this.spoken = undone.spoken;
      this.loads = undone.loads;
      emptied.clear();
      for (const pair of undone.emptied) emptied.add(pair);
      return 'refused';
    }
    const between = this.tables();
    for (const one of now) {
      const before = this.spoken.get(nameOf(one));
      // Anew, so that it comes last.
      this.spoken.delete(nameOf(one));
      this.spoken.set(nameOf(one), one.section === '' ? together(one, before) : one);
    }
    this.loads.set(name, new Set(input.statements.map(({ id }) => id)));
    this.count(input, [before, between, this.tables()]);
    return 'loaded';
  }

  /** What each table holds, by place. */
  tables(): Places {
    const byTable = new Map<string, Spoken[]>();
    for (const one of this.spoken.values()) {
      const { table } = one.element;
      byTable.set(table, [...(byTable.get(table) ?? []), one]);
    }
    const unmapped = byTable.get(UNMAPPED_TABLE);
    if (unmapped !== undefined) byTable.set(UNMAPPED_TABLE, [...unmapped, ...this.present()]);
    return new Map(
      [...byTable].map(([table, all]) => {
        const places = placesOf(all.filter((one) => !isSideBySide(one)));
        for (const one of all.filter(isSideBySide)) {
          for (const [identity, place] of placesOf([appended(one)])) places.set(identity, place);
        }
        return [table, places];
      }),
    );
  }

  /** Who has a section has said all of it, also that there are no rows that nobody knows. */
  private present(): Spoken[] {
    return [...this.spoken.values()]
      .filter(({ element, mode }) => {
        const [first] = this.catalog.section(element.section)?.rows ?? [];
        return mode === 'merge' && element === first;
      })
      .map((one) => {
        return { ...one, element: this.catalog.unmapped, section: one.element.section, rows: [] };
      });
  }

  /** The ledger's coverage: who speaks of what, one line each, sorted. */
  coverage(): string[] {
    return [...this.spoken.values()]
      .filter(({ emptied }) => emptied !== true)
      .map((one) => {
        const { element, statement, mode, parsed } = one;
        const { account, query, id, from, to } = statement;
        const { grain } = element;
        return JSON.stringify([
          account,
          query,
          partOf(one),
          id,
          mode,
          grain,
          from,
          to,
          String(parsed),
        ]);
      })
      .sort();
  }

  /** SHA-256 of the inputs that count as loaded, sorted. */
  loaded(): string[] {
    return [...this.loads.keys()].map((name) => name.split(' ')[0]!).sort();
  }

  /** Whether an input counts as loaded, in either of the two ways. */
  knows(input: Parsed, asQuery?: string): boolean {
    return ['merge', 'append'].some((held) => this.loads.has(loadName(input, held, { asQuery })));
  }

  private spokenBy({ statements, rows }: Parsed, mode: Mode): Spoken[] {
    const spoken = statements.flatMap((statement) =>
      partsOf(statement).map(({ table, section, parsed }): Spoken => {
        const element = this.catalog.table(table)!;
        const own = new Map<string, NdjsonRow>();
        for (const row of rows) {
          if (row.statement !== statement.id || row.table !== table) continue;
          if (section !== undefined && row.section !== section) continue;
          // A statement that stands twice in a file says the same twice.
          own.set(identityOf(element, statement.query, row), row);
        }
        const held = mode === 'append' ? 'append' : 'merge';
        return { element, statement, section, mode: held, parsed, rows: [...own.values()] };
      }),
    );
    // One that stands twice is one statement; what is around it is given to either.
    return [...new Map(spoken.map((one) => [nameOf(one), one])).values()];
  }

  /** Rule 5. */
  private overlaps(now: readonly Spoken[]): boolean {
    return now.some(
      ({ element, statement, parsed }) =>
        parsed > 0 &&
        element.grain !== 'reference' &&
        element.table !== UNMAPPED_TABLE &&
        [...this.spoken.values()].some(
          (other) =>
            other.mode === 'merge' &&
            other.parsed > 0 &&
            other.element.table === element.table &&
            other.statement.account === statement.account &&
            other.statement.query !== statement.query &&
            meet(element, statement, other.statement),
        ),
    );
  }

  private empty(now: readonly Spoken[], emptied: Set<string>): void {
    for (const { element, statement } of now) {
      const pair = `${element.table} ${statement.account}`;
      if (element.table === STATEMENTS_TABLE || emptied.has(pair)) continue;
      emptied.add(pair);
      for (const [name, one] of [...this.spoken]) {
        if (`${one.element.table} ${one.statement.account}` !== pair) continue;
        // Facts that belong to no account may have overtaken those of another one's statement.
        if (element.ofAccount || isSideBySide(one)) this.spoken.delete(name);
        else this.spoken.set(name, { ...one, emptied: true });
        for (const [load, ids] of [...this.loads]) {
          if (ids.has(one.statement.id) && one.emptied !== true) this.loads.delete(load);
        }
      }
    }
  }

  private count({ statements }: Parsed, [before, between, after]: [Places, Places, Places]): void {
    this.counts = undefined;
    const counts = new Map<string, TableCounts>();
    for (const { tables } of statements) {
      for (const [table, rows] of tables) {
        const parsed = rows + (counts.get(table)?.parsed ?? 0);
        counts.set(table, { parsed, inserted: 0, updated: 0, deleted: 0, unchanged: 0 });
      }
    }
    const spoken = new Set(counts.keys());
    if (before.has(UNMAPPED_TABLE) && !spoken.has(UNMAPPED_TABLE)) {
      counts.set(UNMAPPED_TABLE, { parsed: 0, inserted: 0, updated: 0, deleted: 0, unchanged: 0 });
    }
    for (const [table, count] of counts) {
      const [old, kept, last] = [before, between, after].map((places) => places.get(table));
      const places = [old, kept, last].flatMap((one) => [...(one?.values() ?? [])]);
      if (places.some(({ doubtful }) => doubtful)) return;
      const had = (places: typeof old, key: string): Place['standing'] =>
        places?.get(key)?.standing.slice(0, 1) ?? [];
      for (const key of old?.keys() ?? []) {
        count.deleted += had(old, key).length - had(kept, key).length;
        if (had(kept, key).length > had(last, key).length) count.deleted++;
      }
      for (const key of last?.keys() ?? []) {
        const [then] = had(kept, key);
        const [present] = had(last, key);
        if (then === undefined && present !== undefined) count.inserted++;
        if (then === undefined || present === undefined) continue;
        const data = ({ row: { row, extra } }: typeof then): unknown => ({ row, extra });
        if (!isDeepStrictEqual(data(then), data(present))) count.updated++;
      }
      count.unchanged = count.parsed - count.inserted - count.updated;
      if (!spoken.has(table) && count.deleted === 0) counts.delete(table);
    }
    this.counts = counts;
  }
}

function nameOf(one: Spoken): string {
  return `${partOf(one)} ${one.statement.id} ${one.mode}`;
}

/** Of what stands outside of a statement, each file that has it may say something else. */
function together(one: Spoken, before: Spoken | undefined): Spoken {
  const known = new Set(one.rows.map(({ key }) => key));
  const others = (before?.rows ?? []).filter(({ key }) => !known.has(key));
  return { ...one, rows: [...one.rows, ...others] };
}

/** In the words of the ledger. */
function partOf({ element, section }: Spoken): string {
  return section === undefined ? element.table : `${element.table}/${section}`;
}

interface Part {
  readonly table: string;
  readonly section: string | undefined;
  readonly parsed: number;
}

function partsOf({ tables, unmapped }: Statement): Part[] {
  return [...tables].flatMap(([table, parsed]): Part[] => {
    if (table !== UNMAPPED_TABLE) return [{ table, section: undefined, parsed }];
    return [...unmapped].map(([section, rows]) => ({ table, section, parsed: rows }));
  });
}

/** What is one load to the ledger; the digest is its first word. */
function loadName({ sha256 }: Parsed, held: string, options: Partial<CallOptions>): string {
  const { asQuery = '', only = [], skip = [] } = options;
  return [sha256, held, asQuery, ...only, '-', ...skip].join(' ');
}

/** The statements themselves are the same rows in every mode. */
function isSideBySide({ element, mode }: Spoken): boolean {
  return mode === 'append' && element.table !== STATEMENTS_TABLE;
}

/** Mode append: the statement is part of a row's key, and so no other decides about it. */
function appended({ element, statement, rows }: Spoken): Said {
  return {
    element,
    statement,
    rows: rows.map((row) => ({ ...row, key: `${statement.id}/${row.key}` })),
  };
}

/** Whether two queries speak of the same: days, end dates or windows. An unknown one may be any. */
function meet({ grain }: RowElement, one: Statement, other: Statement): boolean {
  const maybe = (a: string | null, b: string | null, holds: (a: string, b: string) => boolean) =>
    a === null || b === null || holds(a, b);
  const same = (a: string, b: string): boolean => a === b;
  const upTo = (a: string, b: string): boolean => a <= b;
  switch (grain) {
    case 'snapshot':
      return maybe(one.to, other.to, same);
    case 'window':
      return maybe(one.to, other.to, same) && maybe(one.from, other.from, same);
    case 'event':
    case 'reference':
      return maybe(one.from, other.to, upTo) && maybe(other.from, one.to, upTo);
  }
}
