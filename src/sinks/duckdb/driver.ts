/**
 * The driver of DuckDB, made to read every text as it is. All of src/ imports it from here.
 *
 * Its decoder takes U+FEFF at the beginning of a text for a byte order mark and drops it: an
 * account or a description would come back shorter than it is stored. The driver has no
 * setting for it, but its decoder can be replaced.
 */
import accessors from '@duckdb/node-api/lib/vectors/dataAccessors.js';

Object.assign(accessors, { textDecoder: new TextDecoder('utf-8', { ignoreBOM: true }) });

export { DuckDBInstance, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api';
