/**
 * A line through the days of a series, every day of it: where days are missing for more than a
 * week, the line is broken. A day with such a gap on both sides is a dot.
 */
import { scaleUtc, type ScaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import { daysBetween, startOf } from '../../time/days.js';
import { position } from '../decimals.js';
import { markup, NOTHING, type Html } from '../html.js';
import { amountScale, BASE, MONTH_NAMES, monthLabel, plot, type XLabel } from './plot.js';

export interface Point {
  /** `2024-03-05` */
  readonly day: string;
  /** Decimal text. */
  readonly value: string;
}

/** Across, in units of the drawing that is stretched to the width. */
const WIDTH = 1000;
const DAY = 86_400_000;
/** A weekend with holidays is no hole. */
const LONGEST_BREAK = 7;

/** @param points in order of their days, one at least */
export function lineChart(label: string, points: readonly Point[]): Html {
  const values = points.map(({ value }) => position(value));
  const y = amountScale(values.reduce(smaller), values.reduce(greater));
  const [first, last] = [points[0]!.day, points.at(-1)!.day];
  const x = scaleUtc([startOf(first), Math.max(startOf(last), startOf(first) + 1)], [0, WIDTH]);
  const broken = withBreaks(points);
  const path = line<Point | null>()
    .defined((point) => point !== null)
    .x((point) => x(startOf(point!.day)))
    .y((point) => y(position(point!.value)))
    .digits(1)(broken)!;
  // A line without length, with round ends: a circle would be stretched with the drawing.
  const dots = broken
    .flatMap((point, i) => (point && !broken[i - 1] && !broken[i + 1] ? [point] : []))
    .map(({ day, value }) => `M${x(startOf(day)).toFixed(1)},${y(position(value)).toFixed(1)}h0`);
  const box = markup`viewBox="0 0 ${WIDTH} ${BASE}" preserveAspectRatio="none"`;
  const marks = markup`<svg width="100%" height="${BASE}" ${box}>
<path class="line" vector-effect="non-scaling-stroke" d="${path}"/>${dots.length === 0 ? NOTHING : markup`<path class="alone" vector-effect="non-scaling-stroke" d="${dots.join('')}"/>`}</svg>
`;
  return plot(label, y, labelsOf(x), marks);
}

/** The points, with nothing between two that are far apart. */
function withBreaks(points: readonly Point[]): (Point | null)[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isFar = before !== undefined && daysBetween(before.day, point.day) > LONGEST_BREAK;
    return isFar ? [null, point] : [point];
  });
}

function labelsOf(x: ScaleTime<number, number>): XLabel[] {
  // Of few days, there are ticks at hours.
  const days = x.ticks(8).filter((date) => date.getTime() % DAY === 0);
  return days.map((date, index) => {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    const named = `${day} ${MONTH_NAMES[month]!}${index === 0 ? ` ${year}` : ''}`;
    const text = day === 1 ? monthLabel(year, month + 1, index === 0) : named;
    return { at: x(date) / (WIDTH / 100), text };
  });
}

const smaller = (one: number, other: number): number => Math.min(one, other);
const greater = (one: number, other: number): number => Math.max(one, other);
