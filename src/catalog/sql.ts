/**
 * Words of SQL: names and literals in quotes, and the types of columns in each dialect. Whole
 * statements are made elsewhere.
 */
import type { StoredType } from './section.js';

/** The schema that Postgres destinations use where `?schema=` names no other. */
export const DEFAULT_SCHEMA = 'flex';

/** Always quoted: attribute names give columns such as `from` and `value`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text of SQL. Not for a user's session of Postgres: there a backslash may mean something. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function postgresType(type: StoredType): string {
  switch (type) {
    case 'decimal':
      return 'numeric';
    case 'datetime':
      return 'timestamptz';
    case 'json':
      return 'jsonb';
    case 'integer':
      return 'bigint';
    case 'boolean':
    case 'date':
    case 'time':
      return type;
    case 'text':
    case 'enum':
    case 'codes':
      return 'text';
  }
}

/** Twelve places, so that a product of two decimals still fits 38 digits. */
export function duckdbType(type: StoredType): string {
  switch (type) {
    case 'decimal':
      return 'DECIMAL(38,12)';
    case 'datetime':
      return 'TIMESTAMPTZ';
    case 'integer':
      return 'BIGINT';
    case 'json':
    case 'boolean':
    case 'date':
    case 'time':
      return type.toUpperCase();
    case 'text':
    case 'enum':
    case 'codes':
      return 'VARCHAR';
  }
}

/** How one kind of database differs from the others in the SQL that makes tables and views. */
export interface SqlDialect {
  readonly typeOf: (type: StoredType) => string;
  /**
   * Whether rows are found by their statement through an index. Without it a day would take
   * Postgres as long as all years before it; DuckDB reads that one column fast enough.
   */
  readonly indexesStatements: boolean;
  /** The schema of the tables where nobody names another, quoted where it must be. */
  readonly schema: string;
  /** How `flexetl schema` is asked for it. */
  readonly schemaCommand: string;
}

export const SQL_DIALECTS = {
  postgres: {
    typeOf: postgresType,
    indexesStatements: true,
    schema: quoteIdentifier(DEFAULT_SCHEMA),
    schemaCommand: 'flexetl schema --format sql',
  },
  duckdb: {
    typeOf: duckdbType,
    indexesStatements: false,
    schema: 'main',
    schemaCommand: 'flexetl schema --format sql --dialect duckdb',
  },
} as const satisfies Readonly<Record<string, SqlDialect>>;
