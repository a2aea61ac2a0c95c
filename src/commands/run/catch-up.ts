/**
 * `run --catch-up`: asks for the days that are missing at the destination, in as few windows as
 * the service allows. Which days those are is missing-days.ts.
 *
 * The command line knows a query by its ID, and the ledger by its name: the archive knows both.
 */
import type { Archive } from '../../archive/archive.js';
import type { Target } from '../../archive/fetch-reports.js';
import type { Call } from '../../cli/command.js';
import { fetchTargets } from '../../cli/fetch-session.js';
import { queriesOf, type FETCH_SETTINGS } from '../../cli/fetch-settings.js';
import { selectionOf, type WritingSettings } from '../../cli/load-settings.js';
import type { Session } from '../../cli/session.js';
import type { Setting } from '../../cli/settings.js';
import { windowsOver } from '../../flex-service/client/spans.js';
import { boundedQuery } from '../../parser/statement.js';
import { parseDestination, withLedger } from '../../sinks/destinations.js';
import type { Window } from '../../sinks/sql/ledger/gaps.js';
import { readWindows } from '../../sinks/sql/ledger/status.js';
import { businessDayBefore, dayInNewYork, HOLIDAYS_IN_A_ROW } from '../../time/days.js';
import { askLedger, loadedDigests } from './ledger.js';
import { missingDays } from './missing-days.js';

export type RunSettings = typeof FETCH_SETTINGS &
  WritingSettings & { readonly catchUp: Setting<boolean> };
type RunCall = Call<RunSettings>;

/** What the destination holds, as read before any request. */
interface Known {
  readonly windows: readonly Window[];
  readonly digests: ReadonlySet<string>;
}

/** @throws FlexError FLEX_USAGE or FLEX_CONFIG for settings that do not go with --catch-up */
export function checkCatchUp(call: Pick<RunCall, 'settings' | 'invalid'>): void {
  const { from, until, days, mode, to } = call.settings;
  const given = { '--from': from, '--until': until, '--days': days };
  const clash = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (clash !== undefined) {
    const advice = '--catch-up finds the days by itself; give one of the two.';
    throw call.invalid('catchUp', `cannot be given with ${clash}.`, advice);
  }
  if (mode === 'replace') {
    const problem = 'cannot be given with --mode replace, which would empty the days around a gap.';
    throw call.invalid('catchUp', problem);
  }
  const { kind, scheme } = parseDestination(to);
  if (kind.hasLedger) return;
  const problem = `needs a destination that remembers which days it holds, and ${scheme}: does not.`;
  throw call.invalid('catchUp', problem, `Give --to ${withLedger()}.`);
}

/** The fetching of one call. */
export class CatchUp {
  private readonly call: RunCall;
  private readonly session: Session;
  private readonly archive: Archive;
  private readonly today: string;
  /** Notices for the summary. */
  readonly notices: string[] = [];

  /** @param now decides what the last day of business is */
  constructor(call: RunCall, session: Session, archive: Archive, now: Date) {
    this.call = call;
    this.session = session;
    this.archive = archive;
    this.today = dayInNewYork(now);
  }

  /** @throws FlexError where the destination cannot be asked which days it has */
  async fetch(): Promise<void> {
    const known = await this.known();
    const queries = queriesOf(this.call);
    const strangers: string[] = [];
    for (const query of queries) {
      if ((await this.names(query)).size === 0) strangers.push(query);
    }
    // Their first report tells the name, and so which days of it the destination has.
    if (!(await this.ask(strangers.map((query) => this.savedPeriod(query, known))))) return;
    const targets: Target[] = [];
    for (const query of queries) {
      targets.push(...(await this.targets(query, known, strangers.includes(query))));
    }
    await this.ask(targets);
  }

  private async known(): Promise<Known> {
    const { settings } = this.call;
    const selection = selectionOf(this.call, await this.call.catalog());
    const options = { ...settings, selection, signal: this.session.signal };
    const found = await askLedger(options, async (reader) => ({
      windows: (await readWindows(reader)).windows,
      digests: await loadedDigests(reader, options),
    }));
    return found ?? { windows: [], digests: new Set() };
  }

  /** The names of the query in the ledger, now or after the load. */
  private async names(query: string): Promise<ReadonlySet<string>> {
    const { asQuery } = this.call.settings;
    if (asQuery !== undefined) return new Set([boundedQuery(asQuery)]);
    const reports = await this.archive.reports(query);
    return new Set(
      reports.flatMap(({ provenance }) =>
        provenance === undefined || provenance.from === null ? [] : provenance.query.name,
      ),
    );
  }

  private async targets(query: string, known: Known, asked: boolean): Promise<Target[]> {
    const { force } = this.call.settings;
    const names = await this.names(query);
    // A plain run of a query of which nothing was loaded: nothing more to do.
    if (asked && !known.windows.some((window) => names.has(window.query))) return [];
    const reports = await this.archive.reports(query);
    const waiting = reports.filter(
      ({ provenance }) => !known.digests.has(provenance?.sha256 ?? ''),
    );
    const missing = missingDays(
      {
        names,
        windows: known.windows,
        // --force also requests what the archive has.
        waiting: force && !asked ? [] : waiting,
        reports: force ? [] : reports,
      },
      this.today,
    );
    if (missing === undefined) return asked ? [] : [this.savedPeriod(query, known)];
    if (missing.days.length === 0 && !asked) {
      const last = businessDayBefore(this.today);
      this.tell(query, `no day is missing up to ${last}.`, 'info');
    }
    return windowsOver(missing.days).map((window) => ({
      query,
      asked: window,
      partOfSpan: true,
      newerDelivered: missing.newest > window.to,
      holidaysAtEnds: HOLIDAYS_IN_A_ROW,
    }));
  }

  /** The target of a run without explicit days. */
  private savedPeriod(query: string, { windows }: Known): Target {
    const why =
      windows.length === 0
        ? 'the destination holds nothing yet'
        : 'nothing of it has been fetched yet';
    const what = `${why}, so its saved period is asked for, as without --catch-up.`;
    this.tell(query, what, 'warn');
    return { query, asked: {}, partOfSpan: false };
  }

  private tell(query: string, what: string, level: 'info' | 'warn'): void {
    const said = `Query ${query}: ${what}`;
    this.notices.push(said);
    this.call.log[level]({ query }, said);
  }

  /** @returns whether the service may be asked for more */
  private async ask(targets: readonly Target[]): Promise<boolean> {
    // With nothing to request, no token is needed either.
    if (targets.length === 0) return true;
    const options = { force: this.call.settings.force, forLoading: true };
    return fetchTargets(this.call, this.session, this.archive, targets, options);
  }
}
