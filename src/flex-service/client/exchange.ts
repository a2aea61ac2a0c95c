/**
 * One request and its outcome: a report, an answer without one, or a failure and what may help. No
 * retries here.
 */
import { redact } from '../../text/redact.js';
import { asFlexError, FlexError } from '../../errors.js';
import type { ServiceResponse } from '../response.js';
import { readAnswer, type Answer } from './answer.js';
import type { Connection, Reply } from './connection.js';
import { isCertificateError } from '../../http/failures.js';
import type { Secret } from './token.js';

export type Outcome = { readonly host: string } & (
  | { readonly kind: 'report'; readonly body: AsyncIterable<Buffer> }
  | { readonly kind: 'response'; readonly response: ServiceResponse }
  | Failure
);

export interface Failure {
  readonly kind: 'failed';
  readonly error: FlexError;
  /**
   * `again`: may be temporary; `slow`: works after a pause; `elsewhere`: this address does not
   * work.
   */
  readonly cure: 'again' | 'slow' | 'elsewhere';
  /** Milliseconds, if the service says how long. */
  readonly retryAfter?: number | undefined;
}

/**
 * @param address without parameters
 * @param parameters in addition to token and version
 * @returns the outcome, with a line for the log
 * @throws FlexError that no retry helps: a redirect to a foreign host; errors of the connection's
 *   `turn`; the reason of an aborted signal
 */
export async function exchange(
  connection: Connection,
  address: URL,
  token: Secret,
  parameters: Readonly<Record<string, string>>,
): Promise<{ outcome: Outcome; told: string }> {
  const call = address.pathname.replace(/^.*[/.]/, '');
  const outcome = await outcomeOf(connection, withParameters(address, token, parameters));
  return { outcome, told: redact(`${call} at ${outcome.host}: ${inWords(outcome)}`) };
}

function withParameters(
  address: URL,
  token: Secret,
  parameters: Readonly<Record<string, string>>,
): URL {
  const whole = new URL(address);
  for (const [name, value] of Object.entries({ t: token.reveal(), ...parameters, v: '3' })) {
    whole.searchParams.set(name, value);
  }
  return whole;
}

async function outcomeOf(connection: Connection, address: URL): Promise<Outcome> {
  let host = address.host;
  try {
    const reply = await connection.get(address);
    host = reply.host;
    const answer = await readAnswer(reply.body);
    const outcome = judged(reply, answer);
    if (outcome.kind === 'failed' && answer.kind === 'report') {
      await answer.body[Symbol.asyncIterator]().return?.();
    }
    return { host, ...outcome };
  } catch (thrown) {
    const error = asFlexError(thrown);
    if (error.code !== 'FLEX_SERVICE_UNAVAILABLE') throw thrown;
    const cure = isCertificateError(error.cause) ? 'elsewhere' : 'again';
    return { host, kind: 'failed', error, cure };
  }
}

type Judged =
  | { kind: 'report'; body: AsyncIterable<Buffer> }
  | { kind: 'response'; response: ServiceResponse }
  | Failure;

function judged({ status, host, retryAfter }: Reply, answer: Answer): Judged {
  const says = answer.kind === 'response' && answer.response.status !== undefined;
  if (status < 200 || status > 299) {
    // Its own message is more precise than the HTTP status.
    return says ? answer : failedStatus(status, host, retryAfter);
  }
  switch (answer.kind) {
    case 'html':
      return failed(
        `${host} answered with an HTML page, most often of maintenance, or of a proxy that requires a login.`,
      );
    case 'empty':
      return failed(`${host} sent an empty answer.`);
    case 'response':
    case 'report':
      return answer;
  }
}

/** The service reports its own errors with 200; these come from servers in between. */
function failedStatus(status: number, host: string, retryAfter: number | undefined): Failure {
  const said = `${host} answered with HTTP status ${status}`;
  if (status === 429) {
    const error = new FlexError('FLEX_SERVICE_BUSY', `${said}: too many requests.`);
    return { kind: 'failed', error, cure: 'slow', retryAfter };
  }
  if (status === 404 || status === 410) {
    return { ...failed(`${said}: the service was not found there.`, ADDRESS), cure: 'elsewhere' };
  }
  if (status >= 500 || status === 408 || status === 425) {
    return { ...failed(`${said}.`), retryAfter };
  }
  if (status === 407) return failed(`${said}: the proxy requires a login.`);
  if (status < 400) return failed(`${said}, which is not a valid answer to this request.`);
  const error = new FlexError('FLEX_SERVICE_REFUSED', `${said}.`, {
    advice:
      'This answer comes from a server in between, not from the service: try another network, and check --endpoint.',
  });
  return { kind: 'failed', error, cure: 'elsewhere' };
}

const ADDRESS = 'Check --endpoint, and run again in some minutes.';

function failed(message: string, advice?: string): Failure {
  const error = new FlexError(
    'FLEX_SERVICE_UNAVAILABLE',
    message,
    advice === undefined ? {} : { advice },
  );
  return { kind: 'failed', error, cure: 'again' };
}

function inWords(outcome: Judged): string {
  switch (outcome.kind) {
    case 'report':
      return 'a report.';
    case 'failed':
      return outcome.error.message;
    case 'response': {
      const { status, errorCode, errorMessage } = outcome.response;
      // Redacted before it is cut: half a token would not be recognised.
      const message = redact(errorMessage ?? '').slice(0, 200);
      const said = [status ?? 'no status', errorCode, message].map((part) => part ?? '');
      return `${said
        .filter((part) => part !== '')
        .join(' ')
        .replace(/\.$/, '')}.`;
    }
  }
}
