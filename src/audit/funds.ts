/**
 * Statement of funds: each balance is the one before it and the amount of the
 * line, in document order, which is `_row_number`.
 */
import { bookOf, type Identity, type Source } from './identity.js';

const TABLE = 'statement_of_funds_lines';
const TOLERANCE = '0.00000001';

export const funds: Identity = {
  name: 'funds_balance',
  equation: 'StmtFunds: balance = balance of the line before + amount',
  leavesOut:
    'By statement, level of detail and currency, in document order; the first line has nothing ' +
    'before it, and statements are not chained. Where the broker lists the lines of a day in ' +
    'another order than it reckoned in (legs of a currency trade behind their commission), a line ' +
    'also follows from another of its day, or of the day before. Where a newer statement took over ' +
    'lines between two others, only equality proves anything.',
  tolerance: TOLERANCE,
  needs: [{ section: 'StmtFunds', table: TABLE }],
  otherwise: 'two lines of StmtFunds in one statement, level of detail and currency',
  checks,
};

/** The columns that identify one running balance. */
const ACCOUNT = 'account_id, query, book, _statement_id, level, currency';

function sameAccount(one: string, other: string): string {
  return ACCOUNT.split(', ')
    .map((name) => `${one}.${name} = ${other}.${name}`)
    .join(' AND ');
}

function checks(source: Source): string {
  const column = (attribute: string, type?: string): string =>
    source.column('f', TABLE, attribute, type);
  const coverage = source.relation('flexetl_coverage');
  return `WITH lines AS (
    SELECT f.account_id, f._query AS query, ${bookOf('f')} AS book, f._statement_id,
      ${source.has(TABLE, '_row_number') ? 'f._row_number' : 'CAST(NULL AS bigint)'} AS line,
      coalesce(${column('levelOfDetail', 'text')}, '') AS level,
      coalesce(${column('currency', 'text')}, '') AS currency,
      ${column('reportDate', 'date')} AS day,
      ${column('activityDescription', 'text')} AS description,
      coalesce(${column('amount')},
        coalesce(${column('debit')}, ${column('credit')})) AS amount,
      ${column('balance')} AS balance
    FROM ${source.relation(TABLE)} f
  ),
  placed AS (
    SELECT l.*,
      line - row_number() OVER (PARTITION BY query, book, _statement_id ORDER BY line) AS gap,
      dense_rank() OVER (PARTITION BY ${ACCOUNT} ORDER BY day) AS turn
    FROM lines l
  ),
  steps AS (
    SELECT p.*, lag(balance) OVER before AS previous, lag(gap) OVER before AS previous_gap,
      row_number() OVER before AS place
    FROM placed p
    WINDOW before AS (PARTITION BY ${ACCOUNT} ORDER BY line)
  ),
  broken AS (
    SELECT * FROM steps
    WHERE place > 1 AND abs(previous + amount - balance) > ${TOLERANCE}
  ),
  origins AS (
    SELECT ${ACCOUNT}, line, balance, turn FROM steps
    UNION ALL
    SELECT ${ACCOUNT}, line, balance, turn + 1 FROM steps
  ),
  reordered AS (
    SELECT DISTINCT b.query, b.book, b._statement_id, b.line
    FROM broken b JOIN origins o ON ${sameAccount('o', 'b')} AND o.turn = b.turn
    WHERE o.line <> b.line AND abs(o.balance + b.amount - b.balance) <= ${TOLERANCE}
  ),
  overruled AS (
    SELECT DISTINCT older.query, older.statement_id
    FROM ${coverage} older
    JOIN ${coverage} newer ON newer.account_id = older.account_id AND newer.query = older.query
      AND newer.table_name = older.table_name AND newer.mode = older.mode AND newer.rank > older.rank
      AND newer.window_from <= older.window_to AND newer.window_to >= older.window_from
    WHERE older.table_name = '${TABLE}' AND older.mode <> 'append'
  )
  SELECT s.account_id, s.query, s.book, CAST(NULL AS date) AS since, s.day,
    trim(concat_ws(' ', s.currency, nullif(s.level, ''), 'line ' || CAST(s.line AS text),
      s.description)) AS subject,
    CASE WHEN s.line IS NULL THEN NULL WHEN r.line IS NOT NULL THEN s.balance
      ELSE s.previous + s.amount END AS expected,
    s.balance AS found,
    CASE WHEN s.line IS NULL
        THEN '_row_number (rows of an earlier version: load them again with --force)'
      WHEN s.balance IS NULL OR s.previous IS NULL THEN 'StmtFunds@balance'
      WHEN s.amount IS NULL THEN 'StmtFunds@amount'
      WHEN s.gap <> s.previous_gap AND o.statement_id IS NOT NULL
        THEN 'lines that a newer statement took over' END AS lacking,
    CAST(NULL AS text) AS note
  FROM steps s
  LEFT JOIN reordered r ON r.query = s.query AND r.book = s.book
    AND r._statement_id = s._statement_id AND r.line = s.line
  LEFT JOIN overruled o ON o.query = s.query AND o.statement_id = s._statement_id AND s.book = ''
  WHERE s.place > 1`;
}
