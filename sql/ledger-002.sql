-- What tells events without a report date from those of other statements, and the keys of
-- events that were removed. Applied once, after ledger-001.sql, to a ledger without loads:
-- rows that were loaded by the rules of version 1 have other keys.

ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS timezone text;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS attributes text;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS keyed_by text;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS undated bigint;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS dateless bigint;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS bounded boolean;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS bound_from date;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS bound_to date;
ALTER TABLE {schema}.flexetl_coverage ADD COLUMN IF NOT EXISTS traded_from date;
COMMENT ON COLUMN {schema}.flexetl_coverage.timezone IS 'The zone in which times without a zone were read.';
COMMENT ON COLUMN {schema}.flexetl_coverage.attributes IS 'Events: digest of the attributes that the statement has of them.';
COMMENT ON COLUMN {schema}.flexetl_coverage.keyed_by IS 'Events: the natural keys that its rows are known by, with # where some are known by their content.';
COMMENT ON COLUMN {schema}.flexetl_coverage.undated IS 'Events: number of rows without a report date, and without another day that bounds it.';
COMMENT ON COLUMN {schema}.flexetl_coverage.dateless IS 'Events: how many of these are known by their content and have no day in any column.';
COMMENT ON COLUMN {schema}.flexetl_coverage.bounded IS 'Events: whether columns tell the day that bounds a row without a report date.';
COMMENT ON COLUMN {schema}.flexetl_coverage.bound_from IS 'Events: the first of these days.';
COMMENT ON COLUMN {schema}.flexetl_coverage.bound_to IS 'Events: the last of these days.';
COMMENT ON COLUMN {schema}.flexetl_coverage.traded_from IS 'Events: the first such day of any row, with a report date or without, empty where one has none.';

CREATE TABLE {schema}.flexetl_removed (
  account_id text NOT NULL,
  query text NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  statement_id text NOT NULL,
  rank text NOT NULL,
  PRIMARY KEY (account_id, query, table_name, row_key)
);
COMMENT ON TABLE {schema}.flexetl_removed IS
  'Events that newer statements have removed: so that an older statement which is loaded later does not bring them back.';
COMMENT ON COLUMN {schema}.flexetl_removed.account_id IS 'Account of the row, empty where the table has none.';
COMMENT ON COLUMN {schema}.flexetl_removed.query IS 'The Flex query that delivered it.';
COMMENT ON COLUMN {schema}.flexetl_removed.table_name IS 'Its table.';
COMMENT ON COLUMN {schema}.flexetl_removed.row_key IS 'Its _row_key.';
COMMENT ON COLUMN {schema}.flexetl_removed.statement_id IS 'The newest statement that had it.';
COMMENT ON COLUMN {schema}.flexetl_removed.rank IS 'The rank of that statement, as in flexetl_coverage.';
