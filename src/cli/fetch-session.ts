/**
 * Fetching as part of a command: sets up token, pace and service, and logs the outcome of each
 * report.
 */
import { Archive } from '../archive/archive.js';
import { openShelf } from '../archive/open-shelf.js';
import {
  fetchReports,
  type Converse,
  type FetchOptions,
  type FetchOutcome,
  type Target,
} from '../archive/fetch-reports.js';
import { describeAsked } from '../archive/requested-period.js';
import { converse } from '../flex-service/client/conversation.js';
import { isLoopback, parseEndpoint, type Endpoint } from '../flex-service/client/endpoint.js';
import { createPacer, memoryPacer, WALL_CLOCK, type Pacer } from '../flex-service/client/pacing.js';
import { tokenPrompt } from '../flex-service/client/token-prompt.js';
import { readToken, type Secret } from '../flex-service/client/token.js';
import { isInterruption } from '../summary/summary.js';
import { plural } from '../text/numbers.js';
import type { Clock } from '../time/retry.js';
import type { Call } from './command.js';
import type { TIME_SETTINGS } from './general-settings.js';
import { archiveOf, waitOf, type ENDPOINT_SETTINGS, type FetchCall } from './fetch-settings.js';
import { refuseNodeDebug } from './leak-guards.js';
import { logError, type Logger } from './log.js';
import type { Session } from './session.js';

/** What every call to the service needs. */
export interface Service {
  readonly token: Secret;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly pacer: Pacer;
}

/**
 * Reads the token and restores the pace.
 * @param options.ask whether to prompt for a missing token on a terminal
 * @throws FlexError FLEX_TOKEN, FLEX_CONFIG, FLEX_FOREIGN_HOST
 */
export async function openService(
  call: Pick<Call<typeof ENDPOINT_SETTINGS>, 'settings' | 'log'>,
  { ask = true }: { readonly ask?: boolean } = {},
): Promise<Service> {
  const endpoint = parseEndpoint(call.settings.endpoint);
  refuseNodeDebug();
  const warn = (message: string): void => call.log.warn(message);
  const token = await readToken(process.env, {
    prompt: ask ? tokenPrompt(process.stdin, process.stderr) : undefined,
    warn,
  });
  if (isHasty(endpoint)) {
    const clock = hastyClock();
    return { token, endpoint, clock, pacer: memoryPacer(clock) };
  }
  const pacer = await createPacer({ token, warn });
  return { token, endpoint, clock: WALL_CLOCK, pacer };
}

type ArchivingCall = FetchCall & Pick<Call<typeof TIME_SETTINGS>, 'settings' | 'catalog'>;

/** The archive of a call. @throws FlexError where none is named */
export async function openArchive(call: ArchivingCall, { signal }: Session): Promise<Archive> {
  const { timezone, dateOrder } = call.settings;
  const catalog = await call.catalog();
  const shelf = await openShelf(archiveOf(call), { signal });
  return new Archive(shelf, { catalog, timezone, dateOrder, signal });
}

/**
 * Fetches the targets into the archive and records the outcomes in the session.
 * @returns whether more may be requested afterwards
 * @throws FlexError for an unusable setting, or without a token
 */
export async function fetchTargets(
  call: ArchivingCall,
  session: Session,
  archive: Archive,
  targets: readonly Target[],
  { force, forLoading }: Pick<FetchOptions, 'force' | 'forLoading'>,
): Promise<boolean> {
  const { settings, log } = call;
  const { signal } = session;
  const { allowShort } = settings;
  const service = await openService(call);
  const ask: Converse = ({ pending, ...request }, take, onReferenceCode) => {
    const { query, ...asked } = request;
    const again = pending === undefined ? '' : ', requested earlier';
    log.info({ query, ...asked }, `Query ${query}, ${describeAsked(asked)}${again} …`);
    return converse(
      { ...request, pending },
      {
        ...service,
        waitMilliseconds: waitOf(settings),
        signal,
        log: ({ level, message }) => log[level]({ query }, message),
        onReferenceCode,
      },
      take,
    );
  };
  return fetchReports(targets, session.fetched, {
    archive,
    converse: ask,
    force,
    forLoading,
    allowShort,
    signal,
    onOutcome: (outcome) => logOutcome(log, outcome, session.tellsAtTheEnd),
  });
}

/** @param errorsLater whether errors are reported at the end of the call */
function logOutcome(
  log: Logger,
  { target, status, report, error }: FetchOutcome,
  errorsLater: boolean,
): void {
  const { query, asked } = target;
  if (error !== undefined && !errorsLater && !isInterruption(error)) logError(log, error);
  if (status === 'no_report') {
    log.warn(
      { query, ...asked, status },
      `Query ${query}, ${describeAsked(asked)}: no report for these days (1003): before the account opened, or no activity; skipped.`,
    );
  }
  if (report === undefined) return;
  const { path, provenance } = report;
  const fields = { query, ...asked, status, file: path, rows: provenance?.rows };
  const rows = provenance === undefined ? '' : ` (${plural(provenance.rows, 'row')})`;
  const said = {
    filed: `filed as ${path}${rows}.`,
    already_filed: `the same as ${path}${rows}.`,
    held: `not requested: already in the archive as ${path}${rows}; --force fetches it again.`,
    no_report: '',
    failed: '',
  }[status];
  log.info(fields, `Query ${query}, ${describeAsked(asked)}: ${said}`);
}

/**
 * FLEXETL_HASTY=1 is for tests of pipelines: no wait takes any time. It works only with a service
 * on this machine, which must be a fake one: the real service locks a token that is used too often.
 */
function isHasty({ kind, sendRequest }: Endpoint): boolean {
  return (
    process.env['FLEXETL_HASTY'] === '1' && kind === 'test' && isLoopback(sendRequest.hostname)
  );
}

/** A clock that jumps ahead instead of waiting. */
function hastyClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    wait: async (milliseconds, signal) => {
      await WALL_CLOCK.wait(0, signal);
      ahead += milliseconds;
    },
  };
}
