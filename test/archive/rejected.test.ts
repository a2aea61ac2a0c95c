/** What was refused is kept aside, where a person finds it and no replay does. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { forgetSecrets, registerSecret } from '../../src/text/redact.js';
import type { FlexError } from '../../src/errors.js';
import { expandInputs } from '../../src/sources/inputs.js';
import { freshFolder } from '../commands/run.js';
import { body, openArchive, report } from './reports.js';

const NOW = new Date('2024-03-05T13:00:00.123Z');
const EXPECTED = { query: '123456', asked: {}, referenceCode: '1000000001', allowShort: false };
const MALFORMED = report({ trades: 50 }).replace('<Trade ', '<Trade a="1" a="2" ');

async function refusalOf(archive: Archive, text: string, pieceBytes?: number): Promise<FlexError> {
  return archive.file(body(text, pieceBytes), EXPECTED).then(
    () => {
      throw new Error('It was filed.');
    },
    (thrown: unknown) => thrown as FlexError,
  );
}

const refusedIn = (folder: string): string[] =>
  readdirSync(join(folder, '123456', 'refused')).sort();

describe('what was refused', () => {
  it.each([
    ['is malformed', MALFORMED, 'FLEX_MALFORMED'],
    ['is CSV', '"ClientAccountID","CurrencyPrimary"\n"U1000001","USD"\n', 'FLEX_CSV_REPORT'],
    ['is text', 'The service is resting.\n', 'FLEX_NOT_XML'],
    ['is other XML', '<Report>\n</Report>\n', 'FLEX_WRONG_ROOT'],
    ['is HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', 'FLEX_HTML'],
  ])('because it %s is kept as it came', async (_, text, code) => {
    const folder = freshFolder();
    const error = await refusalOf(openArchive(folder, { now: () => NOW }), text);
    expect(error.code).toBe(code);
    const [name = '', ...others] = refusedIn(folder);
    expect(others).toEqual([]);
    expect(name).toMatch(new RegExp(`^2024-03-05T130000Z_${code}_[0-9a-f]{8}\\.refused$`));
    const path = join(folder, '123456', 'refused', name);
    expect(error.message).toContain(`kept as ${path}`);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(join(folder, '123456'))).toEqual(['refused']);
  });

  it('because it is no report at all may be of another server, says the advice', async () => {
    const error = await refusalOf(openArchive(freshFolder()), 'Upstream is not there.\n');
    expect(error.advice).toContain('again in a few minutes');
  });

  it('is in no replay, and not in the way of the report that comes later', async () => {
    const folder = freshFolder();
    const archive = openArchive(folder);
    await refusalOf(archive, MALFORMED);
    const { path } = await archive.file(body(report()), EXPECTED);
    expect((await archive.reports('123456')).map((found) => found.path)).toEqual([path]);
    const inputs = await expandInputs([folder]);
    expect(inputs.map(({ name }) => basename(name))).toEqual([basename(path)]);
  });

  it.each([1, 7, 100, 100_000])('is without the token, in pieces of %i bytes', async (piece) => {
    const token = '271828182845904523536028';
    registerSecret(token);
    try {
      const folder = freshFolder();
      const filler = 'x'.repeat(9000);
      const text = `No: ${token}${filler}${token} ?t=${token}&q=1 ${filler}\u00e4${token}`;
      await refusalOf(openArchive(folder), `<FlexQueryResponse>${text}</FlexQueryResponse>`, piece);
      const kept = refusedIn(folder).map((name) =>
        readFileSync(join(folder, '123456', 'refused', name), 'utf8'),
      );
      expect(kept).toHaveLength(1);
      expect(kept[0]).not.toContain('271828');
      expect(kept[0]).toContain('No: ***x');
    } finally {
      forgetSecrets();
    }
  });

  it('is kept ten times of a query, and then the oldest goes', async () => {
    const folder = freshFolder();
    for (let minute = 10; minute < 22; minute++) {
      const now = new Date(`2024-03-05T13:${minute}:00Z`);
      await refusalOf(openArchive(folder, { now: () => now }), MALFORMED);
    }
    const names = refusedIn(folder);
    expect(names).toHaveLength(10);
    expect(names.at(0)).toContain('T131200Z');
    expect(names.at(-1)).toContain('T132100Z');
  });

  it('is told all the same where it cannot be kept', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, '123456'));
    writeFileSync(join(folder, '123456', 'refused'), 'a file');
    const error = await refusalOf(openArchive(folder), MALFORMED);
    expect(error.code).toBe('FLEX_MALFORMED');
    expect(error.message).not.toContain('kept');
  });
});
