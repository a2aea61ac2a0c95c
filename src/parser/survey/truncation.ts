/** An input that ends before its report does, or goes on after it: the place, in words. */
import { FlexError } from '../../errors.js';

/** How far the survey had come when the bytes ended. */
export interface Reached {
  /** Whether there was anything but white space. */
  readonly markupSeen: boolean;
  readonly root: 'awaited' | 'open' | 'closed';
  /** Statements that are open. */
  readonly statementDepth: number;
  /** Statements that had begun. */
  readonly statementCount: number;
  /** `comment` and the like, where one had begun and not ended; else `text`. */
  readonly inside: string;
  readonly byteCount: number;
  readonly line: number;
}

/** @returns FLEX_TRUNCATED, or FLEX_EMPTY_INPUT where there was nothing */
export function endedTooSoon(reached: Reached): FlexError {
  const { byteCount, inside, line } = reached;
  if (!reached.markupSeen) {
    return new FlexError('FLEX_EMPTY_INPUT', 'The input is only white space.');
  }
  const within = inside === 'text' ? '' : `, in a ${inside}`;
  return new FlexError(
    'FLEX_TRUNCATED',
    `The input has ${byteCount} bytes and ends ${placeOf(reached)}${within}, on line ${line}.`,
    { at: { line } },
  );
}

function placeOf({ root, statementDepth, statementCount }: Reached): string {
  if (root === 'awaited') return 'before the report begins';
  if (statementDepth > 0) return `inside statement ${statementCount}`;
  return statementCount > 0
    ? `after statement ${statementCount}, before the end of the report`
    : 'before the first statement';
}

/** There is more after the report. */
export function goesOn(line: number): FlexError {
  return new FlexError('FLEX_MALFORMED', 'There is content after the end of the report.', {
    at: { line },
    advice:
      'If several reports were joined, load each from its own file; otherwise fetch it again.',
  });
}
