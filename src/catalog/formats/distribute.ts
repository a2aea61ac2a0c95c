/**
 * How the tables of rows are spread over the servers of a Citus cluster: those of accounts by
 * account, so that all rows of one are on one server; facts that belong to no account are on each.
 * The ledger stays on the coordinator, where every load reads it. How tables are made is
 * create-table.ts.
 */
import type { RowElement } from '../section.js';
import { quoteIdentifier, quoteLiteral } from '../sql.js';

/** The column that rows are spread by; undefined where each server has all of them. */
export function distributionColumn({
  ofAccount,
}: Pick<RowElement, 'ofAccount'>): string | undefined {
  return ofAccount ? 'account_id' : undefined;
}

const PREFACE = `-- Citus: rows of accounts are spread by account, facts of no account are everywhere, and the
-- ledger stays on the coordinator. For that the coordinator must know itself, which is said once:
-- SELECT citus_set_coordinator_host('COORDINATOR');
`;

/**
 * A script that spreads tables which are there; those that are spread already stay as they are.
 * @param schema as it stands in SQL, quoted where it must be
 */
export function distributeSql(elements: readonly RowElement[], schema: string): string {
  const calls = elements.map((element) => {
    const table = quoteLiteral(`${schema}.${quoteIdentifier(element.table)}`);
    const column = distributionColumn(element);
    const call =
      column === undefined
        ? `create_reference_table(${table})`
        : `create_distributed_table(${table}, ${quoteLiteral(column)})`;
    return `SELECT ${call}
WHERE NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = ${table}::regclass);
`;
  });
  return `${PREFACE}\n${calls.join('\n')}`;
}
