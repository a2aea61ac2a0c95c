/**
 * Colours for a terminal: success, failure, caution. Never the only sign of anything. The stream
 * itself decides whether it has colours; it heeds NO_COLOR, FORCE_COLOR and TERM.
 */
import { styleText } from 'node:util';

export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  caution(text: string): string;
}

const asItIs = (text: string): string => text;

export const PLAIN: Paint = { good: asItIs, bad: asItIs, caution: asItIs };

type Style = Parameters<typeof styleText>[0];

const styled =
  (style: Style) =>
  (text: string): string =>
    text === '' ? text : styleText(style, text, { validateStream: false });

const COLOURED: Paint = { good: styled('green'), bad: styled('red'), caution: styled('yellow') };

export function paintOf(colours: boolean): Paint {
  return colours ? COLOURED : PLAIN;
}
