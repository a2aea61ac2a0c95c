-- The ledger: what was loaded, what it spoke of, and what was odd about it.
-- Hand-written; portable to Postgres-wire engines and DuckDB. Applied once, in
-- order of number; {schema} is replaced by the quoted schema name.
-- flexetl_migrations itself is made before the first of them.

COMMENT ON TABLE {schema}.flexetl_migrations IS
  'The versions that the ledger was brought to, and when.';
COMMENT ON COLUMN {schema}.flexetl_migrations.version IS 'Number of the migration.';
COMMENT ON COLUMN {schema}.flexetl_migrations.applied_at IS 'When it was applied.';

CREATE TABLE {schema}.flexetl_loads (
  sha256 text NOT NULL,
  variant text NOT NULL,
  load_id text NOT NULL,
  input text NOT NULL,
  bytes bigint NOT NULL,
  mode text NOT NULL,
  as_query text,
  tool_version text NOT NULL,
  orchestrator text,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  statements bigint NOT NULL,
  parsed bigint NOT NULL,
  tables text NOT NULL,
  problems bigint NOT NULL,
  notices text NOT NULL,
  PRIMARY KEY (sha256, variant)
);
COMMENT ON TABLE {schema}.flexetl_loads IS
  'What was loaded: a row for each input, known by the digest of its bytes, and each variant, the options that shape its rows.';
COMMENT ON COLUMN {schema}.flexetl_loads.sha256 IS 'SHA-256 of the input, after unpacking.';
COMMENT ON COLUMN {schema}.flexetl_loads.variant IS 'The options that shape its rows, empty where all are the defaults.';
COMMENT ON COLUMN {schema}.flexetl_loads.load_id IS 'The call that loaded it.';
COMMENT ON COLUMN {schema}.flexetl_loads.input IS 'Its name, as it was given.';
COMMENT ON COLUMN {schema}.flexetl_loads.bytes IS 'Its size, after unpacking.';
COMMENT ON COLUMN {schema}.flexetl_loads.mode IS 'merge, append or replace.';
COMMENT ON COLUMN {schema}.flexetl_loads.as_query IS 'The name of the query that --as-query gave it.';
COMMENT ON COLUMN {schema}.flexetl_loads.tool_version IS 'Version of flexetl.';
COMMENT ON COLUMN {schema}.flexetl_loads.orchestrator IS 'What Airflow, Dagster and FLEXETL_ORCHESTRATOR say of the run that the call was a part of, as JSON.';
COMMENT ON COLUMN {schema}.flexetl_loads.started_at IS 'When the loading began.';
COMMENT ON COLUMN {schema}.flexetl_loads.finished_at IS 'When all was ready to be committed.';
COMMENT ON COLUMN {schema}.flexetl_loads.statements IS 'Number of its statements.';
COMMENT ON COLUMN {schema}.flexetl_loads.parsed IS 'Number of its rows.';
COMMENT ON COLUMN {schema}.flexetl_loads.tables IS 'Rows parsed, inserted, updated, unchanged, overruled and deleted by table, as JSON.';
COMMENT ON COLUMN {schema}.flexetl_loads.problems IS 'Number of its literals that did not fit their columns.';
COMMENT ON COLUMN {schema}.flexetl_loads.notices IS 'What somebody should know of it, as JSON.';

CREATE TABLE {schema}.flexetl_load_statements (
  sha256 text NOT NULL,
  variant text NOT NULL,
  statement_id text NOT NULL,
  PRIMARY KEY (sha256, variant, statement_id)
);
COMMENT ON TABLE {schema}.flexetl_load_statements IS
  'Which statements an input held: a load is undone and redone by its statements.';
COMMENT ON COLUMN {schema}.flexetl_load_statements.sha256 IS 'The input, as in flexetl_loads.';
COMMENT ON COLUMN {schema}.flexetl_load_statements.variant IS 'The variant, as in flexetl_loads.';
COMMENT ON COLUMN {schema}.flexetl_load_statements.statement_id IS 'The statement, as in flexetl_statements.';

CREATE TABLE {schema}.flexetl_coverage (
  account_id text NOT NULL,
  query text NOT NULL,
  table_name text NOT NULL,
  statement_id text NOT NULL,
  mode text NOT NULL,
  grain text NOT NULL,
  window_from date,
  window_to date,
  rank text NOT NULL,
  parsed bigint NOT NULL,
  PRIMARY KEY (account_id, query, table_name, statement_id, mode)
);
COMMENT ON TABLE {schema}.flexetl_coverage IS 'Which tables each statement spoke of.';
COMMENT ON COLUMN {schema}.flexetl_coverage.account_id IS 'Account of the statement.';
COMMENT ON COLUMN {schema}.flexetl_coverage.query IS 'The Flex query that delivered it.';
COMMENT ON COLUMN {schema}.flexetl_coverage.table_name IS
  'The table that it spoke of, of unmapped_rows each section by itself, as unmapped_rows/SoftDollars.';
COMMENT ON COLUMN {schema}.flexetl_coverage.statement_id IS 'The statement, as in flexetl_statements.';
COMMENT ON COLUMN {schema}.flexetl_coverage.mode IS 'append, or merge for merge and replace.';
COMMENT ON COLUMN {schema}.flexetl_coverage.grain IS 'What a row of the table stands for: event, snapshot, window or reference.';
COMMENT ON COLUMN {schema}.flexetl_coverage.window_from IS 'First day of the statement.';
COMMENT ON COLUMN {schema}.flexetl_coverage.window_to IS 'Last day of the statement.';
COMMENT ON COLUMN {schema}.flexetl_coverage.rank IS 'Orders statements by time of generation, then digest: the greater one is the newer.';
COMMENT ON COLUMN {schema}.flexetl_coverage.parsed IS 'Number of its rows for the table.';

CREATE TABLE {schema}.flexetl_problems (
  load_id text NOT NULL,
  sha256 text NOT NULL,
  input text NOT NULL,
  line bigint,
  section text,
  element text,
  attribute text,
  table_name text NOT NULL,
  literal text NOT NULL,
  reason text NOT NULL
);
COMMENT ON TABLE {schema}.flexetl_problems IS
  'Literals that did not fit their column, and why. The column _extra of the row has them.';
COMMENT ON COLUMN {schema}.flexetl_problems.load_id IS 'The call that loaded them.';
COMMENT ON COLUMN {schema}.flexetl_problems.sha256 IS 'The input, as in flexetl_loads.';
COMMENT ON COLUMN {schema}.flexetl_problems.input IS 'Name of the input.';
COMMENT ON COLUMN {schema}.flexetl_problems.line IS 'Line of the input.';
COMMENT ON COLUMN {schema}.flexetl_problems.section IS 'Section of the report.';
COMMENT ON COLUMN {schema}.flexetl_problems.element IS 'Element of the section.';
COMMENT ON COLUMN {schema}.flexetl_problems.attribute IS 'Attribute of the element.';
COMMENT ON COLUMN {schema}.flexetl_problems.table_name IS 'The table of the row.';
COMMENT ON COLUMN {schema}.flexetl_problems.literal IS 'What stands in the report.';
COMMENT ON COLUMN {schema}.flexetl_problems.reason IS 'Why it does not fit.';

CREATE TABLE {schema}.flexetl_drift (
  load_id text NOT NULL,
  sha256 text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  seen bigint NOT NULL
);
COMMENT ON TABLE {schema}.flexetl_drift IS
  'Names of attributes and sections that the catalogue did not have, and how often each was seen.';
COMMENT ON COLUMN {schema}.flexetl_drift.load_id IS 'The call that saw them.';
COMMENT ON COLUMN {schema}.flexetl_drift.sha256 IS 'The input, as in flexetl_loads.';
COMMENT ON COLUMN {schema}.flexetl_drift.kind IS 'attribute or section.';
COMMENT ON COLUMN {schema}.flexetl_drift.name IS 'The name.';
COMMENT ON COLUMN {schema}.flexetl_drift.seen IS 'How often it was seen.';

CREATE TABLE {schema}.flexetl_locks (
  scope text NOT NULL PRIMARY KEY,
  holder text NOT NULL
);
COMMENT ON TABLE {schema}.flexetl_locks IS
  'Whoever publishes updates the row of its scope and so waits for the one before.';
COMMENT ON COLUMN {schema}.flexetl_locks.scope IS 'What is taken in turns.';
COMMENT ON COLUMN {schema}.flexetl_locks.holder IS 'The call that had the last turn.';
