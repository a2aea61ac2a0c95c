/** Reports as the service sends them, for the tests of the archive. Every value is invented. */
import { Catalog } from '../../src/catalog/catalog.js';
import { Archive, type ArchiveOptions } from '../../src/archive/archive.js';
import { FolderShelf } from '../../src/archive/folder-shelf.js';
import type { Shelf } from '../../src/archive/shelf.js';
import type { Link } from '../../src/files/atomic.js';

export interface StatementOptions {
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly generated?: string;
  readonly period?: string;
  readonly trades?: number;
}

export function statement(options: StatementOptions = {}): string {
  const { account = 'U1000001', from = '20240304', to = from, period = '', trades = 1 } = options;
  const { generated = '20240305;072104' } = options;
  const rows = Array.from(
    { length: trades },
    (_, n) =>
      `<Trade accountId="${account}" currency="USD" symbol="AAPL" conid="900001" tradeID="${to}${n}" transactionID="${to}${n}" reportDate="${to}" quantity="${n + 1}" tradePrice="175.25" levelOfDetail="EXECUTION"/>\n`,
  );
  return `<FlexStatement accountId="${account}" fromDate="${from}" toDate="${to}" period="${period}" whenGenerated="${generated}">
<Trades>
${rows.join('')}</Trades>
</FlexStatement>
`;
}

export function response(statements: readonly string[], query = 'Daily'): string {
  return `<FlexQueryResponse queryName="${query}" type="AF">
<FlexStatements count="${statements.length}">
${statements.join('')}</FlexStatements>
</FlexQueryResponse>
`;
}

/** A report of one statement. */
export function report(options: StatementOptions = {}): string {
  return response([statement(options)]);
}

/** The bytes in pieces, as a network has them. */
export async function* body(text: string, pieceBytes = 100): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
  }
}

export interface OpenOptions extends Partial<ArchiveOptions> {
  /** Of the directory: gives a file a second name. */
  readonly link?: Link;
}

/** @param place a directory or a shelf */
export function openArchive(place: string | Shelf, options: OpenOptions = {}): Archive {
  const { link, ...rest } = options;
  const shelf = typeof place === 'string' ? new FolderShelf(place, link) : place;
  return new Archive(shelf, {
    catalog: Catalog.load(),
    timezone: 'America/New_York',
    dateOrder: 'auto',
    ...rest,
  });
}
