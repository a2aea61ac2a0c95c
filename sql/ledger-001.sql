-- The ledger: what was loaded, what it spoke of, and what was odd about it.
-- Hand-written; portable to Postgres-wire engines and DuckDB. Applied once, in
-- order of number; {schema} is replaced by the quoted schema name.

-- What was loaded: a row for each input, known by the digest of its bytes, and each
-- variant, the options that shape its rows.
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

-- Which statements an input held: a load is undone and redone by its statements.
CREATE TABLE {schema}.flexetl_load_statements (
  sha256 text NOT NULL,
  variant text NOT NULL,
  statement_id text NOT NULL,
  PRIMARY KEY (sha256, variant, statement_id)
);

-- Which tables each statement spoke of; of unmapped_rows each section by itself, as
-- unmapped_rows/SoftDollars. "rank" orders statements by time of
-- generation, then digest: the greater one is the newer.
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

-- Literals that did not fit their column, and why; _extra of the row has them.
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

-- Names of attributes and sections that the catalogue did not have, and how often
-- each was seen.
CREATE TABLE {schema}.flexetl_drift (
  load_id text NOT NULL,
  sha256 text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  seen bigint NOT NULL
);

-- Whoever publishes updates the row of its scope and so waits for the one before.
CREATE TABLE {schema}.flexetl_locks (
  scope text NOT NULL PRIMARY KEY,
  holder text NOT NULL
);
