/** What `check` asks of the archive: whether a report can be filed in it. */
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mustBeWritable, nearestDirectory } from '../../files/directories.js';
import { destinationError } from '../../files/fs-errors.js';
import { size } from '../../text/numbers.js';
import { redact } from '../../text/redact.js';
import type { Finding } from './findings.js';

/** Less than this is worth a warning: about a year of a busy account, unpacked. */
const LITTLE_SPACE = 1024 ** 3;

export async function checkArchive(folder: string): Promise<Finding> {
  const name = 'archive';
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
