/**
 * One conversation with a fake service in this process: everything that was
 * said, logged and waited for. Nothing waits for real.
 */
import { DEFAULT_WAIT_SECONDS } from '../../../src/cli/fetch-settings.js';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import {
  startFakeService,
  type FakeService,
  type FakeServiceOptions,
} from '../../../src/flex-service/fake/server.js';
import {
  converse,
  type PendingReport,
  type ReportRequest,
  type ServiceOptions,
} from '../../../src/flex-service/client/conversation.js';
import { parseEndpoint } from '../../../src/flex-service/client/endpoint.js';
import { memoryPacer } from '../../../src/flex-service/client/pacing.js';
import { Secret } from '../../../src/flex-service/client/token.js';
import { ManualClock } from './manual-clock.js';

/** Unlike anything else, so that it can be searched for. */
export const TOKEN = '271828182845904523536028';
export const QUERY = '654321';

export function statement(from: string, to: string, rows = 3): string {
  const row = (id: number): string =>
    `<Trade accountId="U1000001" symbol="ABCD" tradeID="${id}" tradeDate="${to}" quantity="1" />\n`;
  return (
    '<FlexQueryResponse queryName="Invented" type="AF">\n<FlexStatements count="1">\n' +
    `<FlexStatement accountId="U1000001" fromDate="${from}" toDate="${to}" period="" whenGenerated="${to};200000">\n<Trades>\n` +
    Array.from({ length: rows }, (_, id) => row(7000 + id)).join('') +
    '</Trades>\n</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n'
  );
}

export const REPORT = statement('20240603', '20240628');

const folders: string[] = [];
const services: FakeService[] = [];

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Serves REPORT as QUERY, ready at once; stopped after the test. */
export async function fake(options: Partial<FakeServiceOptions> = {}): Promise<FakeService> {
  const folder = options.folder ?? folderOf({ [`${QUERY}/report.xml`]: REPORT });
  const service = await startFakeService({ generating: 0, ...options, folder });
  services.push(service);
  return service;
}

export interface Talk {
  readonly clock: ManualClock;
  /** What `take` read, each time it was called; undefined where reading failed. */
  readonly bodies: (string | undefined)[];
  readonly log: string[];
  readonly pending: PendingReport[];
  readonly error: FlexError | undefined;
  readonly thrown: unknown;
}

export type TalkOptions = Partial<ReportRequest> &
  Partial<Omit<ServiceOptions, 'endpoint' | 'token' | 'clock' | 'log'>> & {
    /** Default: the address of the service. */
    readonly endpoint?: string;
    readonly token?: string;
    readonly clock?: ManualClock;
    readonly take?: (body: AsyncIterable<Buffer>) => Promise<string>;
  };

/** Short, because what is awaited here in earnest never comes. */
export const IMPATIENT = { connect: 2_000, headers: 500, body: 500, least: 500 };

/** Asks for a report, and tells how it went. */
export async function talk(
  service: Pick<FakeService, 'url'>,
  options: TalkOptions = {},
): Promise<Talk> {
  const { clock = new ManualClock(), query = QUERY, from, to, days, pending: takeUp } = options;
  const bodies: (string | undefined)[] = [];
  const log: string[] = [];
  const pending: PendingReport[] = [];
  const take = options.take ?? readWhole;
  let thrown: unknown;
  try {
    await converse(
      { query, from, to, days, pending: takeUp },
      {
        waitMilliseconds: DEFAULT_WAIT_SECONDS * 1000,
        pacer: memoryPacer(clock),
        connection: { env: {} },
        onReferenceCode: (given) => {
          pending.push(given);
          return Promise.resolve();
        },
        ...options,
        token: new Secret(options.token ?? TOKEN),
        endpoint: parseEndpoint(options.endpoint ?? service.url),
        clock,
        log: ({ level, message }) => log.push(`${level}: ${message}`),
      },
      async (body) => {
        const at = bodies.push(undefined) - 1;
        bodies[at] = await take(body);
      },
    );
  } catch (caught) {
    thrown = caught;
  }
  const error = thrown instanceof FlexError ? thrown : undefined;
  return { clock, bodies, log, pending, error, thrown };
}

/** As an archive reads: a report that is not at its end is an error. */
async function readWhole(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  if (text.startsWith('<') && !text.trimEnd().endsWith('</FlexQueryResponse>')) {
    throw new FlexError('FLEX_TRUNCATED', `The report ends after ${text.length} characters.`);
  }
  return text;
}

/** `SendRequest Success`, one for each request. */
export function calls(service: FakeService): string[] {
  return service.requests.map(({ call, answer }) => `${call ?? 'other'} ${answer}`);
}
