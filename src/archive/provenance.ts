/**
 * Provenance: where an archived report comes from, as the JSON beside it says.
 * No token is in it.
 */
import { readFile } from 'node:fs/promises';
import type { Asked, Received } from './requested-period.js';

export const PROVENANCE_SCHEMA = 'flexetl/provenance@1';

export interface Provenance extends Received {
  readonly schema: typeof PROVENANCE_SCHEMA;
  readonly query: {
    /** The ID that it was asked for by. */
    readonly id: string;
    /** FlexQueryResponse@queryName; '' where the report has none. */
    readonly name: string;
  };
  readonly asked: Asked;
  /** FlexStatement@accountId of all statements, each once. */
  readonly accounts: readonly string[];
  /** The latest of all statements, `2024-03-05T12:21:04Z`. */
  readonly generatedAt: string | null;
  readonly fetchedAt: string;
  /** Under which the service handed it over; null where that is not known. */
  readonly referenceCode: string | null;
  /** Of the XML, unpacked. */
  readonly sha256: string;
  readonly bytes: number;
  readonly statements: number;
  readonly rows: number;
  /** The version of flexetl that filed it. */
  readonly flexetl: string;
}

export function provenanceText(provenance: Provenance): string {
  return `${JSON.stringify(provenance, null, 2)}\n`;
}

/** The provenance in a file; undefined where there is none that can be understood. */
export async function readProvenance(path: string): Promise<Provenance | undefined> {
  try {
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<Provenance> | null;
    return isProvenance(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Files are edited and replaced by people: what the rest relies on is looked at. */
function isProvenance(found: Partial<Provenance> | null): found is Provenance {
  return (
    typeof found === 'object' &&
    found !== null &&
    found.schema === PROVENANCE_SCHEMA &&
    /^[0-9a-f]{64}$/.test(found.sha256 ?? '') &&
    typeof found.bytes === 'number' &&
    typeof found.asked === 'object' &&
    typeof found.query?.name === 'string' &&
    Array.isArray(found.periods) &&
    Array.isArray(found.accounts) &&
    (found.from === null || typeof found.from === 'string') &&
    (found.to === null || typeof found.to === 'string') &&
    !Number.isNaN(Date.parse(found.fetchedAt ?? ''))
  );
}
