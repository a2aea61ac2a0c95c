/**
 * Bars of amounts by month, of one currency: what is above zero stands on the line, what is below
 * hangs from it, and several kinds stand upon each other. Every month between the first and the
 * last has its place, so that a hole is seen.
 */
import { scaleBand, type ScaleBand, type ScaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { amount, position } from '../decimals.js';
import { markup, type Html } from '../html.js';
import { amountScale, monthLabel, plot, type XLabel } from './plot.js';

/** The widest bar, in hundredths of the width: a month alone is no wall. */
const WIDEST = 5;

/** One kind of amounts. */
export interface Series {
  readonly name: string;
  /** Class of its colour. */
  readonly mark: string;
  /** The same of what is below zero, where that is told apart. */
  readonly lossMark?: string;
  /** Decimal text by month, `2024-03`. */
  readonly values: ReadonlyMap<string, string>;
}

/** @param series with one month at least among them */
export function monthBars(label: string, currency: string, series: readonly Series[]): Html {
  const months = monthsBetween(series.flatMap(({ values }) => [...values.keys()]));
  const layers = stack<string, number>()
    .keys(series.map((_, index) => index))
    .value((month, index) => position(series[index]!.values.get(month) ?? '0'))
    .offset(stackOffsetDiverging)(months);
  const ends = layers.flatMap((layer) => layer.flatMap((bar) => [bar[0], bar[1]]));
  const y = amountScale(
    ends.reduce((one, other) => Math.min(one, other), 0),
    ends.reduce((one, other) => Math.max(one, other), 0),
  );
  const x = scaleBand(months, [0, 100]).paddingInner(0.25);
  const bars = layers.flatMap((layer) => {
    const { name, mark, lossMark, values } = series[layer.key]!;
    return months.flatMap((month, index) => {
      const value = values.get(month);
      const bar = layer[index]!;
      if (value === undefined || bar[0] === bar[1]) return [];
      const kind = series.length === 1 ? '' : `${name}, `;
      const title = `${kind}${month}: ${amount(value)} ${currency}`;
      return [barOf(x, y, month, [bar[0], bar[1]], bar[0] < 0 ? (lossMark ?? mark) : mark, title)];
    });
  });
  return plot(label, y, labelsOf(months, x), markup`${bars}`);
}

function barOf(
  x: ScaleBand<string>,
  y: ScaleLinear<number, number>,
  month: string,
  [low, high]: readonly [number, number],
  mark: string,
  title: string,
): Html {
  const [top, bottom] = [y(high), y(low)];
  const height = Math.max(bottom - top, 0.5).toFixed(1);
  const width = Math.min(x.bandwidth(), WIDEST);
  const left = x(month)! + (x.bandwidth() - width) / 2;
  const across = markup`x="${left.toFixed(2)}%" width="${width.toFixed(2)}%"`;
  const down = markup`y="${top.toFixed(1)}" height="${height}"`;
  return markup`<rect class="bar ${mark}" ${across} ${down}><title>${title}</title></rect>
`;
}

/** Months that have a label: each where there are few, else the first of every quarter or year. */
function labelsOf(months: readonly string[], x: ScaleBand<string>): XLabel[] {
  const step = months.length <= 14 ? 1 : months.length <= 42 ? 3 : 12;
  const labelled = months.filter((month) => (Number(month.slice(5)) - 1) % step === 0);
  return labelled.map((month, index) => {
    const [year, number] = month.split('-').map(Number);
    const text = monthLabel(year!, number!, index === 0);
    return { at: x(month)! + x.bandwidth() / 2, text };
  });
}

/** All months from the earliest to the latest. */
export function monthsBetween(some: readonly string[]): string[] {
  const [first, last] = [
    some.reduce((a, b) => (a < b ? a : b)),
    some.reduce((a, b) => (a > b ? a : b)),
  ];
  const months = [first];
  while (months.at(-1)! < last) months.push(monthAfter(months.at(-1)!));
  return months;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const [next, after] = number === 12 ? [1, year! + 1] : [number! + 1, year!];
  return `${`${after}`.padStart(4, '0')}-${`${next}`.padStart(2, '0')}`;
}
