/**
 * What charts have in common: a drawing that is as wide as the page, with lines for round amounts.
 * Positions across are percentages, so that letters keep their size on every screen; the scales are
 * d3's. No colours: they are the style sheet's.
 */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { markup, NOTHING, type Html } from '../html.js';

/** Pixels. */
const HEIGHT = 190;
const TOP = 8;
const BOTTOM = 22;
export const BASE = HEIGHT - BOTTOM;

export interface XLabel {
  /** Hundredths of the width. */
  readonly at: number;
  readonly text: string;
}

/** Amounts from the bottom of the drawing to its top, ends rounded. */
export function amountScale(low: number, high: number): ScaleLinear<number, number> {
  const isFlat = low === high;
  const margin = isFlat ? Math.max(1, Math.abs(low) * 0.05) : 0;
  return scaleLinear([low - margin, high + margin], [BASE, TOP]).nice(4);
}

/**
 * @param label for those who cannot see it
 * @param marks what is drawn between the grid and the labels
 */
export function plot(
  label: string,
  y: ScaleLinear<number, number>,
  labels: readonly XLabel[],
  marks: Html,
): Html {
  const ticks = y.ticks(4);
  return markup`<div class="chart" role="img" aria-label="${label}">
<svg width="100%" height="${HEIGHT}" aria-hidden="true">${axisOf(y, ticks)}</svg>
<svg width="100%" height="${HEIGHT}" aria-hidden="true">
${ticks.map((tick) => gridLine(y(tick), tick === 0))}${marks}${labelsOf(labels)}</svg></div>`;
}

function axisOf(y: ScaleLinear<number, number>, ticks: readonly number[]): Html[] {
  const format = y.tickFormat(4, Math.max(...ticks.map(Math.abs)) >= 1000 ? '~s' : ',.2~f');
  return ticks.map((tick) => {
    // Thousand millions are G to a physicist, and B where money is counted.
    const text = tick === 0 ? '0' : format(tick).replace('G', 'B');
    const at = (y(tick) + 4).toFixed(1);
    return markup`<text x="100%" dx="-8" y="${at}" text-anchor="end">${text}</text>`;
  });
}

function gridLine(y: number, isZero: boolean): Html {
  const at = y.toFixed(1);
  const kind = isZero ? 'grid zero' : 'grid';
  return markup`<line class="${kind}" x1="0" x2="100%" y1="${at}" y2="${at}"/>
`;
}

/** Most labels that a phone has room for. */
const FEW_LABELS = 5;

/** Where there are many, a phone shows every second or third of them. */
function labelsOf(labels: readonly XLabel[]): Html[] {
  const every = Math.ceil(labels.length / FEW_LABELS);
  return labels.map(({ at, text }, index) => {
    const anchor = at < 4 ? 'start' : at > 96 ? 'end' : 'middle';
    const wide = index % every === 0 ? NOTHING : markup` wide`;
    const place = markup`x="${at.toFixed(2)}%" y="${HEIGHT - 6}" text-anchor="${anchor}"`;
    return markup`<text class="x${wide}" ${place}>${text}</text>
`;
  });
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * `2024` for the first month of a year, else `Apr`; the first label of an axis tells the year, too.
 * @param month from 1
 */
export function monthLabel(year: number, month: number, isFirst: boolean): string {
  if (month === 1) return `${year}`;
  return isFirst ? `${MONTHS[month - 1]!} ${year}` : MONTHS[month - 1]!;
}

/** The names of the months, as a calendar has them above it. */
export const MONTH_NAMES: readonly string[] = MONTHS;

/** A chart with what stands above it: its title, the colours, the drawing. */
export function figure(title: Html, legend: Html, drawing: Html): Html {
  return markup`<figure><figcaption>${title}</figcaption>
${legend}${drawing}</figure>
`;
}

/** Which colour is what. @param names with the class of each */
export function legendOf(names: readonly (readonly [mark: string, name: string])[]): Html {
  const items = names.map(
    ([mark, name]) => markup`<li><span class="swatch ${mark}"></span>${name}</li>`,
  );
  return markup`<ul class="legend">${items}</ul>
`;
}
