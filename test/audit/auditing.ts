/** For the tests of identities: reports into a warehouse, and what an audit says of one identity. */
import { auditBooks } from '../../src/audit/audit.js';
import type { Audit } from '../../src/audit/document.js';
import { IDENTITIES } from '../../src/audit/identities.js';
import { openForReading } from '../../src/sinks/destinations.js';
import { Reader } from '../../src/sinks/sql/ledger/reader.js';
import type { Warehouse } from '../views/warehouse.js';

export interface Verdict {
  /** exact, rounded, differing, not provable */
  readonly counts: readonly [number, number, number, number];
  readonly differences: Audit['differences'];
  /** What lacks, and how many checks are concerned. */
  readonly lacking: readonly (readonly [lacking: string, checks: number])[];
}

/** The whole document. */
export async function auditOf({ dest }: Pick<Warehouse, 'dest'>): Promise<Audit> {
  const destination = await openForReading(dest, 'UTC');
  try {
    return await auditBooks(new Reader(destination));
  } finally {
    await destination.close();
  }
}

/** What an audit of one identity says. */
export async function verdictOf({ dest }: Pick<Warehouse, 'dest'>, name: string): Promise<Verdict> {
  const identity = IDENTITIES.find((each) => each.name === name)!;
  const destination = await openForReading(dest, 'UTC');
  try {
    const audit = await auditBooks(new Reader(destination), [identity]);
    const [audited] = audit.identities;
    const { exact, rounded, differing, notProvable } = audited!;
    return {
      counts: [exact, rounded, differing, notProvable],
      differences: audit.differences,
      lacking: audit.notProvable.map(({ lacking, checks }) => [lacking, checks] as const),
    };
  } finally {
    await destination.close();
  }
}

/** A row that lacks these attributes, as though nobody had selected them. */
export function without<Row extends Readonly<Record<string, string>>>(
  row: Row,
  ...names: readonly (keyof Row & string)[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !(names as readonly string[]).includes(name)),
  );
}
