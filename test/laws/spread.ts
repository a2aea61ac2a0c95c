/**
 * A Postgres whose tables are taken to be spread over servers: all rows are staged, as where Citus
 * is, and every statement is held against the forms that such tables take.
 */
import { expect, vi } from 'vitest';
import { PostgresEngine } from '../../src/sinks/postgres/engine.js';
import { refusal } from '../sinks/sql/spread-forms.js';

/** @param tables names of those that are spread */
export class SpreadTables {
  private readonly said = ['run', 'rows'].map((name) =>
    vi.spyOn(PostgresEngine.prototype, name as 'run' | 'rows'),
  );
  private readonly script = vi.spyOn(PostgresEngine.prototype, 'runAll');
  private readonly direct = vi
    .spyOn(PostgresEngine.prototype, 'direct', 'get')
    .mockReturnValue(undefined);
  /** Statements that named a spread table, by what they did: `DELETE USING flexetl_doomed`. */
  readonly kinds = new Set<string>();

  constructor(private readonly tables: ReadonlySet<string>) {}

  /** That none of the statements since the last time would be refused. */
  check(): void {
    const all = [
      ...this.said.flatMap((spy) => spy.mock.calls.map(([sql]) => sql)),
      ...this.script.mock.calls.flatMap(([some]) => some),
    ];
    for (const spy of [...this.said, this.script]) spy.mockClear();
    const spread = (relation: string): boolean => {
      const [, table = ''] = /^"[^"]*"\."([^"]*)"$/.exec(relation) ?? [];
      return this.tables.has(table);
    };
    const own = all.filter((sql) => !/^\s*(?:CREATE TABLE|CREATE INDEX|COMMENT)/.test(sql));
    for (const sql of own) {
      expect([sql, refusal(sql, spread)]).toEqual([sql, undefined]);
      if ((sql.match(/"[^"]*"\."[^"]*"/g) ?? []).some(spread)) this.kinds.add(kindOf(sql));
    }
  }

  restore(): void {
    for (const spy of [...this.said, this.script, this.direct]) spy.mockRestore();
  }
}

function kindOf(sql: string): string {
  const [, verb = ''] = /^\s*(\w+)/.exec(sql) ?? [];
  const [temporary = ''] = sql.match(/\bflexetl_\w+/) ?? [];
  return verb === 'DELETE' || verb === 'CREATE' ? `${verb} ${temporary}` : verb;
}
