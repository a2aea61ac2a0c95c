/** The forms in which `flexetl schema` prints. Apart, because help is there at once. */

export const FORMATS = ['markdown', 'sql', 'json-schema', 'typescript', 'dbt'] as const;
export const DIALECTS = ['postgres', 'duckdb'] as const;

export type Format = (typeof FORMATS)[number];
export type Dialect = (typeof DIALECTS)[number];
