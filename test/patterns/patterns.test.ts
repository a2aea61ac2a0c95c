/**
 * Every pattern in src/ takes time in proportion to the text. Any of them may come to see text
 * of a stranger: a refused answer, an error of a database, a name in a report.
 */
import ts from 'typescript-api';
import { describe, expect, it } from 'vitest';
import { SOURCES, textOf as sourceOf } from '../repository/tree.js';
import { hardTexts, textOf, timesOf } from './adversary.js';
import { CountingMatcher } from './matcher.js';

interface Pattern {
  readonly where: string;
  readonly pattern: RegExp;
}

/** Twice the text costs twice the work; what is square costs four times. */
const GROWTH = 2.7;
/** Steps for each character that need no second look. */
const CHEAP = 8;

/** A text that costs more than in proportion, and the steps at both sizes. */
function squareText(pattern: RegExp): string | undefined {
  const matcher = new CountingMatcher(pattern);
  for (const hard of hardTexts(pattern)) {
    const times = timesOf(hard);
    const text = textOf(hard, 2 * times);
    const large = matcher.search(text).steps;
    if (large <= CHEAP * text.length) continue;
    const small = matcher.search(textOf(hard, times)).steps;
    if (large === Infinity || large > GROWTH * small) {
      return `${JSON.stringify(hard)}: ${small} steps, then ${large}`;
    }
  }
  return undefined;
}

function visit(node: ts.Node, take: (node: ts.Node) => void): void {
  take(node);
  ts.forEachChild(node, (child) => visit(child, take));
}

function nodesOf(path: string): { where: string; node: ts.Node }[] {
  const file = ts.createSourceFile(path, sourceOf(path), ts.ScriptTarget.Latest, true);
  const nodes: { where: string; node: ts.Node }[] = [];
  visit(file, (node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    nodes.push({ where: `${path}:${line + 1}`, node });
  });
  return nodes;
}

function literal(text: string): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

const nodes = SOURCES.flatMap(nodesOf);
const patterns: Pattern[] = nodes.flatMap(({ where, node }) =>
  ts.isRegularExpressionLiteral(node) ? [{ where, pattern: literal(node.text) }] : [],
);

describe('the patterns of src/', () => {
  it('are all written out, so that each can be looked at', () => {
    expect(patterns.length).toBeGreaterThan(100);
    const made = nodes.filter(({ node }) => ts.isIdentifier(node) && node.text === 'RegExp');
    const used = made.filter(
      ({ node }) => ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent),
    );
    expect(used.map(({ where }) => where)).toEqual([]);
  });

  it('take time in proportion to the text', () => {
    const square = patterns.flatMap(({ where, pattern }) => {
      const text = squareText(pattern);
      return text === undefined ? [] : [`${where} ${String(pattern)} ${text}`];
    });
    expect(square).toEqual([]);
  });
});

describe('the check of patterns', () => {
  it.each([
    /\s+$/,
    /0+$/,
    /\s*\n\s*/,
    /<a\s[^>]*>/,
    /(a+)+b/,
    /(?:a|a)*b/,
    /"(?:[^"\\]|\\.)*"x/,
    /(?<=\/.*)x/,
    /x(?=.*y)/,
    /(?:password|token)\s*:?\s*\d/i,
    /(?<=(?:^|[\s"'])[^\s"']*\/[^\s"']*)password/,
    /([a-z][a-z0-9+.-]*:\/\/[^\s:@/"'<>]*):[^\s"'<>]*@/gi,
  ])('refuses %s', (pattern) => {
    expect(squareText(pattern)).toBeDefined();
  });

  it.each([/a+/g, /^\s+/, /^(?:[^*]|\*(?!\/))*$/, /\d{1,7}x/g, /[\r\n]+/g, /^<a\s[^>]*>/])(
    'lets %s pass',
    (pattern) => {
      expect(squareText(pattern)).toBeUndefined();
    },
  );

  it('counts the work of a matcher that finds what JavaScript finds', () => {
    for (const { pattern } of patterns) {
      const matcher = new CountingMatcher(pattern);
      const texts = hardTexts(pattern).map((hard) => textOf(hard, 2));
      const some = texts.filter((_, index) => index % 7 === 0);
      expect(some.map((text) => [pattern, text, matcher.search(text).found])).toEqual(
        some.map((text) => [pattern, text, foundIn(text, pattern)]),
      );
    }
  });
});

/** The starts and ends, in characters as the pattern counts them. */
function foundIn(text: string, pattern: RegExp): [number, number][] {
  const length = (part: string): number =>
    pattern.unicode ? Array.from(part).length : part.length;
  const all = text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`));
  const matches = pattern.global ? [...all] : [...all].slice(0, 1);
  return matches.map((match) => {
    const start = length(text.slice(0, match.index));
    return [start, start + length(match[0])];
  });
}
