/** What verify says of a document, as the laws ask it. */
import { expect } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.js';
import { loadInput } from '../../src/pipeline/load-input.js';
import { openForComparing } from '../../src/sinks/destinations.js';
import { VerifySink, type Verdict } from '../../src/sinks/sql/verify/sink.js';
import { bytesSource } from '../../src/sources/stream.js';

export interface VerifyOptions {
  readonly catalog: Catalog;
  readonly timezone: string;
  readonly asQuery?: string | undefined;
}

type Said = Pick<Verdict, 'status' | 'differences'>;

/** @param dest as `--to` has it */
export async function verifyAll(
  dest: string,
  documents: readonly string[],
  { asQuery, ...options }: VerifyOptions,
): Promise<Said[]> {
  if (documents.length === 0) return [];
  const sink = new VerifySink(await openForComparing(dest), { ...options, differencesKept: 3 });
  const said: Said[] = [];
  try {
    for (const document of documents) {
      const { error } = await loadInput(bytesSource('report.xml', Buffer.from(document)), sink, {
        ...options,
        ...(asQuery === undefined ? {} : { asQuery }),
        loadId: 'none',
        dateOrder: 'auto',
        strict: false,
      });
      expect(error?.describe()).toBeUndefined();
      const { status, differences } = sink.verdict!;
      said.push({ status, differences });
    }
    return said;
  } finally {
    await sink.close();
  }
}

export async function verify(
  dest: string,
  document: string,
  options: VerifyOptions,
): Promise<Said | undefined> {
  const [said] = await verifyAll(dest, [document], options);
  return said;
}

export const SAME = { status: 'same', differences: [] };
export const NOT_LOADED = { status: 'not_loaded', differences: [] };
