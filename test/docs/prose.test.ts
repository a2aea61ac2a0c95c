/** Words that a reader stumbles over, in the pages that people write. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../repository/tree.js';
import { PAGES } from './documents.js';

const WRITTEN = ['README.md', 'CONTRIBUTING.md', ...PAGES].filter(
  (path) => !path.startsWith('docs/reference/'),
);

/** Sentences, without code and without the parts that the program gives. */
function proseOf(document: string): string {
  return document
    .replaceAll(/^<!-- generated: (\w+) -->[\s\S]*?^<!-- end: \1 -->/gm, '')
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '`');
}

describe.each(WRITTEN)('%s', (path) => {
  const lines = proseOf(textOf(path)).split('\n');

  it('speaks of things, not of "whoever" and "somebody"', () => {
    expect(lines.filter((line) => /\b(?:whoever|whomever|somebody)\b/i.test(line))).toEqual([]);
  });

  it('opens no sentence with "What"', () => {
    expect(lines.filter((line) => /(?:^|[.!?:|>] |[-#*] |\*\*)What\b/.test(line))).toEqual([]);
  });
});
