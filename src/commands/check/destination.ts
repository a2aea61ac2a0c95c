/**
 * Checks of the places that are written to: the destination and the archive. What
 * a destination allows is found out by a load of one invented row that is rolled
 * back, which no list of rights could tell as well.
 */
import { access, constants, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { conceal } from '../../text/redact.js';
import { asFlexError, FlexError } from '../../errors.js';
import { DEFAULT_TIMEZONE, loadInput } from '../../pipeline/load-input.js';
import { size } from '../../cli/progress.js';
import { openDestination, parseDestination } from '../../sinks/destinations.js';
import { destinationError } from '../../files/output.js';
import type { Sink } from '../../sinks/sink.js';
import { isNotMadeYet, openForReading, Reader } from '../../sinks/sql/ledger/reader.js';
import { bytesSource } from '../../sources/stream.js';
import { VERSION } from '../../version.js';
import type { Finding } from './findings.js';
import { newLoadId } from '../../pipeline/load-id.js';
import { unlessAborted } from '../../cli/signals.js';

/** Milliseconds after which a destination is taken to hang, or to be in somebody's hands. */
const PATIENCE = 30_000;

/** Less than that is worth a warning: a year of a busy account has this size unpacked. */
const LITTLE_SPACE = 1024 ** 3;

const ROW = `<FlexQueryResponse queryName="flexetl check" type="AF"><FlexStatements count="1">
<FlexStatement accountId="U0" fromDate="20240304" toDate="20240304" period="" whenGenerated="20240305;072104">
<Trades><Trade accountId="U0" transactionID="0" reportDate="20240304" quantity="1" tradePrice="1.5"/></Trades>
</FlexStatement></FlexStatements></FlexQueryResponse>`;

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
    return [
      ...(await version(to, controller.signal)),
      await rights(to, catalog, controller.signal),
    ];
  } catch (thrown) {
    return [{ name: 'destination', status: 'fail', error: asFlexError(thrown) }];
  } finally {
    clearTimeout(timer);
  }
}

/** The version of a database; nothing for files. */
async function version(to: string, signal: AbortSignal): Promise<Finding[]> {
  const { scheme, path } = parseDestination(to);
  const name = 'destination';
  if (!['duckdb', 'postgres', 'postgresql'].includes(scheme)) return [];
  if (isNotMadeYet(to)) {
    const message = `${path} is not there yet; the first load makes it.`;
    return [{ name, status: 'ok', message }];
  }
  const destination = await unlessAborted(openForReading(to, DEFAULT_TIMEZONE, signal), signal);
  try {
    const reader = new Reader(destination);
    const [row] = await unlessAborted(reader.rows('SELECT version() AS version'), signal);
    const told = row?.['version']?.split(' ').slice(0, 2).join(' ') ?? '';
    const product = scheme === 'duckdb' ? `DuckDB ${told}` : told;
    const ledger = (await unlessAborted(reader.hasLedger(), signal))
      ? 'with a ledger'
      : 'nothing was loaded into it yet';
    return [{ name, status: 'ok', message: `${destination.name}: ${product}, ${ledger}.` }];
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
    timezone: DEFAULT_TIMEZONE,
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
          timezone: DEFAULT_TIMEZONE,
        },
        VERSION,
      ),
      signal,
    );
    const source = bytesSource('a row that is taken back', Buffer.from(ROW));
    const { error } = await loadInput(source, sink, pipeline);
    if (error !== undefined) return { name, status: 'fail', error };
    return { name, status: 'ok', message: `${abilities(to, sink)} Tried, and taken back.` };
  } catch (thrown) {
    return { name, status: 'fail', error: asFlexError(thrown) };
  } finally {
    await sink?.close('abandoned').catch(() => undefined);
  }
}

/**
 * Files are made in a directory, which a load that is rolled back does not touch. DuckDB makes
 * none; the others make theirs, and replace a file or directory that is there from beside it.
 * @throws FlexError where no file could be made there
 */
async function checkFolderOf(to: string): Promise<void> {
  const { scheme, path } = parseDestination(to);
  const isFile = scheme === 'csv' || (scheme === 'ndjson' && path !== '-');
  if (!isFile && !isNotMadeYet(to)) return;
  const folder = dirname(await realpath(path).catch(() => resolve(path)));
  const place = await nearest(folder);
  if (scheme === 'duckdb' && place !== folder) {
    throw new FlexError('FLEX_CONFIG', `${path} cannot be made: there is no directory ${folder}.`, {
      advice: 'Make its directory first, or name another.',
    });
  }
  await mustBeWritable(place, path);
}

/** What a destination can do, in words. */
function abilities(to: string, { decimalLimit }: Sink): string {
  const { scheme } = parseDestination(to);
  const decimals =
    decimalLimit === undefined
      ? 'decimals are exact to any digit'
      : `decimals have ${decimalLimit.precision} digits, ${decimalLimit.scale} of them after the point`;
  if (scheme === 'duckdb') return `Takes rows and merges; one process at a time; ${decimals}.`;
  if (scheme.startsWith('postgres')) {
    return `Takes rows and merges, in tables that it may make; several processes at once; ${decimals}.`;
  }
  return `Takes rows, statement by statement, without merging; each call writes anew; ${decimals}.`;
}

export async function checkArchive(folder: string): Promise<Finding> {
  const name = 'archive';
  try {
    const place = await nearest(resolve(folder));
    await mustBeWritable(place, folder);
    const { bavail, bsize } = await statfs(place);
    const free = bavail * bsize;
    const made = place === resolve(folder) ? '' : ' It is made when the first report is filed.';
    const message = `${conceal(folder)} can be written; ${size(free)} are free.${made}`;
    if (free >= LITTLE_SPACE) return { name, status: 'ok', message };
    return { name, status: 'warn', message, advice: 'Free space.' };
  } catch (thrown) {
    return { name, status: 'fail', error: destinationError(thrown, folder) };
  }
}

/** @param named what is to be made in the directory, or is the directory */
async function mustBeWritable(folder: string, named: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK).catch((thrown: unknown) => {
    throw destinationError(thrown, named);
  });
}

/** The directory, or the first one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const stats = await stat(folder).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  });
  if (stats === undefined && dirname(folder) !== folder) return nearest(dirname(folder));
  if (stats?.isDirectory() === true) return folder;
  throw new FlexError('FLEX_CONFIG', `${folder} is not a directory.`, {
    advice: 'Name a directory, or one that can be made.',
  });
}
