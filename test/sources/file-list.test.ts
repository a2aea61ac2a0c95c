/** Lists of inputs: what separates their names, and what is no list. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileList } from '../../src/sources/file-list.js';
import { useDirectory } from './reading.js';

const directory = useDirectory();

function list(content: string | Uint8Array): string {
  const path = join(directory(), 'list');
  writeFileSync(path, content);
  return path;
}

describe('a list of inputs', () => {
  it.each([
    ['lines', 'a.xml\nb c.xml\n', ['a.xml', 'b c.xml']],
    ['lines of Windows', 'a.xml\r\nb.xml\r\n', ['a.xml', 'b.xml']],
    ['no last line break', 'a.xml\nb.xml', ['a.xml', 'b.xml']],
    ['empty lines', '\n\na.xml\n\n', ['a.xml']],
    ['NUL', 'a\nb.xml\0 c.xml\0', ['a\nb.xml', ' c.xml']],
    ['a byte order mark', '\uFEFFa.xml\n', ['a.xml']],
    ['a file named -', '-\n', ['./-']],
    ['nothing', '', []],
  ])('with %s', async (_, content, expected) => {
    expect(await readFileList(list(content))).toEqual(expected);
  });

  it('comes from stdin, in any pieces', async () => {
    const stdin = Readable.from([
      Buffer.from('ä.xm').subarray(0, 1),
      Buffer.from('ä.xml\n').subarray(1),
    ]);
    expect(await readFileList('-', stdin)).toEqual(['ä.xml']);
  });

  it('gives back whatever names are separated by NUL', async () => {
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => !/[\0\uFEFF<]/.test(text) && text !== '-');
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1 }), async (names) => {
        expect(await readFileList(list(names.map((each) => `${each}\0`).join('')))).toEqual(names);
      }),
    );
  });

  it.each([
    ['a report', '<?xml version="1.0"?><FlexQueryResponse/>', /looks like a report/],
    ['a packed report', gzipSync('<FlexQueryResponse/>'), /looks like a report/],
    ['not UTF-8', Uint8Array.of(0x61, 0xff, 0x0a), /not UTF-8/],
  ])('that is %s is refused', async (_, content, message) => {
    await expect(readFileList(list(content))).rejects.toMatchObject({
      code: 'FLEX_INPUT_UNREADABLE',
      message: expect.stringMatching(message) as string,
    });
  });

  it('that is not there is named', async () => {
    await expect(readFileList(join(directory(), 'none'))).rejects.toMatchObject({
      code: 'FLEX_INPUT_NOT_FOUND',
      at: { file: join(directory(), 'none') },
    });
  });
});
