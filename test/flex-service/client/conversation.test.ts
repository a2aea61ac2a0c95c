/** The course of a conversation in which nothing is broken. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import type { ScriptStep } from '../../../src/flex-service/fake/script.js';
import { VERSION } from '../../../src/version.js';
import { ManualClock } from './manual-clock.js';
import { calls, fake, folderOf, QUERY, REPORT, statement, talk, TOKEN } from './talk.js';

/** A second passes whenever somebody looks. */
class PassingClock extends ManualClock {
  override now(): number {
    this.pass(1_000);
    return super.now();
  }
}

describe('a report', () => {
  it('is asked for, waited for, and taken', async () => {
    const service = await fake({ generating: 3 });
    const { bodies, thrown, clock, pending } = await talk(service);
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual([REPORT]);
    expect(calls(service)).toEqual([
      'SendRequest Success',
      'GetStatement Warn 1019',
      'GetStatement Warn 1019',
      'GetStatement Warn 1019',
      'GetStatement report',
    ]);
    expect(clock.waits).toEqual([2_000, 3_000, 5_000, 10_000]);
    expect(pending).toEqual([
      { referenceCode: service.requests[1]!.parameters['q'], url: `${service.url}GetStatement` },
    ]);
  });

  it('is asked for in version 3, with the token and a user agent', async () => {
    const service = await fake();
    await talk(service);
    for (const { parameters, token, userAgent } of service.requests) {
      expect(parameters['v']).toBe('3');
      expect(token).toBe(TOKEN);
      expect(userAgent).toMatch(new RegExp(`^flexetl/${VERSION.replaceAll('.', '\\.')} Node/\\d`));
    }
    expect(service.requests[0]!.parameters).toEqual({ q: QUERY, v: '3' });
  });

  it('has the period that was asked for', async () => {
    const folder = folderOf({
      [`${QUERY}/may.xml`]: statement('20240501', '20240531'),
      [`${QUERY}/june.xml`]: REPORT,
    });
    const service = await fake({ folder });
    const may = await talk(service, { from: '2024-05-01', to: '2024-05-31' });
    expect(may.bodies).toEqual([statement('20240501', '20240531')]);
    const days = await talk(service, { days: 26 });
    expect(days.bodies).toEqual([REPORT]);
    const asked = service.requests.filter(({ call }) => call === 'SendRequest');
    expect(asked.map(({ parameters }) => parameters)).toEqual([
      { q: QUERY, fd: '20240501', td: '20240531', v: '3' },
      { q: QUERY, p: '26', v: '3' },
    ]);
  });

  it.each([
    [{ from: '2024-05-01' }, 'only one end'],
    [{ to: '2024-05-01' }, 'only one end'],
    [{ from: '2024-05-01', to: '2024-05-31', days: 3 }, 'at once'],
    [{ from: '2024-05-31', to: '2024-05-01' }, 'before it begins'],
    [{ from: '2023-01-01', to: '2024-01-01' }, '366 days'],
    [{ from: '2024-02-30', to: '2024-03-01' }, 'not a day'],
    [{ days: 0 }, '0 days'],
    [{ days: 366 }, '366 days'],
    [{ days: 1.5 }, '1.5 days'],
  ])('is not asked for with the period %j', async (period, says) => {
    const service = await fake();
    const { error } = await talk(service, period);
    expect(error?.code).toBe('FLEX_USAGE');
    expect(error?.message).toContain(says);
    expect(service.requests).toEqual([]);
  });

  it('that its taker refuses is not asked for again', async () => {
    const service = await fake();
    const full = new FlexError('FLEX_DEST_FULL', 'No space.');
    const { thrown } = await talk(service, { take: () => Promise.reject(full) });
    expect(thrown).toBe(full);
    expect(calls(service)).toEqual(['SendRequest Success', 'GetStatement report']);
  });

  it('may be left unread by its taker', async () => {
    const service = await fake({ script: [{ on: 'GetStatement', body: 'huge', megabytes: 64 }] });
    const { bodies, thrown } = await talk(service, { take: () => Promise.resolve('enough') });
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual(['enough']);
  });
});

describe('a report that was asked for before', () => {
  it('is taken up, and not asked for anew', async () => {
    const service = await fake();
    const { pending } = await talk(service);
    const { bodies } = await talk(service, { pending: pending[0]! });
    expect(bodies).toEqual([REPORT]);
    expect(calls(service).slice(2)).toEqual(['GetStatement report']);
  });

  it('is asked for anew, once, when the service does not know it any more', async () => {
    const service = await fake();
    const gone = { referenceCode: '1234567890', url: undefined };
    const { bodies, pending, log } = await talk(service, { pending: gone });
    expect(bodies).toEqual([REPORT]);
    expect(pending).toHaveLength(1);
    expect(calls(service)).toEqual([
      'GetStatement Fail 1017',
      'SendRequest Success',
      'GetStatement report',
    ]);
    expect(log.join('\n')).toContain('requesting a new report');
  });

  it.each(['1001', '1003', '1099'])(
    'is asked for anew when the service gives it up: %s',
    async (code) => {
      const service = await fake({ script: [{ on: 'GetStatement', code }] });
      const failed = { referenceCode: '1234567890', url: undefined };
      const { bodies, log } = await talk(service, { pending: failed });
      expect(bodies).toEqual([REPORT]);
      expect(calls(service)).toEqual([
        `GetStatement Fail ${code}`,
        'SendRequest Success',
        'GetStatement report',
      ]);
      expect(log.join('\n')).toContain('requesting a new report');
    },
  );

  it.each(['1012', '1014', '1020', '1025'])('is not when it refuses to speak: %s', async (code) => {
    const service = await fake({ script: [{ on: 'GetStatement', code }] });
    const { error } = await talk(service, {
      pending: { referenceCode: '1234567890', url: undefined },
    });
    expect(error?.exitStatus).toBe(77);
    expect(service.requests).toHaveLength(1);
  });

  it('is an error where also the new one is not known', async () => {
    const service = await fake({ script: [{ on: 'GetStatement', code: '1017', times: 9 }] });
    const gone = { referenceCode: '1234567890', url: undefined };
    const { error } = await talk(service, { pending: gone });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(calls(service)).toEqual([
      'GetStatement Fail 1017',
      'SendRequest Success',
      'GetStatement Fail 1017',
    ]);
  });
});

describe('the patience of the user', () => {
  it('ends a wait that has no end, and leaves the reference for later', async () => {
    const service = await fake({ generating: 1_000_000 });
    const clock = new ManualClock();
    const start = clock.now();
    const { error, pending } = await talk(service, { clock, waitMilliseconds: 600_000 });
    expect(error?.code).toBe('FLEX_SERVICE_BUSY');
    expect(error?.exitStatus).toBe(75);
    expect(error?.retry).toBe(true);
    expect(error?.message).toContain('after 10 minutes');
    expect(error?.message).toContain('still being generated');
    expect(error?.advice).toContain('resumed');
    expect(clock.now() - start).toBe(600_000);
    expect(pending).toHaveLength(1);
    const { bodies } = await talk(await fake(), {});
    expect(bodies).toEqual([REPORT]);
  });

  it('of nothing only asks', async () => {
    const service = await fake();
    const { error, pending } = await talk(service, { waitMilliseconds: 0 });
    expect(error?.code).toBe('FLEX_SERVICE_BUSY');
    expect(pending).toHaveLength(1);
    expect(calls(service)).toEqual(['SendRequest Success']);
    const later = await talk(service, { waitMilliseconds: 0, pending: pending[0]! });
    expect(later.bodies).toEqual([REPORT]);
  });

  it('is not outlasted by pauses that grow', async () => {
    const service = await fake({ generating: 1_000_000 });
    const { clock } = await talk(service, { waitMilliseconds: 3_600_000 });
    const longest = Math.max(...clock.waits);
    expect(longest).toBe(30_000);
    expect(service.requests.length).toBeLessThan(130);
  });

  it.each<[string, ScriptStep]>([
    ['an answer that does not begin', { delay: 1 }],
    ['a body that stalls', { body: 'report', stallAfter: 300 }],
  ])('is not outlasted by %s', async (_, step) => {
    const service = await fake({
      clock: { now: () => 0, wait: () => new Promise(() => undefined) },
      script: [{ on: 'GetStatement', ...step }],
    });
    const { pending } = await talk(service, { waitMilliseconds: 0 });
    const { error } = await talk(service, {
      pending: pending[0]!,
      waitMilliseconds: 0,
      // But for the patience, this test would not end.
      timeouts: { connect: 2_000, headers: 1e9, body: 1e9, least: 150 },
    });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(calls(service)).toHaveLength(2);
  });

  it('is not outlasted by an answer that drips', async () => {
    const server = createServer((_, response) => {
      const drip = (): void => {
        if (response.destroyed) return;
        response.write(' ');
        setImmediate(drip);
      };
      drip();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { error } = await talk({ url }, { clock: new PassingClock() });
    expect(error?.message).toMatch(/sent only \d+ bytes of its answer/);
  });

  it('ends at once when the signal comes', async () => {
    const service = await fake({ generating: 1_000_000 });
    const controller = new AbortController();
    const reason = new FlexError('FLEX_INTERRUPTED', 'Interrupted by SIGINT.');
    const { thrown } = await talk(service, {
      signal: controller.signal,
      onReferenceCode: () => {
        controller.abort(reason);
        return Promise.resolve();
      },
    });
    expect(thrown).toBe(reason);
    expect(calls(service)).toEqual(['SendRequest Success']);
  });

  it('ends within a request and within a body', async () => {
    const reason = new FlexError('FLEX_TERMINATED', 'Terminated by SIGTERM.');
    for (const step of [{ delay: 1e9 }, { stallAfter: 300 }]) {
      const controller = new AbortController();
      const clock = new ManualClock();
      const service = await fake({
        script: [{ on: 'GetStatement', ...step }],
        // Whoever waits for that long is waited for until the test is over.
        clock: {
          now: () => clock.now(),
          wait: () => {
            setImmediate(() => controller.abort(reason));
            return new Promise(() => undefined);
          },
        },
      });
      const { thrown } = await talk(service, {
        clock,
        signal: controller.signal,
        take: async (body) => {
          let bytes = 0;
          for await (const chunk of body) {
            bytes += chunk.length;
            if (bytes >= 300) controller.abort(reason);
          }
          return '';
        },
      });
      expect(thrown).toBe(reason);
    }
  });
});

describe('the pace', () => {
  it('is one request a second and ten a minute, polls counted', async () => {
    const clock = new ManualClock();
    const service = await fake({ generating: 60, throttle: true, clock });
    const { bodies } = await talk(service, { clock, waitMilliseconds: 7_200_000 });
    expect(bodies).toEqual([REPORT]);
    expect(calls(service).filter((call) => call.includes('1018'))).toEqual([]);
    const times = service.requests.map(({ at }) => at);
    expect(times).toHaveLength(62);
    times.forEach((time, at) => {
      if (at >= 1) expect(time - times[at - 1]!).toBeGreaterThanOrEqual(1_000);
      if (at >= 10) expect(time - times[at - 10]!).toBeGreaterThanOrEqual(60_000);
    });
  });
});
