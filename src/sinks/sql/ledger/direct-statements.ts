/**
 * What the ledger keeps of an input whose rows went straight into their tables, as statements for
 * the message that brings the last of them. The same for inputs that were staged is loads.ts.
 */
import type { Grain } from '../../../catalog/section.js';
import { quoteLiteral } from '../../../catalog/sql.js';
import { coverageOf } from '../merge/spoken.js';
import { insertsOf } from './insert-rows.js';
import { driftRows, loadValues, problemRows, type LoadRecord } from './loads.js';

/**
 * @param schema quoted
 * @param coverage how it is recorded; undefined where it is already
 * @returns statements, of which one fails where the load is not kept
 */
export function directStatements(
  schema: string,
  record: LoadRecord,
  coverage: { readonly timezone: string; readonly grains: ReadonlyMap<string, Grain> } | undefined,
): string[] {
  const { input, mode, report } = record;
  const { sha256, variant, loadId } = input;
  const loads = `${schema}.flexetl_loads`;
  const statements = [...report.statements];
  const spoken =
    coverage === undefined
      ? []
      : statements.flatMap((statement) =>
          coverageOf(statement, { mode, timezone: coverage.timezone }, (table) =>
            coverage.grains.get(table)!,
          ).map(({ values }) => values),
        );
  return [
    ...insertsOf(loads, [
      loadValues(record, new Date(), JSON.stringify(Object.fromEntries(record.tables))),
    ]),
    // A rule or trigger of the user may let nothing in. Then this divides by zero, and fails.
    `SELECT 1 / count(*) FROM ${loads} WHERE sha256 = ${quoteLiteral(sha256)}
       AND variant = ${quoteLiteral(variant)} AND load_id = ${quoteLiteral(loadId)}`,
    ...insertsOf(`${schema}.flexetl_coverage`, spoken),
    ...insertsOf(
      `${schema}.flexetl_load_statements`,
      statements.map(({ id }) => [sha256, variant, id]),
    ),
    ...insertsOf(`${schema}.flexetl_problems`, problemRows(record)),
    ...insertsOf(`${schema}.flexetl_drift`, driftRows(record)),
  ];
}
