/** The part of `check` for the archive: whether a report can be filed in it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { asFlexError, FlexError } from '../../errors.js';
import { mustBeWritable, nearestDirectory } from '../../files/directories.js';
import { destinationError } from '../../files/fs-errors.js';
import { asFolder, isAddress, parseAddress } from '../../object-store/address.js';
import type { ObjectStore } from '../../object-store/store.js';
import { size } from '../../text/numbers.js';
import { redact } from '../../text/redact.js';
import type { Finding } from './findings.js';

/** Less than this is worth a warning: about a year of a busy account, unpacked. */
const LITTLE_SPACE = 1024 ** 3;

const name = 'archive';

export async function checkArchive(place: string): Promise<Finding> {
  return isAddress(place) ? checkBucket(name, place) : checkFolder(place);
}

async function checkFolder(folder: string): Promise<Finding> {
  try {
    const place = await nearestDirectory(resolve(folder));
    await mustBeWritable(place, folder);
    const { bavail, bsize } = await statfs(place);
    const free = bavail * bsize;
    const made = place === resolve(folder) ? '' : ' It is created when the first report is filed.';
    const message = `${redact(folder)} can be written; ${size(free)} are free.${made}`;
    if (free >= LITTLE_SPACE) return { name, status: 'ok', message };
    return { name, status: 'warn', message, advice: 'Free space.' };
  } catch (thrown) {
    return { name, status: 'fail', error: destinationError(thrown, folder) };
  }
}

/**
 * An object is written, refused a second time, listed, read and deleted again.
 * @param name of the finding
 * @param address of a prefix
 */
export async function checkBucket(name: string, address: string): Promise<Finding> {
  try {
    const { bucket, key: prefix } = parseAddress(address);
    const { openStore } = await import('../../object-store/open.js');
    const store = await openStore(bucket);
    const key = `${asFolder(prefix)}.flexetl-check-${randomUUID()}`;
    const first = Buffer.from('first');
    await store.putIfAbsent(key, first);
    try {
      const again = await store.putIfAbsent(key, Buffer.from('second'));
      const inParts = await putInParts(await openStore(bucket, { largestAtOnce: 0 }), key);
      await store.pages(key)[Symbol.asyncIterator]().next();
      const kept = (await store.read(key))?.equals(first) === true;
      if (again || inParts || !kept) throw overwrites(address);
    } finally {
      await store.delete(key);
    }
    const message = `${address} can be listed, read and written, and refuses to overwrite.`;
    return { name, status: 'ok', message };
  } catch (thrown) {
    return { name, status: 'fail', error: asFlexError(thrown) };
  }
}

/** Tries to overwrite the object in parts: some stores honour conditions only for whole objects. */
async function putInParts(store: ObjectStore, key: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'flexetl-check-'));
  try {
    const path = join(folder, 'third');
    await writeFile(path, 'third');
    return await store.putIfAbsent(key, { path, size: 'third'.length });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function overwrites(address: string): FlexError {
  const message = `The store of ${address} ignores If-None-Match and would overwrite what others wrote.`;
  return new FlexError('FLEX_STORE_FAILED', message, {
    advice: 'Update the store, or use one that supports conditional writes.',
  });
}
