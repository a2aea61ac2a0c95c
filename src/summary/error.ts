/** How a summary tells of an error, and which of several stands for a call. Pure. */
import {
  describePosition,
  type ErrorCode,
  type FlexError,
  type Position,
  EXIT,
} from '../errors.js';
import { beginning } from '../text/printable.js';
import { redact } from '../text/redact.js';

/** What went wrong, in words that need nothing beside them. */
export interface SummaryError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly advice: string;
}

export function describeError({ code, message, advice, at }: FlexError): SummaryError {
  return {
    code,
    message: beginning(redact(placed(message, at))),
    advice: beginning(redact(advice)),
  };
}

/** The message with its place before it, where there is one. */
export function placed(message: string, at: Position): string {
  const place = describePosition(at);
  return place === '' ? message : `${place}: ${message}`;
}

/** The most serious first. Statuses that are not listed come before all of these. */
const SERIOUSNESS: readonly number[] = [
  EXIT.bug,
  EXIT.refused,
  EXIT.configuration,
  EXIT.unavailable,
  EXIT.tryLater,
  EXIT.data,
];

/** The most serious of several errors, the first of its kind. */
export function mostSerious(errors: readonly FlexError[]): FlexError | undefined {
  return errors.toSorted(
    (a, b) => SERIOUSNESS.indexOf(a.exitStatus) - SERIOUSNESS.indexOf(b.exitStatus),
  )[0];
}
