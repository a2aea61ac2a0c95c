/**
 * The days of an account and query as a calendar: a row for each year, a column for each week,
 * Monday at the top. Days of one state are one path, a dash for each day, so that ten years take
 * some kilobytes.
 */
import { addDays, daysBetween, startOf } from '../../time/days.js';
import { markup, type Html } from '../html.js';
import { MONTH_NAMES } from './plot.js';

/** In the order of the legend. */
export const DAY_STATES = ['covered', 'restated', 'missing', 'holiday', 'weekend'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** Units of a week and a day; a dash of the style sheet is CELL − GAP long. */
const CELL = 10;
const GAP = 2;
/** Weeks that a year may touch. */
const WEEKS = 54;
const WIDTH = WEEKS * CELL - GAP;

/** @param stateOf a day between the first and the last */
export function calendar(
  label: string,
  first: string,
  last: string,
  stateOf: (day: string) => DayState,
): Html {
  const years: Html[] = [];
  for (let year = yearOf(last); year >= yearOf(first); year--) {
    const from = `${year}-01-01` > first ? `${year}-01-01` : first;
    const to = `${year}-12-31` < last ? `${year}-12-31` : last;
    const paths = pathsOf(`${year}-01-01`, from, to, stateOf);
    const box = `0 0 ${WIDTH} ${7 * CELL - GAP}`;
    years.push(markup`<b>${year}</b><svg viewBox="${box}" aria-hidden="true">${paths}</svg>
`);
  }
  const names = MONTH_NAMES.map((name) => markup`<span>${name}</span>`);
  return markup`<div class="calendar" role="img" aria-label="${label}">
<i></i><div class="months">${names}</div>
${years}</div>`;
}

/** A path of each state that the year has. */
function pathsOf(
  january: string,
  from: string,
  to: string,
  stateOf: (day: string) => DayState,
): Html[] {
  const paths = new Map<DayState, string>();
  const offset = weekday(january);
  for (let day = from; day <= to;) {
    const state = stateOf(day);
    const place = offset + daysBetween(january, day);
    let run = 1;
    while (place % 7 < 7 - run && addDays(day, run) <= to && stateOf(addDays(day, run)) === state) {
      run++;
    }
    const [x, y] = [Math.floor(place / 7) * CELL + (CELL - GAP) / 2, (place % 7) * CELL];
    paths.set(state, `${paths.get(state) ?? ''}M${x} ${y}v${run * CELL - GAP}`);
    day = addDays(day, run);
  }
  return [...paths].map(([state, path]) => markup`<path class="${state}" d="${path}"/>`);
}

/** From Monday, 0, to Sunday. */
export function weekday(day: string): number {
  return (new Date(startOf(day)).getUTCDay() + 6) % 7;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
