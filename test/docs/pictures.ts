/**
 * Pictures of a terminal, as SVG: what was typed and what it printed, taken from
 * the samples of a page that tests run, so that no picture shows what is not so.
 */
import type { Sample } from './samples.js';

const FONT_SIZE = 14;
/** Of a monospace font, near enough: every line says its own length. */
const CHARACTER = 8.4;
const LINE = 19;
const MARGIN = 18;
const BAR = 30;

/** One picture of several commands, one below the other. */
export function terminalPicture(title: string, samples: readonly Sample[]): string {
  const lines = samples.flatMap(({ code, output }, index) => [
    ...(index === 0 ? [] : [{ text: '', typed: false }]),
    ...code
      .trimEnd()
      .split('\n')
      .map((text, line) => ({ text: line === 0 ? `$ ${text}` : text, typed: true })),
    ...(output?.text.trimEnd().split('\n') ?? []).map((text) => ({ text, typed: false })),
  ]);
  const columns = Math.max(...lines.map(({ text }) => text.length));
  const width = Math.ceil(columns * CHARACTER + 2 * MARGIN);
  const height = BAR + lines.length * LINE + MARGIN;
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, at) => `<circle cx="${MARGIN + at * 18}" cy="${BAR / 2}" r="5" fill="${colour}" />`,
  );
  const rows = lines.flatMap(({ text, typed }, at) => {
    if (text === '') return [];
    const place = `x="${MARGIN}" y="${round(BAR + (at + 0.8) * LINE)}"`;
    const length = `textLength="${round(text.length * CHARACTER)}" lengthAdjust="spacingAndGlyphs"`;
    return [`<text ${place} ${length}${typed ? ' class="typed"' : ''}>${escaped(text)}</text>`];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<style>',
    `  text { font: ${FONT_SIZE}px ui-monospace, Menlo, Consolas, monospace; fill: #d6deeb; white-space: pre; }`,
    '  .typed { fill: #ffffff; font-weight: bold; }',
    '</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="#1b2333" />`,
    ...dots,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

const round = (length: number): string => length.toFixed(1);

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(' ', '\u00a0');
}
