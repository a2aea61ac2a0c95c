/**
 * Rejected bodies of the service, kept for inspection:
 * `DIR/<query>/refused/<time>_<code>_<digest>.refused`, unpacked, and with the token removed. A
 * replay ignores such names, and only the last few of a query are kept.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FlexError } from '../errors.js';
import { mapErrors } from '../files/fs-errors.js';
import { fileSource } from '../sources/file.js';
import { redact } from '../text/redact.js';
import type { Shelf } from './shelf.js';

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
 * @throws FlexError of the file system or the object store
 */
export async function keepRefused(
  shelf: Shelf,
  queryFolder: string,
  spooled: string,
  error: FlexError,
  now: Date,
): Promise<string> {
  const folder = `${queryFolder}/${FOLDER}`;
  await shelf.prepare(folder, now);
  const { path: temporary, mode } = shelf.temporary(folder);
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
        createWriteStream(temporary, { flags: 'wx', ...(mode === undefined ? {} : { mode }) }),
      ),
    );
    const time = now
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(':', '');
    const name = [time, error.code, digest.digest('hex').slice(0, DIGEST_DIGITS)].join('_');
    const path = `${folder}/${name}${ENDING}`;
    await shelf.keep(temporary, path);
    await clearOldest(shelf, folder).catch(() => undefined);
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

/** Removes the oldest; names sort by time. */
async function clearOldest(shelf: Shelf, folder: string): Promise<void> {
  const paths: string[] = [];
  for await (const path of shelf.list(folder)) if (path.endsWith(ENDING)) paths.push(path);
  for (const path of paths.slice(0, -KEPT)) await shelf.remove(path);
}
