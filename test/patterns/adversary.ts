/**
 * Texts that a pattern may find hard: each part of it that can be repeated, repeated many
 * times, behind what leads to it and before what does not go on.
 */
import type { AST } from '@eslint-community/regexpp';
import { isSingle, parsePattern, taker } from './matcher.js';

/** `lead`, `repeated` as often as is asked for, `tail`. */
export interface Hard {
  readonly lead: string;
  readonly repeated: string;
  readonly tail: string;
}

export function textOf({ lead, repeated, tail }: Hard, times: number): string {
  return lead + repeated.repeat(times) + tail;
}

/** How often to repeat, so that what is short comes to some length, and what is long often. */
export function timesOf({ repeated }: Hard): number {
  return Math.max(16, Math.ceil(80 / repeated.length));
}

/** Characters that stand for those that a set may take. */
const CHARACTERS = Array.from(
  'aA0_ \t\n\r"\'<>/\\:=.,;&?#@|()[]{}-+!*~$%^`é\uFEFF\u0001\u0085\u2028\u202E\uD800\uDC00\uFFFD😀',
);
/** Ways of filling a set with characters that are tried. */
const FILLS = 3;

export function hardTexts(pattern: RegExp): Hard[] {
  return new Adversary(pattern).texts();
}

class Adversary {
  private readonly root: AST.RegExpLiteral;
  /** What the sets and characters of the pattern take. */
  private readonly takers = new Map<string, (character: string) => boolean>();
  /**
   * One for all that the same parts of the pattern take; those that most parts take first,
   * for there it is ambiguous.
   */
  private readonly characters: readonly string[];

  constructor(pattern: RegExp) {
    this.root = parsePattern(pattern);
    const own: string[] = [];
    visit(this.root.pattern, (node) => {
      if (node.type === 'Character') own.push(String.fromCodePoint(node.value));
      if (isSingle(node)) this.takers.set(node.raw, taker(node, pattern.flags));
    });
    const kinds = new Map<string, string>();
    for (const character of [...own, ...CHARACTERS]) {
      const kind = [...this.takers.values()].map((takes) => (takes(character) ? '1' : '0'));
      if (!kinds.has(kind.join(''))) kinds.set(kind.join(''), character);
    }
    const weight = (kind: string): number => kind.replaceAll('0', '').length;
    this.characters = [...kinds]
      .sort(([one], [other]) => weight(other) - weight(one))
      .map(([, character]) => character);
  }

  texts(): Hard[] {
    const repeated = new Map<string, Set<string>>();
    const add = (text: string, lead: string): void => {
      if (text !== '') repeated.set(text, (repeated.get(text) ?? new Set([''])).add(lead));
    };
    for (const character of this.characters) add(character, '');
    for (let fill = 0; fill < FILLS; fill++) {
      visit(this.root.pattern, (node) => {
        if (node.type !== 'Alternative') return;
        const parts = node.elements.map((element) => this.sample(element, fill));
        const before = this.before(node, fill);
        parts.forEach((_, from) => {
          for (let to = from + 1; to <= parts.length; to++) {
            add(parts.slice(from, to).join(''), before + parts.slice(0, from).join(''));
          }
        });
      });
    }
    const tails = this.tails();
    return [...repeated].flatMap(([text, leads]) =>
      [...leads].flatMap((lead) => tails.map((tail) => ({ lead, repeated: text, tail }))),
    );
  }

  /** Nothing, and for each set a character that it does not take. */
  private tails(): string[] {
    const strange = [...this.characters].reverse();
    const refused = [...this.takers.values()].flatMap(
      (takes) => strange.find((character) => !takes(character)) ?? [],
    );
    return [...new Set(['', ...refused])];
  }

  /** What leads to an alternative from the beginning of the pattern. */
  private before(node: AST.Alternative, fill: number): string {
    let text = '';
    for (let inner: AST.Node = node; inner.parent !== null; inner = inner.parent) {
      if (inner.parent.type !== 'Alternative') continue;
      const { elements } = inner.parent;
      const before = elements.slice(0, elements.indexOf(inner as AST.Element));
      text = before.map((element) => this.sample(element, fill)).join('') + text;
    }
    return text;
  }

  /** A short text that the element takes. */
  private sample(element: AST.Element, fill: number): string {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        const taken = this.characters.filter(this.takers.get(element.raw)!);
        return taken[fill % taken.length] ?? '';
      }
      case 'Group':
      case 'CapturingGroup': {
        const chosen = element.alternatives[fill % element.alternatives.length]!;
        return chosen.elements.map((each) => this.sample(each, fill)).join('');
      }
      case 'Quantifier':
        return this.sample(element.element, fill).repeat(Math.max(1, Math.min(element.min, 20)));
      case 'Assertion':
      case 'Backreference':
      case 'ExpressionCharacterClass':
        return '';
    }
  }
}

function visit(node: AST.Node, take: (node: AST.Node) => void): void {
  take(node);
  if ('alternatives' in node) for (const each of node.alternatives) visit(each, take);
  if (node.type === 'Alternative') for (const each of node.elements) visit(each, take);
  if (node.type === 'Quantifier') visit(node.element, take);
}
