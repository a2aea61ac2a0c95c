/**
 * A report cut into tags and the text between them, byte for byte: the pieces joined are the report
 * again. Nothing is resolved or checked; anything that is not XML is text.
 */

export interface Piece {
  /** `text` is also comments, declarations and the like. */
  readonly kind: 'open' | 'empty' | 'close' | 'text';
  /** Latin-1: a character a byte. */
  readonly text: string;
  /** Of the element; '' for text. */
  readonly name: string;
}

/** A longer tag counts as text. */
const LONGEST_TAG = 1024 * 1024;
/** Enough characters to recognise what begins with `<`. */
const LONGEST_OPENING = '<![CDATA['.length;

/** The end of each construct, other than tags. */
const ENDINGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

export class PieceReader {
  private rest = '';

  /** The pieces that end in the chunk; an unfinished one waits for the next chunk. */
  take(chunk: Buffer): Piece[] {
    return this.cut(this.rest + chunk.toString('latin1'), false);
  }

  /** The rest at the end of the report. */
  end(): Piece[] {
    return this.cut(this.rest, true);
  }

  private cut(text: string, ended: boolean): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    while (at < text.length) {
      const end = text[at] === '<' ? endOfMarkup(text, at, ended) : endOfText(text, at);
      if (end < 0) break;
      pieces.push(pieceOf(text.slice(at, end)));
      at = end;
    }
    const tooLong = text.length - at > LONGEST_TAG;
    this.rest = ended || tooLong ? '' : text.slice(at);
    if (at < text.length && this.rest === '') pieces.push(textPiece(text.slice(at)));
    return pieces;
  }
}

/** The value of an attribute as written between its quotes. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const [, each, , quoted] of tag.matchAll(ATTRIBUTE)) {
    if (each === name) return quoted!.slice(1, -1);
  }
  return undefined;
}

/** The tag with other values, in the same quotes. */
export function withValues(tag: string, change: (name: string, value: string) => string): string {
  return tag.replace(ATTRIBUTE, (whole: string, name: string, equals: string, quoted: string) => {
    const value = quoted.slice(1, -1);
    const changed = change(name, value);
    return changed === value ? whole : `${name}${equals}${quoted[0]!}${changed}${quoted[0]!}`;
  });
}

/** Matched only where a name begins: otherwise a long word would take quadratic time. */
const ATTRIBUTE = /(?<![^\s=<>"'/])([^\s=<>"'/]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

function endOfText(text: string, from: number): number {
  const next = text.indexOf('<', from);
  return next < 0 ? text.length : next;
}

/** @returns -1 if it does not end in the text */
function endOfMarkup(text: string, from: number, ended: boolean): number {
  if (text.length - from < LONGEST_OPENING && !ended && text[from + 1] === '!') return -1;
  for (const [opening, ending] of ENDINGS) {
    if (!text.startsWith(opening, from)) continue;
    const end = text.indexOf(ending, from + opening.length);
    return end < 0 ? -1 : end + ending.length;
  }
  return endOfTag(text, from);
}

/** The position after the `>` outside of quotes. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

function pieceOf(text: string): Piece {
  const [, slash = '', name = ''] = /^<(\/?)([^\s/>!?][^\s/>]*)/.exec(text) ?? [];
  if (name === '') return textPiece(text);
  const kind = slash !== '' ? 'close' : text.endsWith('/>') ? 'empty' : 'open';
  return { kind, text, name };
}

function textPiece(text: string): Piece {
  return { kind: 'text', text, name: '' };
}
