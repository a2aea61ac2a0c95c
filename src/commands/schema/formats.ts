/** The formats of `flexetl schema`. A file of its own, so that help loads fast. */

export const FORMATS = ['markdown', 'sql', 'json-schema', 'typescript', 'dbt'] as const;
export const DIALECTS = ['postgres', 'duckdb'] as const;
/** What spreads tables over servers. */
export const CLUSTERS = ['citus'] as const;

export type Format = (typeof FORMATS)[number];
export type Dialect = (typeof DIALECTS)[number];
export type Cluster = (typeof CLUSTERS)[number];

/** Those that there are for a database. */
export const CLUSTERS_OF: Readonly<Record<Dialect, readonly Cluster[]>> = {
  postgres: CLUSTERS,
  duckdb: [],
};
