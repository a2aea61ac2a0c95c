/**
 * Rejected bodies of the service, kept for inspection:
 * `DIR/<query>/refused/<time>_<code>_<digest>.refused`, unpacked, and with the token removed. A
 * replay ignores such names, and only the last few of a query are kept.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FlexError } from '../errors.js';
import { makeDirectoryDurably } from '../files/directories.js';
import { mapErrors } from '../files/fs-errors.js';
import { publish, temporaryPath } from '../files/atomic.js';
import { fileSource } from '../sources/file.js';
import { redact } from '../text/redact.js';

const FOLDER = 'refused';
const ENDING = '.refused';
const DIGEST_DIGITS = 8;

/** How many are kept for each query. */
const KEPT = 10;

/** Characters held back until more have come: longer than any secret. */
const HELD = 8192;

/**
 * Keeps a body that was spooled to a temporary file.
 * @returns its path
 * @throws FlexError of the file system
 */
export async function keepRefused(
  queryFolder: string,
  spooled: string,
  error: FlexError,
  now: Date,
): Promise<string> {
  const folder = join(queryFolder, FOLDER);
  await makeDirectoryDurably(folder);
  const temporary = temporaryPath(folder);
  const digest = createHash('sha256');
  try {
    await mapErrors(temporary, () =>
      pipeline(
        fileSource(spooled).open(),
        withoutSecrets,
        async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            digest.update(piece);
            yield piece;
          }
        },
        createWriteStream(temporary, { flags: 'wx' }),
      ),
    );
    const time = now
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(':', '');
    const name = [time, error.code, digest.digest('hex').slice(0, DIGEST_DIGITS)].join('_');
    const path = join(folder, name + ENDING);
    await publish(temporary, path);
    await clearOldest(folder);
    return path;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** The bytes unchanged, except for secrets, which may lie across two pieces. */
async function* withoutSecrets(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = '';
  for await (const piece of pieces) {
    const text = redact(held + piece.toString('latin1'));
    held = text.slice(-HELD);
    yield Buffer.from(text.slice(0, -HELD), 'latin1');
  }
  yield Buffer.from(held, 'latin1');
}

/** Removes the oldest; names sort by time. Never throws: the next call can do it. */
async function clearOldest(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
  for (const name of names.sort().slice(0, -KEPT)) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
