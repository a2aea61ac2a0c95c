/**
 * Parts of SQL: quoted names and literals, and the types of columns in each dialect. Whole
 * statements are built elsewhere.
 */
import type { StoredType } from './section.js';

/** The schema of Postgres destinations unless `?schema=` names another. */
export const DEFAULT_SCHEMA = 'flex';

/** Always quoted: attribute names give columns such as `from` and `value`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text literal of SQL. Not for a Postgres session of a user, where a backslash may be an escape.
 */
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
   * Whether an index finds rows by their statement. Without it, a day would take Postgres as long
   * as all years before it; DuckDB scans that one column fast enough.
   */
  readonly indexesStatements: boolean;
  /** The schema of the tables unless another is given, quoted if needed. */
  readonly schema: string;
  /** The command that prints the SQL. */
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
