/**
 * Checks of the places that are written to: the destination and the archive. A destination is
 * tested by loading invented rows and a newer report about them, and rolling both back, which is
 * more reliable than any list of rights.
 */
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { asFlexError, FlexError } from '../../errors.js';
import { mustBeWritable, nearestDirectory } from '../../files/directories.js';
import { unlessAborted } from '../../pipeline/abort.js';
import { newLoadId } from '../../pipeline/load-id.js';
import { loadInput } from '../../pipeline/load-input.js';
import {
  openDestination,
  parseDestination,
  isNotMadeYet,
  openForReading,
} from '../../sinks/destinations.js';
import type { Committed, Sink } from '../../sinks/sink.js';
import { Reader } from '../../sinks/sql/ledger/reader.js';
import { bytesSource } from '../../sources/stream.js';
import { VERSION } from '../../version.js';
import { checkBucket } from './archive.js';
import { describeSpread } from './distribution.js';
import type { Finding } from './findings.js';
import { BROKER_TIMEZONE } from '../../time/days.js';

/** Milliseconds after which a destination counts as hung, or held by another process. */
const PATIENCE = 30_000;

/** A row of each way in which rows are merged, of an account that nobody has. */
const REPORT = trial('20240305;072104', '0');
/** A newer report of the same day, which lacks a trade and has another. */
const RESTATED = trial('20240305;082104', '1');

function trial(generated: string, id: string): string {
  return `<FlexQueryResponse queryName="flexetl check" type="AF"><FlexStatements count="1">
<FlexStatement accountId="U0" fromDate="20240304" toDate="20240304" period="" whenGenerated="${generated}">
<Trades><Trade accountId="U0" transactionID="${id}" reportDate="20240304" quantity="1" tradePrice="1.5"/></Trades>
<OpenPositions><OpenPosition accountId="U0" reportDate="20240304" conid="${id}" position="1"/></OpenPositions>
<ConversionRates><ConversionRate reportDate="19000101" fromCurrency="XTS" toCurrency="XTS" rate="1${id}"/></ConversionRates>
</FlexStatement></FlexStatements></FlexQueryResponse>`;
}

export async function checkDestination(to: string, catalog: Catalog): Promise<Finding[]> {
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(
        new FlexError('FLEX_DEST_BUSY', 'It did not answer within half a minute.', {
          advice: 'Another process may hold it; check again when that has ended.',
        }),
      ),
    PATIENCE,
  );
  try {
    const bucket = bucketOf(to);
    return [
      ...(await version(to, catalog, controller.signal)),
      ...(bucket === undefined ? [] : [await checkBucket('bucket', bucket)]),
      await rights(to, catalog, controller.signal),
    ];
  } catch (thrown) {
    return [{ name: 'destination', status: 'fail', error: asFlexError(thrown) }];
  } finally {
    clearTimeout(timer);
  }
}

function bucketOf(to: string): string | undefined {
  const destination = parseDestination(to);
  return destination.kind.bucketWritten?.(destination);
}

/** The version of a database, and how its tables are spread over servers; nothing for files. */
async function version(to: string, catalog: Catalog, signal: AbortSignal): Promise<Finding[]> {
  const { kind, path } = parseDestination(to);
  const name = 'destination';
  if (!kind.hasLedger) return [];
  if (await unlessAborted(isNotMadeYet(to), signal)) {
    const message = `${path} does not exist yet; the first load creates it.`;
    return [{ name, status: 'ok', message }];
  }
  const destination = await unlessAborted(openForReading(to, BROKER_TIMEZONE, { signal }), signal);
  try {
    const reader = new Reader(destination);
    const [row] = await unlessAborted(reader.rows('SELECT version() AS version'), signal);
    const product = kind.product(row?.['version'] ?? '');
    const ledger = (await unlessAborted(reader.hasLedger(), signal))
      ? 'with a ledger'
      : 'nothing loaded yet';
    const spread = await unlessAborted(
      Promise.resolve(kind.spreadOf?.((sql) => reader.rows(sql), destination.schema)),
      signal,
    );
    return [
      { name, status: 'ok', message: `${destination.name}: ${product}, ${ledger}.` },
      ...(spread === undefined ? [] : [describeSpread(spread, catalog)]),
    ];
  } finally {
    await destination.close();
  }
}

async function rights(to: string, catalog: Catalog, signal: AbortSignal): Promise<Finding> {
  const name = 'rights';
  const pipeline = {
    catalog,
    signal,
    loadId: newLoadId(),
    timezone: BROKER_TIMEZONE,
    dateOrder: 'auto',
    strict: false,
  } as const;
  let sink: Sink | undefined;
  try {
    await checkFolderOf(to);
    sink = await unlessAborted(
      openDestination(
        to,
        {
          catalog,
          mode: 'merge',
          force: true,
          dryRun: true,
          allowOverlap: true,
          timezone: BROKER_TIMEZONE,
        },
        VERSION,
      ),
      signal,
    );
    // A newer report can only be told from an older one by what remembers them.
    const reports = parseDestination(to).kind.hasLedger ? [REPORT, RESTATED] : [REPORT];
    for (const text of reports) {
      const source = bytesSource('test row', Buffer.from(text));
      const { error, committed } = await loadInput(source, sink, pipeline);
      const unlike = error ?? (text === RESTATED ? unlikeRestated(committed) : undefined);
      if (unlike !== undefined) return { name, status: 'fail', error: unlike };
    }
    return {
      name,
      status: 'ok',
      message: `${abilities(to, sink)} A test row was written and rolled back.`,
    };
  } catch (thrown) {
    return { name, status: 'fail', error: asFlexError(thrown) };
  } finally {
    await sink?.close('abandoned').catch(() => undefined);
  }
}

/** Whether the newer report has not taken the place of the older one. */
function unlikeRestated(committed: Committed | undefined): FlexError | undefined {
  for (const table of ['trades', 'open_positions']) {
    const { inserted, deleted } = committed?.tables.get(table) ?? {};
    if (inserted === 1 && deleted === 1) continue;
    const message = `A newer report does not take the place of an older one in the table ${table}: ${inserted} rows came and ${deleted} went, where one should have.`;
    return new FlexError('FLEX_DEST_ALTERED', message);
  }
  return undefined;
}

/**
 * For file destinations: a rolled-back load does not touch the directory. DuckDB creates no
 * directory, and writes a log beside an existing file; the others create their directories, and
 * replace an existing file or directory from beside it.
 * @throws FlexError where no file could be made there
 */
async function checkFolderOf(to: string): Promise<void> {
  const destination = parseDestination(to);
  const { kind } = destination;
  const path = kind.pathWritten(destination);
  if (path === undefined) return;
  const folder = dirname(await realpath(path).catch(() => resolve(path)));
  const place = await nearestDirectory(folder);
  if (!kind.makesDirectories && place !== folder) {
    throw new FlexError(
      'FLEX_CONFIG',
      `${path} cannot be created: there is no directory ${folder}.`,
      {
        advice: 'Create the directory first, or choose another path.',
      },
    );
  }
  await mustBeWritable(place, path);
}

/** What a destination can do, in words. */
function abilities(to: string, { decimalLimit }: Sink): string {
  const { kind } = parseDestination(to);
  const decimals =
    decimalLimit === undefined
      ? 'decimals are exact to any digit'
      : `decimals have ${decimalLimit.precision} digits, ${decimalLimit.scale} of them after the point`;
  return `${kind.abilities}; ${decimals}.`;
}
