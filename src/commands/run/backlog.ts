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
  /** The reports that this call stands for: fetched by it, or held by the archive in their place. */
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
    // Where the destination does not answer, the summary still says what was to be loaded.
    tracker.expect(paths);
    const left = await backlog(archive, queries, { ...options, signal });
    for (const report of left) this.reports.set(report.path, report);
    const all = [...new Set([...paths, ...left.map(({ path }) => path)])].sort();
    return all.length === 0 ? [] : expandInputs(all);
  }

  /** The error of a report, with what to do where the archive's copy of it is damaged. */
  advised(path: string, error: FlexError): FlexError {
    return adviseOnDamage(this.reports.get(path), error);
  }

  /** Remembers what was loaded, so that it is asked for anew the next time. */
  async loaded(names: ReadonlySet<string>): Promise<void> {
    if (this.archive === undefined) return;
    const done = this.fetched.filter(({ report }) => names.has(report?.path ?? ''));
    await loaded(this.archive, done);
  }
}

/**
 * The reports of the queries that the destination does not know.
 *
 * None for a destination without a ledger, which holds what one call loads; and none
 * in mode replace, where an older report would empty what a newer one has filled.
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
  // Without its provenance a report is given to the load, which finds out what it is.
  return reports.filter(({ provenance }) => known?.has(provenance?.sha256 ?? '') !== true);
}
