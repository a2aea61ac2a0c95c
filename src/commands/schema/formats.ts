/** The formats of `flexetl schema`. A file of its own, so that help loads fast. */

export const FORMATS = ['markdown', 'sql', 'json-schema', 'typescript', 'dbt'] as const;
export const DIALECTS = ['postgres', 'duckdb'] as const;
/** What spreads the tables of Postgres over servers. */
export const CLUSTERS = ['citus'] as const;

export type Format = (typeof FORMATS)[number];
export type Dialect = (typeof DIALECTS)[number];
export type Cluster = (typeof CLUSTERS)[number];
