/** Networks and servers that fail: each fault once, where it passes, and for ever. */
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../../../src/flex-service/fake/script.js';
import { selfSigned } from './certificate.js';
import { ManualClock } from './manual-clock.js';
import { server } from './refusals.js';
import { calls, fake, IMPATIENT, REPORT, talk, type TalkOptions } from './talk.js';

/** Only a stall is given up early: an answer that comes may take as long as a busy machine takes. */
function patienceWith({ stallAfter }: ScriptStep): TalkOptions {
  return stallAfter === undefined ? {} : { timeouts: IMPATIENT };
}

describe.each(['SendRequest', 'GetStatement'] as const)('at %s', (on) => {
  const passing: [string, ScriptStep][] = [
    ['a reset', { reset: true }],
    ['a connection cut in the headers', { cutAfter: 0 }],
    ['nothing', { body: 'empty' }],
    ['a page of HTML', { body: 'html' }],
    ['a page of HTML with status 503', { status: 503 }],
    ['status 500', { status: 500, body: 'text' }],
    ['status 502', { status: 502, body: 'empty' }],
    ['status 429', { status: 429 }],
    ['status 408', { status: 408 }],
    ['a stall', { stallAfter: 0 }],
    ['gzip that is none', { headers: { 'content-encoding': 'gzip' } }],
    ['a packing that is not known', { headers: { 'content-encoding': 'zstd-9' } }],
  ];

  it.each(passing)('%s passes', async (_, step) => {
    const service = await fake({ script: [{ on, ...step, times: 2 }] });
    const { thrown, bodies } = await talk(service, patienceWith(step));
    expect(thrown).toBeUndefined();
    expect(bodies.at(-1)).toBe(REPORT);
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(3);
  });

  const lasting = passing.filter(([name]) => name !== 'status 429');
  it.each(lasting)('%s for ever is given up', async (_, step) => {
    const service = await fake({ script: [{ on, ...step, times: 1e6 }] });
    const { error, clock } = await talk(service, patienceWith(step));
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.exitStatus).toBe(69);
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(5);
    expect(clock.waits.filter((wait) => wait === 30_000)).toHaveLength(1);
  });

  it('a delay longer than the timeout is given up', async () => {
    const never = { now: () => 0, wait: () => new Promise<void>(() => undefined) };
    const service = await fake({ clock: never, script: [{ on, delay: 1, times: 1e6 }] });
    const { error } = await talk(service, { timeouts: IMPATIENT });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('too long to answer');
  });

  it('429 for ever is throttling', async () => {
    const service = await fake({ script: [{ on, status: 429, times: 1e6 }] });
    const { error } = await talk(service, { waitMilliseconds: 600_000 });
    expect(error?.code).toBe('FLEX_SERVICE_BUSY');
    expect(error?.message).toContain('429');
  });

  it.each([400, 401, 403, 405])('status %d is a refusal', async (status) => {
    const service = await fake({ script: [{ on, status, times: 1e6 }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_REFUSED');
    expect(error?.message).toContain(String(status));
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(1);
  });

  it('status 404 is told at once, where there is no other address', async () => {
    const service = await fake({ script: [{ on, status: 404, times: 1e6 }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.advice).toContain('--endpoint');
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(1);
  });

  it('an answer of the service counts more than the status', async () => {
    const service = await fake({ script: [{ on, status: 500, code: '1012' }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_REFUSED');
    expect(error?.message).toContain('1012');
  });

  it('Retry-After is kept to', async () => {
    const headers = { 'retry-after': '120' };
    for (const status of [429, 503]) {
      const clock = new ManualClock();
      const service = await fake({ clock, script: [{ on, status, headers }] });
      const { bodies } = await talk(service, { clock });
      expect(bodies).toEqual([REPORT]);
      const at = service.requests.findIndex(({ answer }) => answer.includes(String(status)));
      const pause = service.requests[at + 1]!.at - service.requests[at]!.at;
      expect(pause).toBeGreaterThanOrEqual(120_000);
    }
  });

  it('a redirect within the host is followed', async () => {
    const target = await fake();
    const to = `${target.url}${on}`;
    const outside = await fake({ script: [{ on, redirect: to }] });
    // Another port is another service: it is not followed there.
    expect((await talk(outside)).error?.code).toBe('FLEX_FOREIGN_HOST');
    const script = [{ on, redirect: `/moved/${on}` }];
    const service = await fake({ script });
    const { bodies } = await talk(service);
    expect(bodies).toEqual([REPORT]);
    expect(service.requests.map(({ path }) => path)).toContain(`/moved/${on}`);
  });

  it.each([
    ['https://flex.example/', 'flex.example (https:)'],
    [
      'https://interactivebrokers.com.flex.example/',
      'interactivebrokers.com.flex.example (https:)',
    ],
    ['https://notinteractivebrokers.com/', 'notinteractivebrokers.com (https:)'],
    ['//flex.example/', 'flex.example (http:)'],
    ['http://user:word@127.0.0.1/', '127.0.0.1 (http:)'],
    ['file:///etc/passwd', 'a file: address'],
  ])('a redirect to %s is refused, and the token not sent', async (redirect, told) => {
    const service = await fake({ script: [{ on, redirect, times: 1e6 }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_FOREIGN_HOST');
    expect(error?.message).toContain(`redirects to ${told}, which`);
    expect(error?.exitStatus).toBe(77);
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(1);
  });

  it('redirects in a loop end', async () => {
    const service = await fake({ script: [{ on, redirect: `/round/${on}`, times: 1e6 }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('in a loop');
  });
});

describe('a service that is not there', () => {
  it('is given up where the connection is refused', async () => {
    const gone = await server('');
    await gone.stop();
    const { error, clock } = await talk(gone);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('refused (ECONNREFUSED)');
    expect(clock.waits).toEqual([2_000, 5_000, 15_000, 30_000]);
  });

  it('is given up where its name is not known', async () => {
    const { error } = await talk({ url: 'https://flex-service.invalid/' });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toMatch(
      /^flex-service\.invalid did not deliver: the host name .*(?:ENOTFOUND|EAI_AGAIN)/,
    );
  });

  it('is given up where it speaks something else', async () => {
    const shouting = createServer((socket) => {
      socket.on('error', () => undefined).write('220 ready\r\n', () => socket.destroy());
    });
    await new Promise<void>((listening) => shouting.listen(0, '127.0.0.1', listening));
    const { port } = shouting.address() as AddressInfo;
    const { error } = await talk({ url: `http://127.0.0.1:${port}/` });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    await new Promise((closed) => shouting.close(closed));
  });

  it('is not trusted with a certificate that is not trusted, and not asked again', async () => {
    const service = await fake({ tls: selfSigned(['localhost']) });
    const { error } = await talk({ url: service.url.replace('127.0.0.1', 'localhost') });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('certificate');
    expect(error?.advice).toContain('NODE_EXTRA_CA_CERTS');
    expect(service.requests).toEqual([]);
  });

  it('is trusted with one that is', async () => {
    const tls = selfSigned(['localhost']);
    const service = await fake({ tls });
    const url = service.url.replace('127.0.0.1', 'localhost');
    const { bodies } = await talk({ url }, { connection: { env: {}, ca: tls.cert } });
    expect(bodies).toEqual([REPORT]);
    const wrongName = await talk(service, { connection: { env: {}, ca: tls.cert } });
    expect(wrongName.error?.message).toContain('certificate');
  });
});
