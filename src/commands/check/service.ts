/**
 * Checks of token, query and clock: one SendRequest for each query, the cheapest request that tests
 * them. The service answers with its refusals at this point; the report that it starts to generate
 * is never collected.
 */
import { redact } from '../../text/redact.js';
import { asFlexError, FlexError } from '../../errors.js';
import { serviceCode } from '../../flex-service/codes.js';
import type { ServiceResponse } from '../../flex-service/response.js';
import { Connection } from '../../flex-service/client/connection.js';
import { exchange, type Outcome } from '../../flex-service/client/exchange.js';
import { parametersOf } from '../../flex-service/client/request.js';
import type { Finding } from './findings.js';
import { openService, type Service } from '../../cli/fetch-session.js';

/** Minutes by which the clocks may differ: the service gives no seconds. */
const CLOCK_TOLERANCE = 5;
/** Milliseconds to wait for a turn under the pace. */
const TURN = 90_000;

export async function checkService(
  call: Parameters<typeof openService>[0],
  queries: readonly string[],
): Promise<Finding[]> {
  let service: Service;
  try {
    // No prompt for a token that is not going to be used.
    service = await openService(call, { ask: queries.length > 0 });
  } catch (thrown) {
    const error = asFlexError(thrown);
    if (error.code === 'FLEX_TOKEN' && queries.length === 0) {
      const message = 'None was given; fetch and run need one.';
      return [{ name: 'token', status: 'warn', message, advice: error.advice }];
    }
    return [{ name: 'token', status: 'fail', error }];
  }
  if (queries.length === 0) {
    const message = 'It was read but not tested.';
    const advice = 'Give --query ID: the service checks a token together with a query.';
    return [{ name: 'token', status: 'warn', message, advice }];
  }
  const findings: Finding[] = [{ name: 'token', status: 'ok', message: 'It was read.' }];
  let clock: Finding | undefined;
  for (const query of queries) {
    const found = await checkQuery(service, query);
    findings.push(found.finding);
    clock ??= found.clock;
    if (found.finding.error?.code === 'FLEX_SERVICE_LOCKED') break;
  }
  return clock === undefined ? findings : [...findings, clock];
}

/**
 * @returns the finding about the query, and the one about the clock if the service gave the time
 */
export async function checkQuery(
  service: Pick<Service, 'endpoint' | 'token' | 'pacer' | 'clock'>,
  query: string,
): Promise<{ finding: Finding; clock?: Finding | undefined }> {
  const { endpoint, token, pacer, clock } = service;
  const name = `query ${query}`;
  const connection = new Connection({ endpoint, turn: () => pacer.turn({ within: TURN }) });
  try {
    const { outcome } = await exchange(
      connection,
      endpoint.sendRequest,
      token,
      parametersOf({ query }),
    );
    const found = judge(outcome);
    if (found.error?.code === 'FLEX_SERVICE_LOCKED') await pacer.stop();
    const pause = pauseAsked(outcome);
    if (pause !== undefined) await pacer.slowDown(pause);
    return {
      finding: { name, ...found },
      clock: outcome.kind === 'response' ? clockFinding(outcome.response, clock.now()) : undefined,
    };
  } catch (thrown) {
    return { finding: { name, status: 'fail', error: asFlexError(thrown) } };
  } finally {
    await connection.close();
  }
}

/** Milliseconds for which the service wants no requests; undefined if it does not say. */
function pauseAsked(outcome: Outcome): number | undefined {
  const pause = serviceCode('1018').pauses[0]! * 1000;
  if (outcome.kind === 'failed') {
    return outcome.cure === 'slow' ? Math.max(pause, outcome.retryAfter ?? 0) : undefined;
  }
  if (outcome.kind === 'report') return undefined;
  const { errorCode, errorMessage } = outcome.response;
  return serviceCode(errorCode, errorMessage).action === 'slow' ? pause : undefined;
}

type Judged = Omit<Finding, 'name'>;

function judge(outcome: Outcome): Judged {
  if (outcome.kind === 'failed') return { status: 'fail', error: outcome.error };
  if (outcome.kind === 'report') {
    void outcome.body[Symbol.asyncIterator]().return?.();
    const message = `${outcome.host} answered with something that is not an answer of the service.`;
    const error = new FlexError('FLEX_SERVICE_UNAVAILABLE', message, {
      advice: 'Check --endpoint.',
    });
    return { status: 'fail', error };
  }
  const { status, errorCode, errorMessage, referenceCode } = outcome.response;
  if (status?.toLowerCase() === 'success' && referenceCode !== undefined) {
    return { status: 'ok', message: 'The service accepts token and query.' };
  }
  const code = serviceCode(errorCode, errorMessage);
  const said = redact([status, errorCode].filter((part) => part !== undefined).join(' '));
  const message = `The service answered ${said.slice(0, 80)}, which means that ${code.meaning}.`;
  const { advice } = code;
  if (code.action !== 'stop') return { status: 'warn', message, advice };
  return { status: 'fail', error: new FlexError(code.error, message, { advice }) };
}

function clockFinding({ timestamp }: ServiceResponse, now: number): Finding | undefined {
  const theirs = timestamp === undefined ? undefined : parseTimestamp(timestamp);
  if (theirs === undefined) return undefined;
  const minutes = Math.round((now - theirs) / 60_000);
  const name = 'clock';
  if (Math.abs(minutes) <= CLOCK_TOLERANCE) {
    return { name, status: 'ok', message: "It agrees with the service's clock." };
  }
  const side = minutes > 0 ? 'ahead of' : 'behind';
  const message = `The clock of this machine is ${Math.abs(minutes)} minutes ${side} the service's clock.`;
  const advice =
    'Set the clock: it decides which day it is, and when a pending request has expired.';
  return { name, status: 'warn', message, advice };
}

const MONTHS =
  'January February March April May June July August September October November December';
const ZONES: Readonly<Record<string, string>> = { EST: '-05:00', EDT: '-04:00' };

/** `02 July, 2026 08:05 PM EDT` in milliseconds since 1970; undefined for any other format. */
export function parseTimestamp(text: string): number | undefined {
  const [, day = '', month = '', year = '', hour = '', minute = '', half = '', zone = ''] =
    /^(\d{1,2}) (\w+), (\d{4}) (\d{1,2}):(\d{2}) ([AP])M (\w+)$/.exec(text) ?? [];
  const number = MONTHS.split(' ').indexOf(month) + 1;
  const offset = ZONES[zone];
  if (number === 0 || offset === undefined) return undefined;
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  const two = (value: number | string): string => String(value).padStart(2, '0');
  const time = Date.parse(`${year}-${two(number)}-${two(day)}T${two(hours)}:${minute}:00${offset}`);
  return Number.isNaN(time) ? undefined : time;
}
