/** What files, directories, globs and `-` stand for. */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FlexError } from '../../src/errors.js';
import { expandInputs, isSource, type ExpandedInput } from '../../src/sources/inputs.js';
import { readAll, useDirectory } from './reading.js';

const directory = useDirectory();

function make(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(directory(), path)), { recursive: true });
    writeFileSync(join(directory(), path), `<!-- ${path} -->`);
  }
}

function link(path: string, target: string): void {
  symlinkSync(join(directory(), target), join(directory(), path));
}

/** Sources by name, errors as `name: code`, both below the directory of the test. */
function told(inputs: ExpandedInput[]): string[] {
  return inputs.map((input) => {
    const name = input.name === '-' ? '-' : relative(directory(), input.name);
    return isSource(input) ? name : `${name}: ${input.error.code}`;
  });
}

const expanded = async (...inputs: string[]) =>
  told(await expandInputs(inputs.map((input) => (input === '-' ? '-' : join(directory(), input)))));

describe('a file', () => {
  it('is taken whatever its name, under the name given', async () => {
    make('report.txt', '.hidden', 'half.xml.tmp');
    expect(await expanded('report.txt', '.hidden', 'half.xml.tmp')).toEqual([
      'report.txt',
      '.hidden',
      'half.xml.tmp',
    ]);
  });

  it('with the characters of a glob in its name is that file', async () => {
    make('a[1].xml', 'a1.xml');
    expect(await expanded('a[1].xml')).toEqual(['a[1].xml']);
  });

  it('named twice is taken once, also by a link, a directory and a glob', async () => {
    make('in/a.xml', 'in/b.xml');
    link('in/again.xml', 'in/b.xml');
    expect(await expanded('in/b.xml', 'in/../in/b.xml', 'in', 'in/*.xml')).toEqual([
      'in/b.xml',
      'in/a.xml',
    ]);
  });

  it('that is a pipe can be read twice', async () => {
    const path = join(directory(), 'pipe');
    execFileSync('mkfifo', [path]);
    const [source] = await expandInputs([path]);
    if (source === undefined || !isSource(source)) throw new Error('The pipe was not taken.');
    createWriteStream(path).end(gzipSync('<a/>'));
    expect(String(await readAll(source))).toBe('<a/>');
    expect(String(await readAll(source))).toBe('<a/>');
    await source.close();
  });
});

describe('a directory', () => {
  it('stands for the reports below it, in the byte order of their paths', async () => {
    make('in/b.xml', 'in/a/z.XML.GZ', 'in/a-b.xml', 'in/B.xml', 'in/a/deep/er/x.gz', 'in/é.xml');
    expect(await expanded('in')).toEqual([
      'in/B.xml',
      'in/a-b.xml',
      'in/a/deep/er/x.gz',
      'in/a/z.XML.GZ',
      'in/b.xml',
      'in/é.xml',
    ]);
  });

  it('passes over what is no report or not finished', async () => {
    make('in/a.xml', 'in/a.json', 'in/b.xml.tmp', 'in/c.xml.part', 'in/d.xml.partial');
    make('in/.e.xml', 'in/.git/f.xml', 'in/g.txt', 'in/xml', 'in/.xml');
    execFileSync('mkfifo', [join(directory(), 'in/pipe.xml')]);
    expect(await expanded('in')).toEqual(['in/a.xml']);
  });

  it('that links to itself, above or to another ends, each directory once', async () => {
    make('in/a.xml', 'other/b.xml');
    link('in/self', 'in');
    link('in/above', '.');
    link('in/to', 'other');
    link('other/back', 'in');
    const found = await expanded('in');
    expect(found.map((name) => name.slice(-5)).sort()).toEqual(['a.xml', 'b.xml']);
    expect(await expanded('in')).toEqual(found);
  });

  it('without a report is FLEX_INPUT_NOT_FOUND', async () => {
    make('in/a.json');
    expect(await expanded('in')).toEqual(['in: FLEX_INPUT_NOT_FOUND']);
  });

  it('tells of a broken link to a report, and takes the others', async () => {
    make('in/b.xml');
    link('in/a.xml', 'gone.xml');
    link('in/notes', 'gone.txt');
    expect(await expanded('in')).toEqual(['in/a.xml: FLEX_INPUT_NOT_FOUND', 'in/b.xml']);
  });
});

describe('a glob', () => {
  it('stands for its matches in byte order', async () => {
    make('2024/b.xml', '2024/a.xml', '2023/c.xml', '2023/c.txt');
    expect(await expanded('*/*.xml')).toEqual(['2023/c.xml', '2024/a.xml', '2024/b.xml']);
    expect(await expanded('**/*.{txt,none}')).toEqual(['2023/c.txt']);
  });

  it('that ends in * takes reports, and looks into directories', async () => {
    make('in/a.xml', 'in/a.json', 'in/b.xml.part', 'in/more/c.xml', 'in/.d.xml');
    expect(await expanded('in/*')).toEqual(['in/a.xml', 'in/more/c.xml']);
    expect(await expanded('in/**')).toEqual(['in/a.xml', 'in/more/c.xml']);
    expect(await expanded('i*')).toEqual(['in/a.xml', 'in/more/c.xml']);
  });

  it('is not held up by links in a circle', async () => {
    make('in/a.xml');
    link('in/self', 'in');
    expect(await expanded('**/*.xml')).toHaveLength(1);
    expect(await expanded('**')).toEqual(['in/a.xml']);
  });

  it('keeps relative names relative', async () => {
    make('in/a.xml');
    const pattern = join(relative(process.cwd(), directory()), 'in/*.xml');
    const [source] = await expandInputs([pattern]);
    expect(source?.name).toBe(pattern.replace('*', 'a'));
  });

  it('without a match is FLEX_INPUT_NOT_FOUND', async () => {
    make('a.json');
    expect(await expanded('*.xml', '*')).toEqual([
      '*.xml: FLEX_INPUT_NOT_FOUND',
      '*: FLEX_INPUT_NOT_FOUND',
    ]);
  });
});

describe('many inputs', () => {
  it('an input that names nothing does not keep the others out', async () => {
    make('a.xml', 'b.xml');
    symlinkSync('round', join(directory(), 'round'));
    const inputs = ['b.xml', 'gone.xml', 'a.xml/below', 'round', 'a.xml'];
    expect(await expanded(...inputs)).toEqual([
      'b.xml',
      'gone.xml: FLEX_INPUT_NOT_FOUND',
      'a.xml/below: FLEX_INPUT_NOT_FOUND',
      'round: FLEX_INPUT_UNREADABLE',
      'a.xml',
    ]);
  });

  it('an error names the input and leads to exit status 65', async () => {
    const [input] = await expandInputs(['no/such/file.xml']);
    if (input === undefined || isSource(input)) throw new Error('It was taken.');
    expect(input.error.at.file).toBe('no/such/file.xml');
    expect(input.error.exitStatus).toBe(65);
  });

  it.each([
    ['missing.xml', /^Check the path\.$/],
    ['latin\uFFFD.xml', /not UTF-8, shown as \uFFFD, rename it/],
  ])('the advice about %s, which is not there, fits its name', async (name, advice) => {
    const [input] = await expandInputs([join(directory(), name)]);
    expect(input).toMatchObject({ error: { message: 'There is no such file.' } });
    expect((input as { error: FlexError }).error.advice).toMatch(advice);
  });

  it('stdin is taken once, in its place', async () => {
    make('a.xml');
    expect(await expanded('-', 'a.xml', '-')).toEqual(['-', 'a.xml']);
  });

  it('no inputs are no sources', async () => {
    expect(await expandInputs([])).toEqual([]);
  });
});
