/**
 * The report of a destination: its sections in their order, read one after the other, as one file
 * of HTML. Where it is written is the command's business.
 */
import { FlexError } from '../errors.js';
import { auditBooks } from '../audit/audit.js';
import type { Reader } from '../sinks/sql/ledger/reader.js';
import { ledgerVersion } from '../sinks/sql/schema/migrations.js';
import type { Section } from './document.js';
import { pageText } from './page.js';
import { readCash } from './sections/cash.js';
import { readCoverage } from './sections/coverage.js';
import { readDividends } from './sections/dividends.js';
import { readFees } from './sections/fees.js';
import { readNav } from './sections/nav.js';
import { readPositions } from './sections/positions.js';
import { readProblems } from './sections/problems.js';
import { proofs } from './sections/proofs.js';
import { readRealized } from './sections/realized.js';
import { Warehouse } from './warehouse.js';

export interface Making {
  /** When it is made. */
  readonly now: Date;
  /** Of flexetl. */
  readonly version: string;
}

/**
 * @returns the text of the file
 * @throws FlexError if nothing has been loaded, the destination cannot be read, or a newer flexetl
 *   has created its ledger
 */
export async function reportPage(reader: Reader, making: Making): Promise<string> {
  if (!(await reader.hasLedger())) {
    // An empty page would take the place of yesterday's where a path or schema is mistyped.
    throw new FlexError('FLEX_CONFIG', `Nothing has been loaded into ${reader.name}.`, {
      advice: 'Check --to and ?schema=, or load a report first.',
    });
  }
  await ledgerVersion(reader);
  const warehouse = await Warehouse.open(reader);
  const sections: Section[] = [await readCoverage(warehouse), proofs(await auditBooks(reader))];
  const rest = [
    readNav,
    readCash,
    readPositions,
    readRealized,
    readDividends,
    readFees,
    readProblems,
  ];
  for (const read of rest) sections.push(await read(warehouse));
  return page(reader.name, making, sections);
}

function page(destination: string, { now, version }: Making, sections: readonly Section[]): string {
  const made = `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return pageText({ destination, made, version, sections });
}
