/**
 * A session of Dagster Pipes: says that the process has begun, hands on lines of the log, and at the
 * end says what was loaded. The results go out in one write with the word that ends the session, so
 * that Dagster has all of them or none.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { parseDestination } from '../../sinks/destinations.js';
import { fitSummary } from '../../summary/limit.js';
import { redact } from '../../text/redact.js';
import type { Beginning, Ending, LineLevel, Listener } from '../listener.js';
import { dataVersionOf, metadataOf, subjectsOf } from './account.js';
import { resultOf, wantedChecks } from './checks.js';
import { readContext, readMessagePlace, type MessagePlace, type PipesContext } from './context.js';
import * as message from './messages.js';

const STDERR = 2;

/** Each is an event in Dagster's database; the rest is on stderr. */
const LINES_KEPT = 500;

const LEVELS: Readonly<Record<LineLevel, message.Level>> = {
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
};

/**
 * Opens the session that the environment names.
 * @throws Error where it cannot be opened; nothing has been written then
 */
export function openPipes(beginning: Beginning, warn: (message: string) => void): PipesListener {
  const context = readContext(beginning.env);
  const writer = new Writer(readMessagePlace(beginning.env));
  return new PipesListener(context, writer, beginning, warn);
}

export class PipesListener implements Listener {
  private lines = 0;

  constructor(
    readonly context: PipesContext,
    private readonly writer: Writer,
    private readonly beginning: Beginning,
    private readonly warn: (message: string) => void,
  ) {
    writer.write(message.opened());
  }

  log(level: LineLevel, text: string): void {
    this.lines++;
    if (this.lines <= LINES_KEPT) this.writer.write(message.log(LEVELS[level], text));
    if (this.lines === LINES_KEPT + 1) {
      this.writer.write(message.log('WARNING', 'Further lines of the log are on stderr.'));
    }
  }

  async end({ summary, outcomes, error }: Ending): Promise<void> {
    try {
      const results =
        summary === undefined || error !== undefined ? [] : await this.results(summary, outcomes);
      const last = error === undefined ? undefined : { name: error.code, message: error.message };
      const said = summary === undefined ? [] : [message.custom(fitSummary(summary))];
      this.writer.write([...results, ...said, message.closed(last)].join(''));
    } finally {
      this.writer.close();
    }
  }

  /** Of a load that succeeded: the step of one that did not fails by the exit status. */
  private async results(
    summary: NonNullable<Ending['summary']>,
    outcomes: Ending['outcomes'],
  ): Promise<string[]> {
    const { to, timezone } = this.beginning;
    const { assets, extras } = this.context;
    const subjects = subjectsOf(assets, this.beginning.catalog);
    for (const { key } of assets) {
      if (subjects.some(({ asset }) => asset.key === key)) continue;
      this.warn(`The asset ${key} names no table, so nothing is reported about it.`);
    }
    const place = parseDestination(to);
    const nameOf = (table: string): string | undefined => place.kind.datasetOf(place, table)?.name;
    const load = { summary, outcomes, destination: redact(to), nameOf, to, timezone };
    const version = dataVersionOf(outcomes);
    const told = subjects.map((subject) =>
      message.materialization(subject.asset.key, metadataOf(subject, load), version),
    );
    for (const wanted of wantedChecks(extras['flexetl_checks'], subjects, this.warn)) {
      const { subject, name } = wanted;
      told.push(message.check(subject.asset.key, name, await resultOf(wanted, load)));
    }
    return told;
  }
}

/** Appends whole lines, or nothing: half a line would cost Dagster all that was said. */
class Writer {
  private readonly file: number;

  constructor(place: MessagePlace) {
    this.file = place.path === undefined ? STDERR : openSync(place.path, 'a');
  }

  /** @throws Error of the system; the file is then as it was */
  write(lines: string): void {
    const bytes = Buffer.from(lines, 'latin1');
    const before = fstatSync(this.file);
    let done = 0;
    try {
      while (done < bytes.length) done += writeSync(this.file, bytes, done);
    } catch (thrown) {
      if (before.isFile()) ftruncateSync(this.file, before.size);
      throw thrown;
    }
  }

  close(): void {
    if (this.file !== STDERR) closeSync(this.file);
  }
}
