/**
 * A fake Flex Web Service for the tests of the commands that fetch, the reports that
 * it serves, and what a process is given to speak with it. Nothing waits for real
 * seconds: FLEXETL_HASTY lets time jump.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished } from 'vitest';
import { startFakeService, type FakeService } from '../../src/flex-service/fake/server.js';
import type { ScriptStep } from '../../src/flex-service/fake/script.js';
import type { Summary } from '../../src/summary/summary.js';
import { freshFolder, lastLine, Running, type Ran } from './run.js';

/** Long enough to be concealed wherever it stands. */
export const TOKEN = '271828182845904523536028';
export const QUERY = '123456';

export interface Days {
  readonly from: string;
  readonly to?: string;
  readonly generated?: string;
  readonly period?: string;
  readonly query?: string;
  readonly account?: string;
  /** Prices, one for each trade. */
  readonly prices?: readonly string[];
}

/** A report of trades on its last day. Every value is invented. */
export function reportOf(days: Days): string {
  const { from, to = from, generated = '20241001;010203', period = '', query = 'Daily' } = days;
  const { account = 'U1000001', prices = ['175.25'] } = days;
  const trades = prices.map(
    (price, n) =>
      `<Trade accountId="${account}" currency="USD" symbol="AAPL" conid="900001" tradeID="${to}${n}" transactionID="${to}${n}" reportDate="${to}" tradeDate="${to}" quantity="${n + 1}" tradePrice="${price}" levelOfDetail="EXECUTION" />\n`,
  );
  return `<FlexQueryResponse queryName="${query}" type="AF">
<FlexStatements count="1">
<FlexStatement accountId="${account}" fromDate="${from}" toDate="${to}" period="${period}" whenGenerated="${generated}">
<Trades>
${trades.join('')}</Trades>
</FlexStatement>
</FlexStatements>
</FlexQueryResponse>
`;
}

export interface Served extends FakeService {
  /** Of its reports. */
  readonly folder: string;
  /** For the processes. */
  readonly env: Readonly<Record<string, string>>;
  /** The calls in words: `SendRequest 123456 20240101 20241231`, `GetStatement`. */
  calls(): string[];
}

/** @param reports by path below its folder: `123456/a.xml` answers the query 123456 */
export async function serve(
  reports: Readonly<Record<string, string>> = {
    [`${QUERY}/a.xml`]: reportOf({ from: '20240304' }),
  },
  script: readonly ScriptStep[] = [],
  options: { readonly generating?: number } = {},
): Promise<Served> {
  const folder = freshFolder();
  for (const [path, xml] of Object.entries(reports)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), xml);
  }
  const service = await startFakeService({ folder, script, tokens: [TOKEN], ...options });
  onTestFinished(() => service.stop());
  return {
    ...service,
    folder,
    env: { FLEXETL_TOKEN: TOKEN, FLEXETL_HASTY: '1', FLEXETL_ENDPOINT: service.url },
    calls: () =>
      service.requests.map(({ call, parameters: { q, fd, td, p } }) =>
        call === 'SendRequest' ? words(call, q, fd, td, p === undefined ? p : `p=${p}`) : call!,
      ),
  };
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

export interface Summarised extends Ran {
  readonly summary: Summary;
}

/** Starts a command with an archive in `cwd`. */
export function start(
  command: 'fetch' | 'run',
  cwd: string,
  service: Pick<Served, 'env'>,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Running {
  const query = args.includes('--query') ? [] : ['--query', QUERY];
  const running = new Running([command, '--archive', 'archive', ...query, ...args], {
    cwd,
    env: { ...service.env, ...env },
  });
  running.process.stdin.end();
  return running;
}

/** The same to its end; the token must be nowhere. */
export async function call(...given: Parameters<typeof start>): Promise<Summarised> {
  const ran = await start(...given).ended;
  tokenIsNowhere(given[1], ran);
  return { ...ran, summary: JSON.parse(lastLine(ran.stdout)) as Summary };
}

/** Ends it as nothing can be done about. */
export async function kill(running: Running): Promise<void> {
  running.process.kill('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
}

/** Neither what was printed nor any file written holds the token. */
export function tokenIsNowhere(cwd: string, { stdout, stderr }: Ran): void {
  const texts = [stdout, stderr, ...filesIn(cwd).map((path) => contentOf(join(cwd, path)))];
  expect(texts.filter((text) => text.includes(TOKEN))).toEqual([]);
}

/** Relative paths of all files, also hidden ones. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The archived reports, by their path in the archive, unpacked. */
export function archived(cwd: string): Record<string, string> {
  const paths = filesIn(join(cwd, 'archive')).filter((path) => path.endsWith('.xml.gz'));
  return Object.fromEntries(paths.map((path) => [path, contentOf(join(cwd, 'archive', path))]));
}

function contentOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
}

/**
 * Environment of a process that the kernel ends where it calls this function of
 * node:fs/promises for the nth time.
 */
export function killedAt(name: 'link' | 'rename', nth: number): Readonly<Record<string, string>> {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const before = fs.promises.${name};
    let calls = 0;
    fs.promises.${name} = (...given) => {
      if (++calls === ${nth}) {
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => {});
      }
      return before(...given);
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
