/**
 * Puts the rows that are to stand into their table by key: counts which are new and which change
 * existing rows, and writes them. Which rows stand is merge.ts.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import type { Scratch, SqlEngine } from '../engine.js';
import { keyOf, sameKey } from './keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

export interface Placed {
  /** How many rows stand by this input. */
  readonly standing: number;
  readonly inserted: number;
  readonly updated: number;
}

const MET = 'flexetl_met';
const SAME = 'flexetl_same';

/** From this many rows on, it matters how they are compared and replaced. */
const MANY = 10_000;

/** What tells a row that is read again from the same row of another reading, beside the statement. */
const LINEAGE = ['_generated_at', '_row_number'] as const;

/** Condition: a row of the table is of the statement of row `w`, and in its place. */
export const sameLineage = (old: string): string =>
  `${old}._statement_id = w._statement_id${LINEAGE.map(
    (name) => ` AND ${old}.${name} IS NOT DISTINCT FROM w.${name}`,
  ).join('')}`;

/** Of one table. */
export class Placement {
  private readonly keys: readonly string[];
  /** SQL of the digest of a row; undefined where rows are compared as they are. */
  private readonly digest: ((alias: string) => string) | undefined;
  /** Whether each row was found to be there as it is to stand, of its statement. */
  private allAsBefore = false;

  /**
   * @param winners relation of the rows that are to stand
   * @param options how many rows the input has; whether a statement of it has been published before
   */
  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    private readonly target: string,
    private readonly winners: string,
    private readonly scratch: Scratch,
    private readonly options: { readonly rows: number; readonly repeated: boolean },
  ) {
    this.keys = keyColumns(element);
    const { manyByDigest } = engine;
    if (manyByDigest === undefined || options.rows < MANY) return;
    const columns = [...element.columns, { name: '_extra', type: 'json' } as const];
    this.digest = (alias) => manyByDigest.of(columns, alias);
  }

  async count(): Promise<Placed> {
    const { engine, winners, options } = this;
    const [all] = await engine.rows(`SELECT count(*) AS standing FROM ${winners} w`);
    const standing = Number(all!['standing']);
    const { met, differing, kept } = await this.met();
    this.allAsBefore = options.repeated && Number(kept) === standing && differing === '0';
    return { standing, inserted: standing - Number(met), updated: Number(differing) };
  }

  /**
   * How many of the rows that are to stand have their key in the table, how many of these say
   * anything else, and, of an input that is repeated, are of its own reading.
   */
  private async met(): Promise<Record<string, string | null>> {
    const { engine, scratch } = this;
    const { repeated } = this.options;
    const counts = `count(*) AS met, count(*) FILTER (WHERE ${this.differs('t')}) AS differing`;
    const joined = `FROM ${this.compared(this.winners, 'w')}
      JOIN ${this.compared(this.target, 't')} ON ${sameKey(this.keys, 't', 'w')}`;
    if (repeated || this.element.grain === 'reference') {
      const kept = repeated ? `count(*) FILTER (WHERE ${sameLineage('t')})` : '0';
      return (await engine.rows(`SELECT ${counts}, ${kept} AS kept ${joined}`))[0]!;
    }
    // Rows without competition were inserted first: they are not rows from before.
    const met = await scratch.hold(
      MET,
      { statement_id: 'text', met: 'bigint', differing: 'bigint' },
      `SELECT t._statement_id AS statement_id, ${counts} ${joined} GROUP BY t._statement_id`,
    );
    if (met === undefined) return { met: '0', differing: '0' };
    const [found] = await engine.rows(
      `SELECT coalesce(sum(m.met), 0) AS met, coalesce(sum(CASE WHEN m.statement_id NOT IN
         (SELECT n.statement_id FROM ${INCOMING_COVERAGE} n) THEN m.differing END), 0) AS differing
       FROM ${met} m`,
    );
    return found!;
  }

  /** After `count`. */
  async write(): Promise<void> {
    if (this.allAsBefore) return;
    const { engine, keys, target, options } = this;
    const columns = tableColumns(this.element).map(({ name }) => name);
    const names = columns.map(quote).join(', ');
    const insert = `INSERT INTO ${target} (${names}) SELECT ${names} FROM ${this.winners} w`;
    if (engine.insertsFasterWithoutConflict) {
      await this.remove();
      // What still has its key is as it was.
      const missing = options.repeated
        ? `NOT EXISTS (SELECT 1 FROM ${target} t WHERE ${sameKey(keys, 't', 'w')})`
        : 'TRUE';
      await engine.run(`${insert} WHERE ${missing}`);
      return;
    }
    // A row that its own statement has brought before is not written again.
    const texts = Object.fromEntries(keys.map((name) => [name, 'text']));
    const same = options.repeated ? await this.scratch.hold(SAME, texts, this.same()) : undefined;
    const changed =
      same === undefined
        ? 'TRUE'
        : `NOT EXISTS (SELECT 1 FROM ${same} k WHERE ${sameKey(keys, 'k', 'w')})`;
    await engine.run(`${insert} WHERE ${changed} ${replacing(this.element)}`);
  }

  /** Query: the keys of rows that are in the table as they are to stand, by the same statement. */
  private same(): string {
    return `SELECT ${keyOf(this.keys, 't')} FROM ${this.compared(this.winners, 'w')}
      JOIN ${this.compared(this.target, 't')}
        ON ${sameKey(this.keys, 't', 'w')} AND ${this.isAsBefore('t')}`;
  }

  /**
   * Rows of the keys that stand, but for those that are not written again. Those are looked up by
   * key beforehand: a condition about other columns would have DuckDB hold them all in memory.
   */
  private async remove(): Promise<void> {
    const { keys, target, winners, options } = this;
    const removed = options.repeated
      ? `(SELECT ${keyOf(keys, 'o')} FROM ${this.compared(target, 'o')}
          JOIN ${this.compared(winners, 'w')} ON ${sameKey(keys, 'o', 'w')}
          WHERE NOT (${this.isAsBefore('o')})) d`
      : `${winners} d`;
    await this.engine.run(
      `DELETE FROM ${target} AS t WHERE EXISTS (
         SELECT 1 FROM ${removed} WHERE ${sameKey(keys, 't', 'd')})`,
    );
  }

  /** Whether a row of the table is row `w`, and of its statement. */
  private isAsBefore(old: string): string {
    return `${sameLineage(old)} AND NOT ${this.differs(old)}`;
  }

  /** The rows of a relation, as far as they are compared. */
  private compared(relation: string, alias: string): string {
    const { digest, keys } = this;
    if (digest === undefined) return `${relation} ${alias}`;
    const names = new Set([
      ...[...keys, '_row_key', '_statement_id'],
      ...(this.options.repeated ? LINEAGE : []),
    ]);
    const columns = [...names].map((name) => `c.${quote(name)}`).join(', ');
    return `(SELECT ${columns}, ${digest('c')} AS digest FROM ${relation} c) ${alias}`;
  }

  /** Whether a row of the table says anything else than row `w`. */
  private differs(old: string): string {
    if (this.digest !== undefined) return `(${old}.digest <> w.digest)`;
    return sayDifferent(this.engine, this.element, old, 'w');
  }
}

/** The clause by which a row that is inserted takes the place of the one of its key. */
export function replacing(element: RowElement): string {
  const keys = keyColumns(element);
  const updates = tableColumns(element)
    .filter(({ name }) => !keys.includes(name))
    .map(({ name }) => `${quote(name)} = excluded.${quote(name)}`);
  return `ON CONFLICT (${keys.map(quote).join(', ')}) DO UPDATE SET ${updates.join(', ')}`;
}

/** Condition: two rows say different things, whatever statement they are of. */
export function sayDifferent(
  engine: Pick<SqlEngine, 'rowDiffers'>,
  element: RowElement,
  left: string,
  right: string,
): string {
  const names = [...element.columns.map(({ name }) => name), '_extra'].map(quote);
  return engine.rowDiffers(names, left, right);
}
