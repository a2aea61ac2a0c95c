/**
 * The reports of a folder: which queries they answer, for which days, and their bytes. Only their
 * tags are read; whether they are sound is not checked.
 */
import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FlexError } from '../../errors.js';

export interface ServedReport {
  readonly path: string;
  /** Query IDs that it answers: the names of the folders above it, and its queryName. */
  readonly queries: ReadonlySet<string>;
  /** Whether it also answers any number for which the folder has no report. */
  readonly anyNumber: boolean;
  /** First and last day, `20240131`, of all its statements; '' if it has none. */
  readonly from: string;
  readonly to: string;
  /** The latest, as it is written. */
  readonly whenGenerated: string;
}

/** A period instead of the query's own, as in the request. */
export interface Period {
  readonly fd: string | undefined;
  readonly td: string | undefined;
  readonly p: string | undefined;
}

/** The name of a folder for one query; shorter numbers may be years and months. */
const OF_A_QUERY = /^\d{5,}$/;

/**
 * The files below a folder whose names end in .xml or .xml.gz.
 * @throws FlexError FLEX_INPUT_NOT_FOUND where there are none
 */
export async function readReports(folder: string): Promise<ServedReport[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (thrown: unknown) => {
      const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown reason';
      throw new FlexError('FLEX_INPUT_NOT_FOUND', `The directory cannot be read (${code}).`, {
        at: { file: folder },
      });
    },
  );
  const files = entries
    .filter((entry) => entry.isFile() && /\.xml(?:\.gz)?$/i.test(entry.name))
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) {
    throw new FlexError('FLEX_INPUT_NOT_FOUND', 'The directory has no .xml or .xml.gz file.', {
      at: { file: folder },
      advice: 'Choose a directory of Flex reports.',
    });
  }
  const reports: ServedReport[] = [];
  for (const file of files) reports.push(await describe(folder, file));
  return reports;
}

/** The reports that answer a query: those for it, else those that answer any number. */
export function reportsFor(reports: readonly ServedReport[], query: string): ServedReport[] {
  const own = reports.filter(({ queries }) => queries.has(query));
  if (own.length > 0 || !/^\d+$/.test(query)) return own;
  return reports.filter(({ anyNumber }) => anyNumber);
}

/**
 * The report of a period; the newest of several. `fd` and `td` must be its days, `p` their number;
 * without them, any report matches.
 * @returns undefined if there is none
 */
export function chooseReport(
  reports: readonly ServedReport[],
  { fd, td, p }: Period,
): ServedReport | undefined {
  return newest(
    reports.filter(({ from, to }) => {
      if (fd !== undefined && td !== undefined) return from === fd && to === td;
      return p === undefined || daysOf(from, to) === Number(p);
    }),
  );
}

/** The report that was generated last. */
export function newest(reports: readonly ServedReport[]): ServedReport | undefined {
  return [...reports]
    .sort((a, b) => compare(a.whenGenerated, b.whenGenerated) || compare(a.to, b.to))
    .at(-1);
}

/** The bytes, unpacked if they are compressed. */
export async function* reportBytes(path: string): AsyncGenerator<Buffer, void, undefined> {
  const file = createReadStream(path);
  const stream = (await isGzip(path)) ? pipeline(file, createGunzip(), () => undefined) : file;
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } finally {
    file.destroy();
  }
}

async function describe(folder: string, path: string): Promise<ServedReport> {
  const named = resolve(path).slice(resolve(folder).length).split(sep).slice(1, -1);
  const queries = new Set([basename(resolve(folder)), ...named]);
  const anyNumber = ![...queries].some((name) => OF_A_QUERY.test(name));
  let from = '';
  let to = '';
  let whenGenerated = '';
  for await (const tag of tags(path)) {
    const queryName = attribute(tag, 'queryName');
    if (queryName !== undefined && queryName !== '') queries.add(queryName);
    const [first, last] = [day(attribute(tag, 'fromDate')), day(attribute(tag, 'toDate'))];
    if (first !== '' && (from === '' || first < from)) from = first;
    if (last > to) to = last;
    const made = attribute(tag, 'whenGenerated') ?? '';
    if (made > whenGenerated) whenGenerated = made;
  }
  return { path, queries, anyNumber, from, to, whenGenerated };
}

/** The start tags of the report and of its statements. */
async function* tags(path: string): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of reportBytes(path)) {
    const text = rest + chunk.toString('latin1');
    yield* text.match(/<Flex(?:QueryResponse|Statement)\s[^<>]*>/g) ?? [];
    const open = text.lastIndexOf('<');
    rest = open < 0 || text.includes('>', open) ? '' : text.slice(open);
  }
}

function attribute(tag: string, name: string): string | undefined {
  const found = [...tag.matchAll(/\s([A-Za-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const [, , double, single] = found.find(([, each]) => each === name) ?? [];
  const value = double ?? single;
  if (value === undefined) return undefined;
  return Buffer.from(value, 'latin1').toString('utf8').replaceAll('&amp;', '&');
}

/** `20240131`, from that or `2024-01-31`; other formats are not recognised here. */
function day(text: string | undefined): string {
  const digits = (text ?? '').replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3');
  return /^\d{8}$/.test(digits) ? digits : '';
}

function daysOf(from: string, to: string): number {
  const time = (text: string): number =>
    Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return Math.round((time(to) - time(from)) / 86_400_000) + 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
