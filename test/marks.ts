/** Names of temporary files as other processes would make them. */
import { makerMark } from '../src/files/maker.js';

/** No process has such a number: it is above what a kernel gives. */
export const DEAD = 2 ** 30;
/** A place of process numbers that is not ours. */
export const ELSEWHERE = 'eeeeeeeeeeee';

const RANDOM = '0123456789ab';

/**
 * What stands between the name of a destination and the ending.
 * @param start when the process was started; default: unknown
 */
export function strangersMark(
  pid: number,
  { place = makerMark().split('-')[1]!, start = '0' } = {},
): string {
  return `${RANDOM}-${RANDOM}-${place}-${pid}-${start}`;
}
