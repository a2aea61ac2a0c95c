-- How what competes with an input is found in as little time after ten years as on the first day.
-- Applied once, after ledger-002.sql, where rows are found by indexes.

CREATE INDEX IF NOT EXISTS flexetl_coverage_window
  ON {schema}.flexetl_coverage (account_id, table_name, window_to);
CREATE INDEX IF NOT EXISTS flexetl_coverage_statement
  ON {schema}.flexetl_coverage (statement_id, table_name);
CREATE INDEX IF NOT EXISTS flexetl_removed_rank
  ON {schema}.flexetl_removed (query, rank);
