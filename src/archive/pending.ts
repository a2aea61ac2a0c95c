/**
 * Reports that were requested but are not finished, so that after a kill the next process continues
 * where the last one stopped. Each is remembered in `DIR/<query>/.pending-<asked>.json`: first its
 * reference code, while the report is generated; then, if it is still to be loaded, its file. A
 * reference code is useless without the token, which is not stored.
 */
import { readFile, rm } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { makeDirectoryDurably } from '../files/directories.js';
import { mapErrors } from '../files/fs-errors.js';
import { exists, replaceText } from '../files/atomic.js';
import { queryFolder } from './paths.js';
import { askedKey, type Asked } from './requested-period.js';

export interface Pending {
  readonly referenceCode: string;
  /** The address of the report, as the service gave it. */
  readonly url: string | undefined;
}

/** After this time, a report may be older than a new one would be, or gone. */
const STALE_MILLISECONDS = 2 * 60 * 60 * 1000;
/**
 * A time this far in the future does not mean that the clock was set back: another process may
 * record a report after this one has read the clock, and the clocks of two machines differ.
 */
const AHEAD_MILLISECONDS = 60 * 1000;

/** Remembers a report that is being generated. */
export async function keepPending(
  archive: string,
  query: string,
  asked: Asked,
  pending: Pending,
  now: Date,
): Promise<void> {
  const { referenceCode, url } = pending;
  await keep(archive, query, asked, { referenceCode, url: withoutParameters(url) }, now);
}

/** Remembers a report that is filed but still to be loaded. */
export async function keepFiled(
  archive: string,
  query: string,
  asked: Asked,
  path: string,
  now: Date,
): Promise<void> {
  await keep(archive, query, asked, { filed: relative(archive, path) }, now);
}

/** The report that is being generated; undefined if there is none, or it is too old. */
export async function readPending(
  archive: string,
  query: string,
  asked: Asked,
  now: Date,
): Promise<Pending | undefined> {
  const { referenceCode, url } = (await readKept(archive, query, asked, now)) ?? {};
  if (typeof referenceCode !== 'string') return undefined;
  return { referenceCode, url: typeof url === 'string' ? url : undefined };
}

/** The path of the report that is still to be loaded; undefined if there is none. */
export async function readFiled(
  archive: string,
  query: string,
  asked: Asked,
  now: Date,
): Promise<string | undefined> {
  const { filed } = (await readKept(archive, query, asked, now)) ?? {};
  if (typeof filed !== 'string' || isAbsolute(filed)) return undefined;
  const path = join(archive, filed);
  const inside = normalize(path).startsWith(normalize(queryFolder(archive, query)) + sep);
  return inside && (await exists(path)) ? path : undefined;
}

/** Forgets the report: it is finished, or will never come. */
export async function dropPending(archive: string, query: string, asked: Asked): Promise<void> {
  const path = pathOf(archive, query, asked);
  await mapErrors(path, () => rm(path, { force: true }));
}

function pathOf(archive: string, query: string, asked: Asked): string {
  return join(queryFolder(archive, query), `.pending-${askedKey(asked)}.json`);
}

/** The content of the file, which may have been damaged or written by hand. */
type Kept = Partial<Record<'referenceCode' | 'url' | 'filed' | 'at', unknown>>;

async function keep(
  archive: string,
  query: string,
  asked: Asked,
  kept: Kept,
  now: Date,
): Promise<void> {
  const folder = queryFolder(archive, query);
  await makeDirectoryDurably(folder);
  const text = JSON.stringify({ ...kept, at: now.toISOString() });
  await replaceText(pathOf(archive, query, asked), `${text}\n`);
}

/** Returns the record if it is recent enough, else removes it. */
async function readKept(
  archive: string,
  query: string,
  asked: Asked,
  now: Date,
): Promise<Kept | undefined> {
  const path = pathOf(archive, query, asked);
  const found = await readFile(path, 'utf8').then(parseKept, () => undefined);
  if (found === undefined) return undefined;
  const age = now.getTime() - Date.parse(String(found.at));
  if (age >= -AHEAD_MILLISECONDS && age < STALE_MILLISECONDS) return found;
  await dropPending(archive, query, asked);
  return undefined;
}

function parseKept(text: string): Kept | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

/** A parameter or a name in an address could be a secret. */
function withoutParameters(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin === 'null' ? undefined : origin + pathname;
}
