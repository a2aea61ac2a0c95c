/**
 * Reports that were asked for and have not been filed: the reference code is kept
 * in `DIR/<query>/.pending-<asked>.json`, so that a process that was killed
 * while it waited is followed by one that takes the same report up. A reference
 * code is worth nothing without the token, which is not kept.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mapErrors } from '../sinks/file-output.js';
import { askedKey, type Asked } from './asked.js';
import { queryFolder } from './names.js';
import { replaceText } from './temporary.js';

export interface Pending {
  readonly referenceCode: string;
  /** Where the service said that the report is to be had. */
  readonly url: string | undefined;
}

/** After that a report may be older than what would be generated now, or gone. */
const STALE_MILLISECONDS = 2 * 60 * 60 * 1000;

export async function keepPending(
  archive: string,
  query: string,
  asked: Asked,
  pending: Pending,
  now: Date,
): Promise<void> {
  const folder = queryFolder(archive, query);
  await mapErrors(folder, () => mkdir(folder, { recursive: true }));
  const { referenceCode, url } = pending;
  const kept = { referenceCode, url: withoutParameters(url), askedAt: now.toISOString() };
  await replaceText(pathOf(archive, query, asked), `${JSON.stringify(kept)}\n`);
}

/** The report that is waited for; undefined where there is none, or where it is too old. */
export async function readPending(
  archive: string,
  query: string,
  asked: Asked,
  now: Date,
): Promise<Pending | undefined> {
  const path = pathOf(archive, query, asked);
  const found = await readFile(path, 'utf8').then(parsePending, () => undefined);
  if (found === undefined) return undefined;
  const age = now.getTime() - Date.parse(found.askedAt);
  if (age >= 0 && age < STALE_MILLISECONDS) return found;
  await dropPending(archive, query, asked);
  return undefined;
}

/** It is not waited for any more: it is filed, or it will never come. */
export async function dropPending(archive: string, query: string, asked: Asked): Promise<void> {
  const path = pathOf(archive, query, asked);
  await mapErrors(path, () => rm(path, { force: true }));
}

function pathOf(archive: string, query: string, asked: Asked): string {
  return join(queryFolder(archive, query), `.pending-${askedKey(asked)}.json`);
}

function parsePending(text: string): (Pending & { askedAt: string }) | undefined {
  try {
    const found = JSON.parse(text) as { referenceCode?: unknown; url?: unknown; askedAt?: unknown };
    const { referenceCode, url, askedAt } = found;
    if (typeof referenceCode !== 'string' || typeof askedAt !== 'string') return undefined;
    return { referenceCode, url: typeof url === 'string' ? url : undefined, askedAt };
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
