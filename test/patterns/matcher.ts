/**
 * A matcher for regular expressions that backtracks as the one of JavaScript does, and counts
 * what it tries. Counted work is the same on every machine, which seconds are not.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Matches on from `at`; whether the rest matches. */
type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

/** More is as bad as endless. */
const LIMIT = 300_000;

class Enough extends Error {}

export function parsePattern(pattern: RegExp): AST.RegExpLiteral {
  return new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(String(pattern));
}

/** Whether a set or a character takes this one character. */
export function taker(node: AST.Node, flags: string): (character: string) => boolean {
  const pattern = new RegExp(`^${node.raw}$`, flags.replace(/[gymd]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    const taken = known.get(character) ?? pattern.test(character);
    known.set(character, taken);
    return taken;
  };
}

/** Whether it stands for one character. */
export function isSingle(node: AST.Node): boolean {
  return ['Character', 'CharacterSet', 'CharacterClass'].includes(node.type);
}

/** What a search of all matches, as of `replace`, costs; of the first, without the flag `g`. */
export class CountingMatcher {
  private readonly match: Match;
  private readonly flags: string;
  private characters: readonly string[] = [];
  private steps = 0;

  constructor(pattern: RegExp) {
    this.flags = pattern.flags;
    this.match = this.alternatives(parsePattern(pattern).pattern.alternatives, 1);
  }

  /** The starts and ends of what is found, and the steps it took; Infinity beyond all measure. */
  search(text: string): { found: [number, number][]; steps: number } {
    this.characters = /[uv]/.test(this.flags) ? Array.from(text) : text.split('');
    this.steps = 0;
    const found: [number, number][] = [];
    try {
      this.searchAll(found);
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
      this.steps = Infinity;
    }
    return { found, steps: this.steps };
  }

  private searchAll(found: [number, number][]): void {
    for (let from = 0; from <= this.characters.length;) {
      const [start, end] = this.first(from) ?? [];
      if (start === undefined || end === undefined) return;
      found.push([start, end]);
      if (!this.flags.includes('g')) return;
      from = end > start ? end : end + 1;
    }
  }

  private first(from: number): [number, number] | undefined {
    const last = this.flags.includes('y') ? from : this.characters.length;
    for (let start = from; start <= last; start++) {
      let end = -1;
      if (this.match(start, (at) => ((end = at), true))) return [start, end];
    }
    return undefined;
  }

  private step(): void {
    if (++this.steps > LIMIT) throw new Enough();
  }

  /** @param way 1 forwards, -1 backwards: inside of a lookbehind */
  private alternatives(alternatives: readonly AST.Alternative[], way: 1 | -1): Match {
    const matches = alternatives.map(({ elements }) => this.sequence(elements, way));
    return (at, next) => matches.some((match) => (this.step(), match(at, next)));
  }

  private sequence(elements: readonly AST.Element[], way: 1 | -1): Match {
    const matches = elements.map((element) => this.element(element, way));
    if (way === -1) matches.reverse();
    return matches.reduceRight<Match>(
      (rest, match) => (at, next) => match(at, (end) => rest(end, next)),
      (at, next) => next(at),
    );
  }

  private element(element: AST.Element, way: 1 | -1): Match {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, way);
      case 'Quantifier':
        return this.quantifier(element, way);
      case 'Assertion':
        return this.assertion(element);
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return this.character(element, way);
      case 'Backreference':
      case 'ExpressionCharacterClass':
        throw new Error(`The matcher does not know ${element.type}: ${element.raw}`);
    }
  }

  private character(element: AST.Node, way: 1 | -1): Match {
    const takesAt = this.takesAt(element, way);
    return (at, next) => takesAt(at) && next(at + way);
  }

  private takesAt(element: AST.Node, way: 1 | -1): (at: number) => boolean {
    const takes = taker(element, this.flags);
    return (at) => {
      this.step();
      const character = this.characters[way === 1 ? at : at - 1];
      return character !== undefined && takes(character);
    };
  }

  private quantifier(quantifier: AST.Quantifier, way: 1 | -1): Match {
    const { element, min, max, greedy } = quantifier;
    if (greedy && isSingle(element)) return this.run(quantifier, way);
    const once = this.element(element, way);
    const more = (count: number, at: number, next: Next): boolean => {
      this.step();
      const again = (): boolean =>
        count < max && once(at, (end) => end !== at && more(count + 1, end, next));
      if (count < min) return once(at, (end) => more(count + 1, end, next));
      return greedy ? again() || next(at) : next(at) || again();
    };
    return (at, next) => more(0, at, next);
  }

  /** As many of one character as there are, then one less, and so on: without a stack. */
  private run({ element, min, max }: AST.Quantifier, way: 1 | -1): Match {
    const takesAt = this.takesAt(element, way);
    return (at, next) => {
      let count = 0;
      while (count < max && takesAt(at + way * count)) count++;
      for (; count >= min; count--) {
        this.step();
        if (next(at + way * count)) return true;
      }
      return false;
    };
  }

  private assertion(assertion: AST.Assertion): Match {
    if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') {
      const way = assertion.kind === 'lookahead' ? 1 : -1;
      const inside = this.alternatives(assertion.alternatives, way);
      return (at, next) => inside(at, () => true) !== assertion.negate && next(at);
    }
    if (assertion.kind === 'word') {
      const isWord = (at: number): boolean => /\w/.test(this.characters[at] ?? '');
      return (at, next) => (isWord(at) !== isWord(at - 1)) !== assertion.negate && next(at);
    }
    return (at, next) => (this.step(), this.isEdge(assertion.kind, at) && next(at));
  }

  private isEdge(kind: 'start' | 'end', at: number): boolean {
    const beside = this.characters[kind === 'start' ? at - 1 : at];
    return beside === undefined || (this.flags.includes('m') && /[\n\r\u2028\u2029]/.test(beside));
  }
}
