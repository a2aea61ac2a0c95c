/**
 * The file of `flexetl report`: a report replaces a report, whole, and nothing else. What is in it
 * is not known here.
 */
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FlexError } from '../../errors.js';
import { behindLinks, clearTemporary, replaceText, statIfAny } from '../../files/atomic.js';
import { mapErrors } from '../../files/fs-errors.js';
import { MARK } from '../../report-page/page.js';

/** @throws FlexError FLEX_CONFIG if something stands there that is no report */
export async function mustBeReport(path: string): Promise<void> {
  const status = await statIfAny(path);
  if (status === undefined) {
    behindLinks(path);
    if ((await statIfAny(dirname(path)))?.isDirectory() === true) return;
    throw refused(`There is no directory ${dirname(path)}.`, 'Create it, or name another file.');
  }
  if (!status.isFile()) {
    throw refused(`${path} is not a file.`, 'Name a file with --out, or - for stdout.');
  }
  behindLinks(path);
  if (Number(status.size) === 0 || (await beginning(path)) === MARK) return;
  throw refused(
    `${path} is no report of flexetl, and is not replaced.`,
    'Name another file with --out, or remove this one.',
  );
}

/** @throws FlexError FLEX_DEST_FULL, FLEX_DEST_REFUSED, FLEX_DEST_FAILED */
export async function writeReport(path: string, text: string): Promise<void> {
  const file = behindLinks(path);
  await clearTemporary(dirname(file), new Date());
  await replaceText(file, text);
}

/** As many bytes as a report is known by. */
async function beginning(path: string): Promise<string> {
  return mapErrors(path, async () => {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MARK.length), 0, MARK.length, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  });
}

function refused(message: string, advice: string): FlexError {
  return new FlexError('FLEX_CONFIG', message, { advice });
}
