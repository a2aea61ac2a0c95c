/**
 * What a call does to the set of statements: modes, refused overlaps, what is
 * loaded already, and the counts of the summary. Which rows follow from the set
 * is model.ts; which overlaps are refused is refusals.ts.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../../src/catalog/catalog.js';
import { STATEMENTS_TABLE, UNMAPPED_TABLE, type RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { Mode, TableCounts } from '../../src/sinks/sink.js';
import {
  identityOf,
  placesOf,
  standingIn,
  type Place,
  type Placed,
  type Said,
  type SaidRow,
} from './model.js';
import { queriesOverlap, undatedOverlap } from './refusals.js';

/** One input as our own parser reads it, and what an independent reading says of it. */
export interface Parsed {
  readonly sha256: string;
  readonly statements: readonly Statement[];
  readonly rows: readonly SaidRow[];
  /** The elements that each of the statements speaks of, in the same order: rule 6. */
  readonly spoken: readonly ReadonlySet<RowElement>[];
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
export interface Kept extends Said {
  readonly mode: 'merge' | 'append';
  readonly parsed: number;
}

export type Places = ReadonlyMap<string, ReadonlyMap<string, Place>>;

export type ModelOutcome =
  | 'loaded'
  | 'already_loaded'
  | 'FLEX_QUERY_OVERLAP'
  | 'FLEX_UNDATED_OVERLAP';

export class LedgerModel {
  private kept = new Map<string, Kept>();
  private loads = new Map<string, ReadonlySet<string>>();
  /** Counts of the last input that was loaded. */
  counts: ReadonlyMap<string, TableCounts> = new Map();

  constructor(private readonly catalog: Catalog) {}

  /** Loads one input of a call. @param emptied `table account` pairs that the call has emptied */
  load(input: Parsed, options: CallOptions, emptied: Set<string>): ModelOutcome {
    const { mode } = options;
    const name = loadName(input, mode === 'append' ? 'append' : 'merge', options);
    const again = options.force === true || mode === 'replace';
    if (this.loads.has(name) && !again) return 'already_loaded';
    const now = this.saidBy(input, mode);
    const before = this.tables();
    const undone = { kept: new Map(this.kept), loads: new Map(this.loads), emptied: [...emptied] };
    if (mode === 'replace') this.empty(now, emptied);
    const refused = mode === 'append' || options.allowOverlap === true ? [] : this.refusals(now);
    if (refused[0] !== undefined) {
      this.kept = undone.kept;
      this.loads = undone.loads;
      emptied.clear();
      for (const pair of undone.emptied) emptied.add(pair);
      return refused[0];
    }
    const between = this.tables();
    for (const one of now) {
      const before = this.kept.get(nameOf(one));
      // Anew, so that it comes last.
      this.kept.delete(nameOf(one));
      this.kept.set(nameOf(one), one.section === '' ? together(one, before) : one);
    }
    this.loads.set(name, new Set(input.statements.map(({ id }) => id)));
    this.count(now, input, [before, between, this.tables()]);
    return 'loaded';
  }

  /** Rule 5, and what rule 1 can neither match nor decide. */
  private refusals(now: readonly Kept[]): ModelOutcome[] {
    const merged = [...this.kept.values()].filter(({ mode }) => mode === 'merge');
    return [
      ...(queriesOverlap(now, merged) ? (['FLEX_QUERY_OVERLAP'] as const) : []),
      ...(undatedOverlap(now, merged) ? (['FLEX_UNDATED_OVERLAP'] as const) : []),
    ];
  }

  /** What each table holds, by place. */
  tables(): Places {
    const byTable = new Map<string, Kept[]>();
    for (const one of this.kept.values()) {
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

  /** A statement that has a section has said all of it, also that it has no unmapped rows. */
  private present(): Kept[] {
    return [...this.kept.values()].flatMap((one) => {
      const { name, aliases = [] } = this.catalog.section(one.element.section) ?? {};
      if (name === undefined || one.mode !== 'merge') return [];
      return [name, ...aliases].map((name): Kept => {
        return { ...one, element: this.catalog.unmapped, section: name, rows: [], parsed: 0 };
      });
    });
  }

  /** The ledger's coverage: what each statement speaks of, one line each, sorted. */
  coverage(): string[] {
    return [...this.kept.values()]
      .map((one) => {
        const { element, statement, mode, parsed } = one;
        const { account, query, id, from, to } = statement;
        const { grain } = element;
        const line = [account, query, partOf(one), id, mode, grain, from, to, String(parsed)];
        return JSON.stringify(line);
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

  private saidBy({ statements, rows, spoken }: Parsed, mode: Mode): Kept[] {
    const held = mode === 'append' ? 'append' : 'merge';
    const said = statements.flatMap((statement, index) => {
      const rowsOf = (name: string): SaidRow[] =>
        rows.filter(({ statement: id, table }) => id === statement.id && table === name);
      const tables = [...spoken[index]!].map((element): Kept => {
        const own = { parsed: statement.tables.get(element.table) ?? 0, section: undefined };
        return { element, statement, mode: held, ...own, rows: onceEach(rowsOf(element.table)) };
      });
      const unmapped = [...statement.unmapped].map(([section, parsed]): Kept => {
        const own = rowsOf(UNMAPPED_TABLE).filter((row) => row.section === section);
        const { unmapped: element } = this.catalog;
        return { element, statement, section, mode: held, parsed, rows: onceEach(own) };
      });
      return [...tables, ...unmapped];
    });
    // One that stands twice is one statement; what is around it is given to either.
    return [...new Map(said.map((one) => [nameOf(one), one])).values()];
  }

  /** Mode replace. */
  private empty(now: readonly Kept[], emptied: Set<string>): void {
    const before = [...this.kept.values()];
    for (const { element, statement } of now) {
      const { account } = statement;
      const pair = `${element.table} ${account}`;
      if (element.table === STATEMENTS_TABLE || emptied.has(pair)) continue;
      emptied.add(pair);
      const all = [...this.kept].filter(([, one]) => one.element.table === element.table);
      // Rule 4: facts of no account stay where another account's statement has said them, too,
      // be it an account that the input replaces as well: no account of a file is the first.
      const others = before.some(({ element: { table }, statement, parsed }) => {
        return table === element.table && statement.account !== account && parsed > 0;
      });
      if (!element.ofAccount && others) continue;
      for (const [name, one] of all) {
        if (one.statement.account !== account) continue;
        this.kept.delete(name);
        for (const [load, ids] of [...this.loads]) {
          if (ids.has(one.statement.id)) this.loads.delete(load);
        }
      }
    }
  }

  /** parsed = inserted + updated + unchanged + overruled. */
  private count(
    now: readonly Kept[],
    { statements }: Parsed,
    [before, between, after]: [Places, Places, Places],
  ): void {
    const counts = new Map<string, TableCounts>();
    const of = (table: string): TableCounts => {
      const known = counts.get(table);
      if (known !== undefined) return known;
      const none = { parsed: 0, inserted: 0, updated: 0, deleted: 0, unchanged: 0, overruled: 0 };
      counts.set(table, none);
      return none;
    };
    for (const { tables } of statements) {
      for (const [table, rows] of tables) of(table).parsed += rows;
    }
    for (const one of now) {
      const count = of(one.element.table);
      const [then, last] = [between, after].map((places) => places.get(one.element.table));
      const said = isSideBySide(one) ? appended(one) : one;
      for (const row of said.rows) {
        const identity = identityOf(said.element, said.statement.query, row);
        const present = standingIn(last?.get(identity));
        if (present?.statement.id !== said.statement.id) continue;
        count[changeOf(standingIn(then?.get(identity)), present)]++;
      }
    }
    for (const table of new Set([...before.keys(), ...counts.keys()])) {
      const deleted = goneOf([before, between, after].map((places) => places.get(table)));
      if (deleted > 0) of(table).deleted = deleted;
    }
    for (const [table, count] of counts) {
      const { parsed, inserted, updated, unchanged, deleted } = count;
      count.overruled = parsed - inserted - updated - unchanged;
      const said = statements.some(({ tables }) => tables.has(table));
      if (!said && deleted === 0) counts.delete(table);
    }
    this.counts = counts;
  }
}

/** What a row of the input did, which stands. */
function changeOf(then: Placed | undefined, present: Placed): 'inserted' | 'updated' | 'unchanged' {
  if (then === undefined) return 'inserted';
  const data = ({ row: { row, extra } }: Placed): unknown => ({ row, extra });
  return isDeepStrictEqual(data(then), data(present)) ? 'unchanged' : 'updated';
}

type Table = ReadonlyMap<string, Place> | undefined;

/** How many rows mode replace has emptied, and how many do not stand any more after that. */
function goneOf([before, between, after]: readonly Table[]): number {
  let gone = 0;
  const stands = (table: Table, identity: string): boolean =>
    standingIn(table?.get(identity)) !== undefined;
  for (const identity of before?.keys() ?? []) {
    if (!stands(before, identity)) continue;
    if (!stands(between, identity) || !stands(after, identity)) gone++;
  }
  return gone;
}

/** A statement that stands twice in a file says the same twice. */
function onceEach(rows: readonly SaidRow[]): SaidRow[] {
  const account = (row: SaidRow): unknown => row.row['account_id'];
  return [...new Map(rows.map((row) => [JSON.stringify([account(row), row.key]), row])).values()];
}

function nameOf(one: Kept): string {
  return `${partOf(one)} ${one.statement.id} ${one.mode}`;
}

/** Of what stands outside of a statement, each file that has it may say something else. */
function together(one: Kept, before: Kept | undefined): Kept {
  const known = new Set(one.rows.map(({ key }) => key));
  const others = (before?.rows ?? []).filter(({ key }) => !known.has(key));
  return { ...one, rows: [...one.rows, ...others] };
}

/** In the words of the ledger. */
function partOf({ element, section }: Kept): string {
  return section === undefined ? element.table : `${element.table}/${section}`;
}

/** What is one load to the ledger; the digest is its first word. */
function loadName({ sha256 }: Parsed, held: string, options: Partial<CallOptions>): string {
  const { asQuery = '', only = [], skip = [] } = options;
  return [sha256, held, asQuery, ...only, '-', ...skip].join(' ');
}

/** The statements themselves are the same rows in every mode. */
function isSideBySide({ element, mode }: Kept): boolean {
  return mode === 'append' && element.table !== STATEMENTS_TABLE;
}

/** Mode append: the statement is part of a row's key, and so no other decides about it. */
function appended({ element, statement, rows, section }: Kept): Kept {
  const own = rows.map((row) => ({ ...row, key: `${statement.id}/${row.key}` }));
  return { element, statement, section, rows: own, mode: 'append', parsed: rows.length };
}
