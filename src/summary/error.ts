/** An error in a summary, and which of several represents a call. Pure. */
import {
  describePosition,
  type ErrorCode,
  type FlexError,
  type Position,
  EXIT,
} from '../errors.js';
import { beginning } from '../text/printable.js';
import { redact } from '../text/redact.js';

/** The error, in words that need no context. */
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

/** The message, after its position if there is one. */
export function placed(message: string, at: Position): string {
  const place = describePosition(at);
  return place === '' ? message : `${place}: ${message}`;
}

/** The most serious first. Statuses that are not listed come before all of these. */
const SERIOUSNESS: readonly number[] = [
  EXIT.bug,
  EXIT.refused,
  EXIT.configuration,
  EXIT.cannotCreate,
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
