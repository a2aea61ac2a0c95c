/**
 * Provenance: the origin of an archived report, in the JSON file beside it. It contains no token.
 */
import type { Asked, Received } from './requested-period.js';
import type { Shelf } from './shelf.js';

export const PROVENANCE_SCHEMA = 'flexetl/provenance@1';

export interface Provenance extends Received {
  readonly schema: typeof PROVENANCE_SCHEMA;
  readonly query: {
    /** The ID that was used in the request. */
    readonly id: string;
    /** FlexQueryResponse@queryName; '' if the report has none. */
    readonly name: string;
  };
  readonly asked: Asked;
  /** FlexStatement@accountId of all statements, each once. */
  readonly accounts: readonly string[];
  /** The latest of all statements, `2024-03-05T12:21:04Z`. */
  readonly generatedAt: string | null;
  readonly fetchedAt: string;
  /** The service's code for this report; null if unknown. */
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

/** The provenance at a path; undefined if it is missing or invalid. */
export async function readProvenance(shelf: Shelf, path: string): Promise<Provenance | undefined> {
  const text = await shelf.readText(path);
  if (text === undefined) return undefined;
  try {
    const found = JSON.parse(text) as Partial<Provenance> | null;
    return isProvenance(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** People edit and replace such files, so the fields that matter are checked. */
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
