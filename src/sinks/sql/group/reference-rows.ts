/**
 * Publishes the reference rows of a group: by key, whatever the statement, the newest wins (rule
 * 4). One merge takes the rows of all inputs; before it, the counts that each input would have had,
 * one after the other, are computed from the staged rows.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import type { StatementList } from '../../../parser/statement.js';
import type { SinkOptions, TableCounts } from '../../sink.js';
import type { SqlEngine } from '../engine.js';
import type { TableTotals } from '../merge/control-totals.js';
import { heldByNewer, keyOf, sameKey } from '../merge/keys.js';
import { publishTable } from '../merge/merge.js';
import { sayDifferent } from '../merge/placement.js';
import { reconcileStage } from '../merge/reconcile.js';
import { INCOMING_COVERAGE } from '../merge/spoken.js';

interface SharedRows {
  readonly totals: TableTotals;
  /** The statements of each input. */
  readonly statements: readonly StatementList[];
  /** By table, of each input; filled in here. */
  readonly counts: readonly Map<string, TableCounts>[];
  readonly options: SinkOptions;
}

export async function publishShared(
  engine: SqlEngine,
  element: RowElement,
  { totals, statements, counts, options }: SharedRows,
): Promise<void> {
  const { relation } = await engine.stage(element, 'often');
  await reconcileStage(engine, element, relation, totals);
  const found = await countByInput(engine, element, relation, statements);
  counts.forEach((tables, number) => {
    const own = tables.get(element.table);
    if (own === undefined) return;
    const { standing, inserted, updated } = found.get(number) ?? NONE;
    own.inserted = inserted;
    own.updated = updated;
    own.unchanged = standing - inserted - updated;
    own.overruled = own.parsed - standing;
  });
  await publishTable(engine, element, { relation, totals }, { ...options, repeated: false });
  await engine.unstage(element);
}

interface Counts {
  readonly standing: number;
  readonly inserted: number;
  readonly updated: number;
}

const NONE: Counts = { standing: 0, inserted: 0, updated: 0 };

/**
 * Of the rows of one key, only the newest of each input can stand. It does unless the table, or an
 * earlier input, has a newer one; it then replaces the last one that stood, in the table or among
 * the earlier inputs.
 */
async function countByInput(
  engine: SqlEngine,
  element: RowElement,
  stage: string,
  statements: readonly StatementList[],
): Promise<Map<number, Counts>> {
  const keys = keyColumns(element);
  const ofKey = `PARTITION BY ${keyOf(keys, 'm')} ORDER BY m.input`;
  const rows = await engine.rows(
    `WITH met AS (
       SELECT s."_place", s."_rank", ${keyOf(keys, 's')}, s.input FROM (
         SELECT s."_place", n.rank AS "_rank", ${keyOf(keys, 's')}, g.input, row_number() OVER
             (PARTITION BY ${keyOf(keys, 's')}, g.input ORDER BY n.rank DESC, s."_place") AS "_turn"
         FROM ${stage} s
         JOIN ${INCOMING_COVERAGE} n
           ON n.statement_id = s._statement_id AND n.table_name = ${quoteLiteral(element.table)}
         JOIN ${inputsOf(statements)} ON g.statement_id = s._statement_id
       ) s WHERE s."_turn" = 1),
     standing AS (
       SELECT m."_place", ${keyOf(keys, 'm')}, m.input, lag(m."_place") OVER (${ofKey}) AS before
       FROM (SELECT m.*, max(m."_rank") OVER
           (${ofKey} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_newest" FROM met m) m
       WHERE coalesce(m."_rank" > m."_newest", TRUE) AND NOT ${heldByNewer(engine, element, 'm')})
     SELECT d.input, count(*) AS standing,
       count(*) FILTER (WHERE d.before IS NULL AND t._row_key IS NULL) AS inserted,
       count(*) FILTER (WHERE CASE WHEN d.before IS NOT NULL THEN ${sayDifferent(engine, element, 'p', 'w')}
         ELSE t._row_key IS NOT NULL AND ${sayDifferent(engine, element, 't', 'w')} END) AS updated
     FROM standing d JOIN ${stage} w ON w."_place" = d."_place"
     LEFT JOIN ${stage} p ON p."_place" = d.before
     LEFT JOIN ${tableOf(engine, element)} t ON ${sameKey(keys, 't', 'd')}
     GROUP BY d.input`,
  );
  return new Map(
    rows.map(({ input, standing, inserted, updated }) => [
      Number(input),
      { standing: Number(standing), inserted: Number(inserted), updated: Number(updated) },
    ]),
  );
}

/** Relation `g` of the statements of the inputs, with the number of their input. */
function inputsOf(statements: readonly StatementList[]): string {
  const values = statements.flatMap((own, number) =>
    [...own].map(({ id }) => `(${quoteLiteral(id)}, ${number})`),
  );
  return `(VALUES ${values.join(', ')}) g (statement_id, input)`;
}

function tableOf({ schema }: SqlEngine, { table }: RowElement): string {
  return `${schema}.${quote(table)}`;
}
