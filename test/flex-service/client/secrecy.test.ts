/**
 * Every way in which a conversation fails, and then a search for the token in
 * all that was thrown, logged, printed and written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redact, forgetSecrets } from '../../../src/text/redact.js';
import type { ScriptStep } from '../../../src/flex-service/fake/script.js';
import { createLog, logError } from '../../../src/cli/log.js';
import { SERVICE_CODES } from '../../../src/flex-service/codes.js';
import { createPacer } from '../../../src/flex-service/client/pacing.js';
import { Secret } from '../../../src/flex-service/client/token.js';
import { selfSigned } from './certificate.js';
import { ManualClock } from './manual-clock.js';
import { startProxy } from './proxy.js';
import { server } from './refusals.js';
import { fake, folderOf, IMPATIENT, talk, TOKEN, type Talk, type TalkOptions } from './talk.js';

/** The token as it is, in the forms that addresses and encodings give it, and most of it. */
const FORMS = [
  TOKEN,
  TOKEN.slice(0, 16),
  TOKEN.slice(-16),
  Buffer.from(TOKEN).toString('base64').slice(0, 28),
  Buffer.from(TOKEN).toString('hex'),
];

function expectHidden(text: string): void {
  for (const form of FORMS) expect(text.includes(form), redact(text)).toBe(false);
}

/** All that can be found in a value: what is not enumerable too, and the causes. */
function everything(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') return value;
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return String(value);
  }
  if (seen.has(value)) return '';
  seen.add(value);
  const names = [...Object.getOwnPropertyNames(value), ...Object.getOwnPropertySymbols(value)];
  const parts = names.map((name) => {
    const property = Object.getOwnPropertyDescriptor(value, name);
    return `${String(name)}=${everything(property?.value, seen)}`;
  });
  return [inspect(value, { depth: 20, showHidden: true }), ...parts].join('\n');
}

/** As the command line tells of an error, with the stack. */
function printed(error: unknown): string {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  for (const format of ['pretty', 'json'] as const) {
    const log = createLog({ level: 'debug', format, terminal: false, write });
    logError(log, error as Parameters<typeof logError>[1]);
  }
  return lines.join('');
}

async function failing(
  service: { readonly url: string },
  options: TalkOptions = {},
): Promise<Talk> {
  const home = folderOf({});
  const clock = new ManualClock(Date.now());
  const pacer = await createPacer({
    token: new Secret(TOKEN),
    clock,
    env: { XDG_STATE_HOME: home },
  });
  const told = await talk(service, { clock, pacer, timeouts: IMPATIENT, ...options });
  expect(told.error, String(told.thrown)).toBeDefined();
  // What is searched for must be hidden by those who throw it, not only by the log.
  forgetSecrets();
  const written = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  expectHidden(everything(told.thrown));
  expectHidden(told.log.join('\n'));
  expectHidden(printed(told.error));
  expectHidden(written.join('\n'));
  return told;
}

const EVER = { times: 1e6 };
/** What a service could say that holds the token. */
const ECHO = `The token ${TOKEN} at https://flex.example/GetStatement?t=${TOKEN}&q=1 is no good`;

const faults: [string, ScriptStep][] = [
  ...[...SERVICE_CODES.keys(), '1999'].map((code): [string, ScriptStep] => [code, { code }]),
  ['an echo', { code: '1012', message: ECHO }],
  ['an echo of an unknown code', { code: TOKEN, message: ECHO }],
  ['an echo for ever', { code: '1019', message: ECHO }],
  ['an echo where a message is cut', { code: '1004', message: `${'x'.repeat(180)}${ECHO}` }],
  ['a reset', { reset: true }],
  ['nothing', { body: 'empty' }],
  ['HTML', { body: 'html' }],
  ['a stall', { stallAfter: 0 }],
  ['half a body', { body: 'report', cutAfter: 200 }],
  ['half a body, packed', { body: 'report', gzip: true, cutAfter: 30 }],
  ['gzip that is none', { body: 'report', headers: { 'content-encoding': 'gzip' } }],
  ['an echo in a header', { body: 'report', headers: { 'content-encoding': TOKEN } }],
  ['a redirect away', { redirect: 'https://flex.example/' }],
  ['a redirect to a host of that name', { redirect: `https://t${TOKEN}.flex.example/` }],
  ['a redirect in a circle', { redirect: '/round/GetStatement' }],
  ['a redirect to no address', { redirect: 'http://[' }],
  ...[400, 403, 404, 407, 418, 429, 500, 503].map((status): [string, ScriptStep] => [
    `status ${status}`,
    { status },
  ]),
];

describe.each(['SendRequest', 'GetStatement'] as const)('at %s the token is hidden after', (on) => {
  it.each(faults)('%s', async (_, step) => {
    const service = await fake({ script: [{ on, ...EVER, ...step }] });
    await failing(service);
    // It was sent, or there would be nothing to hide.
    expect(service.requests.some(({ token }) => token === TOKEN)).toBe(true);
  });
});

describe('the token is hidden', () => {
  it('where nobody listens, and where the name is not known', async () => {
    const gone = await server('');
    await gone.stop();
    await failing(gone);
    await failing({ url: 'https://flex-service.invalid/' });
  });

  it('where the certificate is not trusted', async () => {
    const service = await fake({ tls: selfSigned(['localhost']) });
    await failing({ url: service.url.replace('127.0.0.1', 'localhost') });
    expect(service.requests).toEqual([]);
  });

  it('where the proxy knows no way', async () => {
    const proxy = await startProxy({});
    const connection = { env: { HTTPS_PROXY: proxy.url } };
    await failing({ url: 'current' }, { connection });
    expectHidden([...proxy.asked, ...proxy.headers].join());
    await proxy.stop();
  });

  it('where the answer is not HTTP', async () => {
    const { createServer } = await import('node:net');
    const shouting = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (request) => socket.end(`no ${request.toString()}\r\n`));
    });
    await new Promise<void>((listening) => shouting.listen(0, '127.0.0.1', listening));
    const { port } = shouting.address() as { port: number };
    await failing({ url: `http://127.0.0.1:${port}/` });
    await new Promise((closed) => shouting.close(closed));
  });

  it('where the service names addresses with it', async () => {
    const url = `https://flex.example/GetStatement?t=${TOKEN}`;
    const script = [{ on: 'SendRequest' as const, url }, { code: '1012' }];
    const { log } = await failing(await fake({ script }));
    expect(log.some((line) => line.startsWith('warn'))).toBe(true);
  });

  it('in the log of the fake service, which sees it', async () => {
    const lines: string[] = [];
    const service = await fake({ log: (line) => lines.push(line) });
    await talk(service);
    await talk(service, { token: `${TOKEN}9`, query: '111111' });
    expect(lines).toHaveLength(3);
    expectHidden(lines.join('\n'));
  });

  it('and the search finds it where it is not', () => {
    const cause = Object.assign(new Error('x'), { options: { path: `/?t=${TOKEN}` } });
    const hidden = new Error('y', { cause });
    Object.defineProperty(hidden, 'quiet', { value: [TOKEN], enumerable: false });
    for (const value of [hidden, { cause }, [TOKEN], new Map([['a', TOKEN]])]) {
      expect(() => expectHidden(everything(value))).toThrow();
    }
  });
});
