/** Readers find what the documents send them to, and the front page stays a front page. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from '../repository/tree.js';
import { anchorsOf, codeSpansOf, DOCUMENTS, PAGES, relativeLinksOf } from './documents.js';

const MOST_LINES_OF_README = 200;

it('README.md is a page, and not a manual', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(
    MOST_LINES_OF_README,
  );
});

it('README.md leads to every page', () => {
  const linked = new Set(relativeLinksOf('README.md').map(({ path }) => path));
  expect(PAGES.filter((page) => !linked.has(page))).toEqual([]);
});

it('pages name files of the repository that exist', () => {
  const lost = PAGES.flatMap((page) =>
    codeSpansOf(textOf(page))
      .filter((span) => /^(?:src|test|sql|schemas|fixtures|docs)\/[\w./-]*$/.test(span))
      .filter((span) => !existsSync(join(ROOT, span)))
      .map((span) => `${page} names ${span}`),
  );
  expect(lost).toEqual([]);
});

describe.each([...DOCUMENTS, 'schemas/README.md'])('the links of %s', (path) => {
  const links = relativeLinksOf(path);

  it('lead to files that exist', () => {
    expect(links.filter(({ path: to }) => !existsSync(join(ROOT, to))).map(written)).toEqual([]);
  });

  it('lead to headings that exist', () => {
    const lost = links.filter(
      ({ path: to, anchor }) =>
        anchor !== undefined && isPage(to) && !anchorsOf(textOf(to)).has(anchor),
    );
    expect(lost.map(written)).toEqual([]);
  });
});

describe('headings', () => {
  it('have the addresses that GitHub gives them', () => {
    const page = '# A `b` & c\n## Rules\n```text\n# no heading\n```\n## Rules\n<a id="old"></a>\n';
    expect([...anchorsOf(page)].sort()).toEqual(['a-b--c', 'old', 'rules', 'rules-1']);
  });
});

const written = ({ text }: { readonly text: string }): string => text;

function isPage(path: string): boolean {
  return (
    path.endsWith('.md') && existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile()
  );
}
