/**
 * What a run loads: the reports that it fetched, and those in the archive that the
 * destination does not know, because an earlier run fetched them and could not load
 * them. The ledger knows by digest, so no archived report is read to find out.
 */
import type { Archive, ArchivedReport } from '../../archive/archive.js';
import { loaded, type FetchOutcome } from '../../archive/fetch-reports.js';
import type { Session } from '../../cli/session.js';
import type { FlexError } from '../../errors.js';
import { parseDestination } from '../../sinks/destinations.js';
import { expandInputs, type ExpandedInput } from '../../sources/inputs.js';
import { adviseOnDamage } from './archive-damage.js';
import { askLedger, loadedDigests, type LedgerOptions } from './ledger.js';

/** The reports of one run, from the archive into the destination. */
export class Backlog {
  private archive: Archive | undefined;
  /** The reports of this call: fetched by it, or already in the archive. */
  private fetched: readonly FetchOutcome[] = [];
  private readonly reports = new Map<string, ArchivedReport>();

  /** @throws FlexError where the destination cannot be asked what it knows */
  async inputs(
    { fetched, inputs: tracker, signal }: Session,
    archive: Archive,
    queries: readonly string[],
    options: Omit<LedgerOptions, 'signal'>,
  ): Promise<readonly ExpandedInput[]> {
    signal.throwIfAborted();
    this.archive = archive;
    this.fetched = fetched.outcomes.filter(({ error }) => error === undefined);
    const paths = this.fetched.flatMap(({ report }) => report?.path ?? []);
    // If the destination does not answer, the summary still says what was to be loaded.
    tracker.expect(paths);
    const left = await backlog(archive, queries, { ...options, signal });
    for (const report of left) this.reports.set(report.path, report);
    const all = [...new Set([...paths, ...left.map(({ path }) => path)])].sort();
    return all.length === 0 ? [] : expandInputs(all, { signal });
  }

  /** The error of a report, with advice if its copy in the archive is damaged. */
  advised(path: string, error: FlexError): FlexError {
    return adviseOnDamage(this.reports.get(path), error);
  }

  /** Records what was loaded, so that the next call requests it anew. */
  async loaded(names: ReadonlySet<string>): Promise<void> {
    if (this.archive === undefined) return;
    const done = this.fetched.filter(({ report }) => names.has(report?.path ?? ''));
    await loaded(this.archive, done);
  }
}

/**
 * The reports of the queries that are not in the destination.
 *
 * None for a destination without a ledger, which holds what one call loads; and none in mode
 * replace, where an older report would clear what a newer one has loaded.
 * @throws FlexError where the destination or the archive cannot be read
 */
async function backlog(
  archive: Archive,
  queries: readonly string[],
  options: LedgerOptions,
): Promise<ArchivedReport[]> {
  const { to, mode } = options;
  if (mode === 'replace' || !parseDestination(to).kind.hasLedger) return [];
  const known = await askLedger(options, (reader) => loadedDigests(reader, options));
  const reports: ArchivedReport[] = [];
  for (const query of queries) reports.push(...(await archive.reports(query)));
  // A report without provenance goes to the load, which finds out what it is.
  return reports.filter(({ provenance }) => known?.has(provenance?.sha256 ?? '') !== true);
}
