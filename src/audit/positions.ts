/**
 * Positions: those of a day are those of the day before with what was traded,
 * what corporate actions changed, and what was transferred.
 */
import { isAppended } from '../sinks/sql/merge/keys.js';
import { lackingList, weekdayBetween, type Identity, type Source } from './identity.js';

const POSITIONS = 'open_positions';

/** The movements of positions: each quantity is signed. */
const MOVES = [
  { table: 'trades', section: 'Trades', relation: 'traded' },
  { table: 'corporate_actions', section: 'CorporateActions', relation: 'changed' },
  { table: 'transfers', section: 'Transfers', relation: 'transferred' },
] as const;

export const positions: Identity = {
  name: 'positions',
  equation:
    'OpenPositions: position = position of the day before + Trades + CorporateActions + Transfers',
  leavesOut:
    'Days are those that statements with OpenPositions end with; level SUMMARY, else the sum of ' +
    'the lots. Trades are executions by report date: exercises, assignments and expirations are ' +
    'among them, cancellations cancel out, and currencies (CASH) are no positions. Instruments are ' +
    'told by conid, by symbol where a row of the account has none. Where the query does not select ' +
    'CorporateActions or Transfers, or a day between may lack trades, only equality proves ' +
    'anything. Stock grants, lending and subscriptions that come as no transfer are not in it. ' +
    'Rows side by side are left out: a statement has one day of positions.',
  tolerance: '0',
  needs: [
    { section: 'OpenPositions', table: POSITIONS },
    { section: 'Trades', table: 'trades' },
  ],
  otherwise: 'two days of OpenPositions',
  checks,
};

function checks(source: Source): string {
  const moves = MOVES.filter(({ table }) => source.has(table));
  return `WITH ${snapshots(source)},
  ${reaches(source)},
  ${entries(
    source,
    moves.map(({ table }) => table),
  )},
  named AS (
    SELECT e.*, CASE WHEN min(CASE WHEN coalesce(conid, '') = '' THEN 0 ELSE 1 END)
        OVER (PARTITION BY account_id, query) = 1 THEN conid ELSE symbol END AS instrument
    FROM entries e
  ),
  undated AS (
    SELECT account_id, query, min(earliest) AS first, max(day) AS last
    FROM named WHERE earliest < day GROUP BY account_id, query
  ),
  ${turns()},
  sides AS (
    SELECT account_id, query, day, instrument, symbol, 0 AS expected, quantity AS found
    FROM named WHERE kind = 'position'
    UNION ALL
    SELECT n.account_id, n.query, p.day, n.instrument, n.symbol, n.quantity, 0
    FROM named n JOIN pairs p
      ON p.account_id = n.account_id AND p.query = n.query AND p.before = n.day
    WHERE n.kind = 'position'
    UNION ALL
    SELECT n.account_id, n.query, t.next_day, n.instrument, n.symbol, n.quantity, 0
    FROM named n JOIN turns t
      ON t.account_id = n.account_id AND t.query = n.query AND t.day = n.day
    WHERE n.kind = 'move'
  ),
  compared AS (
    SELECT account_id, query, day, instrument, max(symbol) AS symbol,
      sum(expected) AS expected, sum(found) AS found
    FROM sides GROUP BY account_id, query, day, instrument
  )
  SELECT c.account_id, c.query, '' AS book, CAST(NULL AS date) AS since, c.day,
    trim(concat_ws(' ', c.symbol, CASE WHEN c.instrument <> c.symbol THEN c.instrument END)) AS subject,
    CASE WHEN traded.day IS NOT NULL AND c.instrument IS NOT NULL THEN c.expected END AS expected,
    c.found,
    ${lackingList([
      ['c.instrument IS NULL', 'OpenPositions@conid'],
      ...MOVES.map(({ relation, section }) => [`${relation}.day IS NULL`, section] as const),
      ...MOVES.map(
        ({ relation, section }) =>
          [
            `${relation}.since > p.before AND ${weekdayBetween('p.before', `${relation}.since`)}`,
            `${section} of the days between`,
          ] as const,
      ),
      [
        'c.day >= u.first AND p.before < u.last AND NOT (p.before < u.first AND c.day >= u.last)',
        'the report date of trades, actions or transfers',
      ],
    ])} AS lacking,
    'the day before is ' || CAST(p.before AS text) AS note
  FROM compared c
  JOIN pairs p ON p.account_id = c.account_id AND p.query = c.query AND p.day = c.day
  ${MOVES.map(
    ({ table, relation }) => `LEFT JOIN reaches ${relation} ON ${relation}.table_name = '${table}'
    AND ${relation}.account_id = c.account_id AND ${relation}.query = c.query
    AND ${relation}.day = c.day`,
  ).join('\n  ')}
  LEFT JOIN undated u ON u.account_id = c.account_id AND u.query = c.query
  WHERE p.before IS NOT NULL`;
}

/** Relations `snapshots`, of each end date the newest statement, and `pairs`, each with the day before. */
function snapshots(source: Source): string {
  return `snapshots AS (
    SELECT account_id, query, statement_id, window_to AS day
    FROM (
      SELECT c.*, row_number() OVER (
        PARTITION BY account_id, query, window_to ORDER BY rank DESC) AS place
      FROM ${source.relation('flexetl_coverage')} c
      WHERE table_name = '${POSITIONS}' AND mode <> 'append' AND window_to IS NOT NULL
    ) ranked WHERE place = 1
  ),
  pairs AS (
    SELECT account_id, query, day,
      lag(day) OVER (PARTITION BY account_id, query ORDER BY day) AS before
    FROM snapshots
  )`;
}

/**
 * Relation `reaches`: from which day on the statements speak of a table, up to each day that one
 * ends with. Executions that are not selected beside orders are not spoken of.
 */
function reaches(source: Source): string {
  const coverage = source.relation('flexetl_coverage');
  const tables = MOVES.map(({ table }) => `'${table}'`).join(', ');
  return `spoken AS (
    SELECT c.account_id, c.query, c.table_name, c.statement_id, c.window_from, c.window_to
    FROM ${coverage} c
    LEFT JOIN ${coverage} orders ON c.table_name = 'trades' AND orders.table_name = 'trade_orders'
      AND orders.account_id = c.account_id AND orders.query = c.query
      AND orders.statement_id = c.statement_id AND orders.mode = c.mode
    WHERE c.table_name IN (${tables}) AND c.mode <> 'append' AND c.window_to IS NOT NULL
      AND (c.parsed > 0 OR coalesce(orders.parsed, 0) = 0)
  ),
  reaches AS (
    SELECT account_id, query, table_name, window_to AS day,
      min(min(window_from)) OVER (
        PARTITION BY account_id, query, table_name ORDER BY window_to DESC) AS since
    FROM spoken GROUP BY account_id, query, table_name, window_to
  )`;
}

/** Relation `entries`: positions by end date, and moves by report date, of the statement's account. */
function entries(source: Source, moves: readonly string[]): string {
  const column = (table: string, attribute: string, type?: string): string =>
    source.column('r', table, attribute, type);
  const level = column(POSITIONS, 'levelOfDetail', 'text');
  const held = `SELECT s.account_id, s.query, s.day, s.day AS earliest, 'position' AS kind,
      ${column(POSITIONS, 'conid', 'text')} AS conid, ${column(POSITIONS, 'symbol', 'text')} AS symbol,
      coalesce(${column(POSITIONS, 'position')}, 0) AS quantity,
      CASE WHEN ${level} = 'LOT' THEN 'LOT' ELSE 'SUMMARY' END AS level,
      max(CASE WHEN ${level} = 'LOT' THEN 'LOT' ELSE 'SUMMARY' END)
        OVER (PARTITION BY r._query, r._statement_id) AS best
    FROM snapshots s JOIN ${source.relation(POSITIONS)} r
      ON r._statement_id = s.statement_id AND r._query = s.query
    WHERE NOT ${isAppended('r')}`;
  const moved = moves.map((table) => {
    const detail = column(table, 'levelOfDetail', 'text');
    return `SELECT s.account_id, s.query, coalesce(${column(table, 'reportDate', 'date')}, s.window_to) AS day,
      coalesce(${column(table, 'reportDate', 'date')}, s.window_from) AS earliest, 'move' AS kind,
      ${column(table, 'conid', 'text')} AS conid, ${column(table, 'symbol', 'text')} AS symbol,
      ${column(table, 'quantity')} AS quantity,
      CASE WHEN ${detail} = 'SUMMARY' THEN 'SUMMARY' ELSE 'DETAIL' END AS level,
      min(CASE WHEN ${detail} = 'SUMMARY' THEN 'SUMMARY' ELSE 'DETAIL' END)
        OVER (PARTITION BY r._query, r._statement_id) AS best
    FROM ${source.relation(table)} r
    JOIN spoken s ON s.table_name = '${table}' AND s.query = r._query
      AND s.statement_id = r._statement_id
    WHERE NOT ${isAppended('r')} AND ${column(table, 'quantity')} <> 0
      AND coalesce(${column(table, 'assetCategory', 'text')}, '') <> 'CASH'`;
  });
  return `entries AS (
    SELECT * FROM (
      ${[held, ...moved].join('\n      UNION ALL\n      ')}
    ) leveled WHERE level = best
  )`;
}

/** Relation `turns`: of each day with moves, the next day with positions, or the same. */
function turns(): string {
  return `turns AS (
    SELECT DISTINCT account_id, query, day, next_day
    FROM (
      SELECT account_id, query, day, position_day, min(position_day) OVER (
        PARTITION BY account_id, query ORDER BY day
        RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next_day
      FROM (
        SELECT account_id, query, day, day AS position_day FROM snapshots
        UNION ALL
        SELECT DISTINCT account_id, query, day, CAST(NULL AS date) FROM named WHERE kind = 'move'
      ) days
    ) followed WHERE position_day IS NULL AND next_day IS NOT NULL
  )`;
}
