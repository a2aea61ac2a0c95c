/**
 * The documents that people read, and what can be asked of their text: headings as
 * the addresses that a link can lead to, links, blocks of code. No expectations here.
 */
import { dirname, join } from 'node:path/posix';
import { DOCUMENTS as AT_THE_ROOT, filesOf, textOf } from '../repository/tree.js';

/** The pages of docs/, those that are generated too. */
export const PAGES: readonly string[] = filesOf('docs').filter((path) => path.endsWith('.md'));

/** All of them, from the root. */
export const DOCUMENTS: readonly string[] = [...AT_THE_ROOT, ...PAGES];

/** A fenced block. */
export interface Block {
  /** What stands after the opening fence: `sh run`. */
  readonly info: string;
  readonly code: string;
  /** Line of the document on which the code begins. */
  readonly line: number;
}

export function blocksOf(document: string): Block[] {
  return [...document.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1]!,
    code: match[2]!,
    line: document.slice(0, match.index).split('\n').length + 1,
  }));
}

/** Spans of code within sentences, without their backticks. */
export function codeSpansOf(document: string): string[] {
  const prose = document.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
}

/** Addresses within a page: of its headings, as GitHub makes them, and of `<a id>`. */
export function anchorsOf(document: string): ReadonlySet<string> {
  const prose = document.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const anchors = new Set([...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!));
  for (const [, heading] of prose.matchAll(/^#{1,6} +(.+)$/gm)) {
    const slug = slugOf(heading!);
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

function slugOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

export interface Link {
  /** As it is written. */
  readonly text: string;
  /** Path from the root of the repository. */
  readonly path: string;
  /** What follows `#`; undefined where nothing does. */
  readonly anchor: string | undefined;
}

/** Links and pictures that lead to a place in the repository. */
export function relativeLinksOf(path: string): Link[] {
  const prose = textOf(path).replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((text) => {
      const [target = '', anchor] = text.split('#');
      return { text, path: target === '' ? path : join(dirname(path), target), anchor };
    });
}
