/**
 * A Flex Web Service on this machine: the two calls, reference codes, reports that take time, rate
 * limits; and every fault of a script. For tests of pipelines, and for our own. It knows no client.
 */
import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dayInNewYork } from '../../time/days.js';
import { REAL_CLOCK, type Clock } from '../../time/retry.js';
import { write, type Answer } from './response-writer.js';
import { CSV, failure, HTML, huge, success, TEXT } from './bodies.js';
import { Rebasing } from './rebasing.js';
import {
  chooseReport,
  newest,
  readReports,
  reportBytes,
  reportsFor,
  type Period,
  type ServedReport,
} from './reports.js';
import { Script, type ScriptStep } from './script.js';

export interface FakeServiceOptions {
  /**
   * Folder of reports, .xml and .xml.gz, at any depth. A report answers the query IDs that are
   * names of the folders above it, this one included, and its own queryName; one without a folder
   * named by a number answers any other number.
   */
  readonly folder: string;
  /**
   * Whether the newest report of a query serves all days for which there is no report. Default no.
   */
  readonly rebase?: boolean;
  /** Gives today, for requests that name no days. Default: the real time. */
  readonly now?: () => Date;
  /** Default: any free port. */
  readonly port?: number;
  /** Tokens that are accepted. Default: any. */
  readonly tokens?: readonly string[];
  /** The faults; see ScriptStep. */
  readonly script?: readonly ScriptStep[];
  /** How often GetStatement answers 1019 before a report is ready. Default 1. */
  readonly generating?: number;
  /** Whether more than one request a second and ten a minute are answered with 1018. Default no. */
  readonly throttle?: boolean;
  /** For delays and the limits. Default: the real one. */
  readonly clock?: Clock;
  /** Serves https with this key and certificate, PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Called with a line for each request, without the token. */
  readonly log?: (line: string) => void;
}

/** A request as received. */
export interface FakeRequest {
  /** By the clock of the service. */
  readonly at: number;
  readonly call: 'SendRequest' | 'GetStatement' | undefined;
  readonly host: string;
  readonly path: string;
  /** All but the token. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The token as received; it is in no line of the log. */
  readonly token: string | undefined;
  readonly userAgent: string | undefined;
  /** The answer in a few words: `Fail 1018`, `report`, `HTTP 503`. */
  readonly answer: string;
}

export interface FakeService {
  /** The address for --endpoint. */
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  readonly reports: readonly ServedReport[];
  /** Ends all connections. */
  stop(): Promise<void>;
}

const PATH = '/AccountManagement/FlexWebService/';

/**
 * @throws FlexError FLEX_INPUT_NOT_FOUND where the folder has no reports; what Rebasing.open throws;
 *   the error of a port in use
 */
export async function startFakeService(options: FakeServiceOptions): Promise<FakeService> {
  const reports = await readReports(options.folder);
  const rebasing = options.rebase === true ? await Rebasing.open(reports) : undefined;
  const desk = new RequestHandler(options, reports, rebasing);
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => undefined);
    desk.serve(request, response).catch(() => response.destroy());
  };
  const server =
    options.tls === undefined ? createServer(take) : createTlsServer(options.tls, take);
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  desk.origin = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return {
    url: `${desk.origin}${PATH}`,
    requests: desk.requests,
    reports,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

interface Asked {
  readonly call: FakeRequest['call'];
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  readonly userAgent: string | undefined;
}

/** A requested report, ready to be sent. */
interface Prepared {
  readonly body: () => AsyncIterable<Buffer>;
  readonly told: string;
}

class RequestHandler {
  readonly requests: FakeRequest[] = [];
  origin = '';
  private readonly script: Script;
  private readonly clock: Clock;
  /** By reference code: the report, and how many polls it is still not ready for. */
  private readonly asked = new Map<string, { report: Prepared; generating: number }>();
  /** By token: the times of its requests. */
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly options: FakeServiceOptions,
    private readonly reports: readonly ServedReport[],
    private readonly rebasing: Rebasing | undefined,
  ) {
    this.script = new Script(options.script ?? []);
    this.clock = options.clock ?? REAL_CLOCK;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.clock.now();
    const { pathname: path, search, searchParams } = new URL(request.url ?? '/', this.origin);
    const call = /(?:^|[/.])(SendRequest|GetStatement)$/.exec(path)?.[1] as FakeRequest['call'];
    const { t: token, ...parameters } = Object.fromEntries(searchParams);
    const asked = { call, path, parameters, token, userAgent: request.headers['user-agent'] };
    const step = this.script.next(call ?? '', path) ?? {};
    const answer = step.reset === true ? RESET : this.answer(asked, step, search);
    this.note({ at, ...asked, host: request.headers.host ?? '', answer: answer.told });
    if (step.delay !== undefined) await this.clock.wait(step.delay);
    if (answer === RESET) request.socket.resetAndDestroy();
    else await write(response, answer, step);
  }

  private note(request: FakeRequest): void {
    this.requests.push(request);
    const parameters = Object.entries(request.parameters).map(
      ([name, value]) => `${name}=${value}`,
    );
    this.options.log?.(
      [request.call ?? request.path, ...parameters, '→', request.answer].join(' '),
    );
  }

  private answer(asked: Asked, step: ScriptStep, search: string): Answer {
    const { status = 200, headers } = step;
    const made = (body: Answer['body'], told: string): Answer => ({
      status,
      body,
      told: status === 200 ? told : `HTTP ${status}`,
      ...(headers === undefined ? {} : { headers }),
    });
    if (step.redirect !== undefined) {
      const location = `${step.redirect}${search}`;
      const redirect = step.status ?? 302;
      return {
        status: redirect,
        headers: { ...headers, location },
        body: '',
        told: `HTTP ${redirect}`,
      };
    }
    if (step.code !== undefined)
      return made(failure(step.code, step), toldFailure(step.code, step));
    switch (step.body) {
      case 'empty':
        return made('', 'nothing');
      case 'html':
        return made(HTML, 'HTML');
      case 'csv':
        return made(CSV, 'CSV');
      case 'text':
        return made(TEXT, 'text');
      case 'huge':
        return made(huge(step.megabytes ?? 2048), 'huge report');
      case 'report':
      case undefined: {
        if (step.status !== undefined) return made(HTML, '');
        const usual = this.usual(asked, step);
        return { ...usual, ...(headers === undefined ? {} : { headers }) };
      }
    }
  }

  /** The answer that the real service would give. */
  private usual(asked: Asked, step: ScriptStep): Answer {
    const { call, parameters, token, userAgent } = asked;
    if (call === undefined) return { status: 404, body: HTML, told: 'HTTP 404' };
    if ((userAgent ?? '') === '') return { status: 403, body: HTML, told: 'HTTP 403' };
    // This is how the service answers its retired version, and a missing one.
    if (parameters['v'] !== '3') return refused('1001');
    if (token === undefined || parameters['q'] === undefined) return refused('1020');
    if (this.options.tokens?.includes(token) === false) return refused('1015');
    if (this.options.throttle === true && this.tooMany(token)) return refused('1018');
    return call === 'SendRequest' ? this.send(parameters, step) : this.get(parameters, step);
  }

  private send(parameters: Asked['parameters'], step: ScriptStep): Answer {
    const { q: query = '', fd, td, p } = parameters;
    const reports = reportsFor(this.reports, query);
    if (reports.length === 0) return refused('1014');
    if ((fd === undefined) !== (td === undefined)) return refused('1020');
    const report = this.prepare(reports, { fd, td, p });
    if (typeof report === 'string') return refused(report);
    const referenceCode = String(randomInt(1_000_000_000, 10_000_000_000));
    this.asked.set(referenceCode, { report, generating: this.options.generating ?? 1 });
    const element = step.urlElement ?? (this.asked.size % 2 === 1 ? 'Url' : 'url');
    const url = step.url ?? `${this.origin}${PATH}GetStatement`;
    return { status: 200, body: success(referenceCode, url, element), told: 'Success' };
  }

  /** @returns an error code of the service if it has no such report */
  private prepare(reports: readonly ServedReport[], period: Period): Prepared | string {
    const { rebasing } = this;
    const asItIs = rebasing === undefined || period.fd !== undefined;
    const chosen = asItIs ? chooseReport(reports, period) : undefined;
    if (chosen !== undefined) return { body: () => reportBytes(chosen.path), told: 'report' };
    const model = newest(reports.filter((report) => rebasing?.knows(report)));
    if (rebasing === undefined || model === undefined) return '1003';
    const now = this.options.now?.() ?? new Date();
    const rebased = rebasing.rebase(model, period, dayInNewYork(now));
    if (typeof rebased === 'string') return rebased;
    return { body: () => rebased.body(), told: `report of ${rebased.told}` };
  }

  private get({ q: referenceCode = '' }: Asked['parameters'], step: ScriptStep): Answer {
    const asked = this.asked.get(referenceCode);
    if (asked === undefined) return refused('1017');
    const { body, cutAfter, endAfter, stallAfter } = step;
    const atOnce = body ?? cutAfter ?? endAfter ?? stallAfter ?? step.gzip;
    if (atOnce === undefined && asked.generating > 0) {
      asked.generating--;
      return refused('1019');
    }
    const { body: report, told } = asked.report;
    return { status: 200, body: report(), told };
  }

  private tooMany(token: string): boolean {
    const now = this.clock.now();
    const recent = (this.times.get(token) ?? []).filter((time) => time > now - 60_000);
    const tooMany = recent.length >= 10 || recent.some((time) => time > now - 1000);
    this.times.set(token, [...recent, now]);
    return tooMany;
  }
}

const RESET: Answer = { status: 0, body: '', told: 'reset' };

function refused(code: string): Answer {
  return { status: 200, body: failure(code), told: toldFailure(code) };
}

function toldFailure(code: string, { word }: Partial<ScriptStep> = {}): string {
  return `${word ?? (code === '1019' || code === '1025' ? 'Warn' : 'Fail')} ${code}`;
}
