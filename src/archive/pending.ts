/**
 * Reports that were requested but are not finished, so that after a kill the next process continues
 * where the last one stopped. Each is remembered in `ARCHIVE/<query>/.pending-<asked>.json`: first
 * its reference code, while the report is generated; then, if it is still to be loaded, its file. A
 * reference code is useless without the token, which is not stored.
 */
import { posix } from 'node:path';
import { queryFolder } from './paths.js';
import { askedKey, type Asked } from './requested-period.js';
import type { Shelf } from './shelf.js';

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
  shelf: Shelf,
  query: string,
  asked: Asked,
  pending: Pending,
  now: Date,
): Promise<void> {
  const { referenceCode, url } = pending;
  await keep(shelf, query, asked, { referenceCode, url: withoutParameters(url) }, now);
}

/** Remembers a report that is filed but still to be loaded. */
export async function keepFiled(
  shelf: Shelf,
  query: string,
  asked: Asked,
  path: string,
  now: Date,
): Promise<void> {
  await keep(shelf, query, asked, { filed: shelf.pathOf(path) }, now);
}

/** The report that is being generated; undefined if there is none, or it is too old. */
export async function readPending(
  shelf: Shelf,
  query: string,
  asked: Asked,
  now: Date,
): Promise<Pending | undefined> {
  const { referenceCode, url } = (await readKept(shelf, query, asked, now)) ?? {};
  if (typeof referenceCode !== 'string') return undefined;
  return { referenceCode, url: typeof url === 'string' ? url : undefined };
}

/** The path of the report that is still to be loaded; undefined if there is none. */
export async function readFiled(
  shelf: Shelf,
  query: string,
  asked: Asked,
  now: Date,
): Promise<string | undefined> {
  const { filed } = (await readKept(shelf, query, asked, now)) ?? {};
  if (typeof filed !== 'string') return undefined;
  const inside = posix.normalize(filed) === filed && filed.startsWith(`${queryFolder(query)}/`);
  return inside && (await shelf.has(filed)) ? shelf.addressOf(filed) : undefined;
}

/** Forgets the report: it is finished, or will never come. */
export async function dropPending(shelf: Shelf, query: string, asked: Asked): Promise<void> {
  await shelf.remove(pathOf(query, asked));
}

function pathOf(query: string, asked: Asked): string {
  return `${queryFolder(query)}/.pending-${askedKey(asked)}.json`;
}

/** The content of the file, which may have been damaged or written by hand. */
type Kept = Partial<Record<'referenceCode' | 'url' | 'filed' | 'at', unknown>>;

async function keep(
  shelf: Shelf,
  query: string,
  asked: Asked,
  kept: Kept,
  now: Date,
): Promise<void> {
  const text = JSON.stringify({ ...kept, at: now.toISOString() });
  await shelf.replaceText(pathOf(query, asked), `${text}\n`);
}

/** Returns the record if it is recent enough, else removes it. */
async function readKept(
  shelf: Shelf,
  query: string,
  asked: Asked,
  now: Date,
): Promise<Kept | undefined> {
  const text = await shelf.readText(pathOf(query, asked));
  const found = text === undefined ? undefined : parseKept(text);
  if (found === undefined) return undefined;
  const age = now.getTime() - Date.parse(String(found.at));
  if (age >= -AHEAD_MILLISECONDS && age < STALE_MILLISECONDS) return found;
  await dropPending(shelf, query, asked);
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
