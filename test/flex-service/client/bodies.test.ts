/** Reports as they come: whole, packed, in other formats, enormous, and cut. */
import { describe, expect, it } from 'vitest';
import { CSV, HTML, TEXT } from '../../../src/flex-service/fake/bodies.js';
import type { ScriptStep } from '../../../src/flex-service/fake/script.js';
import { gzipSync } from 'node:zlib';
import { notDripping } from '../../../src/flex-service/client/report-body.js';
import { ManualClock } from './manual-clock.js';
import { calls, fake, folderOf, IMPATIENT, QUERY, REPORT, statement, talk } from './talk.js';

const on = 'GetStatement' as const;

describe('a body', () => {
  it.each<[string, ScriptStep, string]>([
    ['a report', {}, REPORT],
    ['a report packed with gzip', { gzip: true }, REPORT],
    ['CSV', { body: 'csv' }, CSV],
    ['text', { body: 'text' }, TEXT],
  ])('of %s is handed on as it comes', async (_, step, expected) => {
    const service = await fake({ script: [{ on, ...step }] });
    const { bodies, thrown } = await talk(service);
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual([expected]);
  });

  it('in a file that is packed is served unpacked', async () => {
    const folder = folderOf({ [`${QUERY}/report.xml.gz`]: gzipSync(REPORT) });
    expect((await talk(await fake({ folder }))).bodies).toEqual([REPORT]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${REPORT}`],
    ['a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n${REPORT}`],
    ['white space', `\r\n\n${REPORT}`],
    ['so much white space', `${' '.repeat(10_000)}${REPORT}`],
  ])('with %s before it is handed on whole', async (_, text) => {
    const folder = folderOf({ [`${QUERY}/report.xml`]: text });
    expect((await talk(await fake({ folder }))).bodies).toEqual([text]);
  });

  it('of HTML never gets to whoever takes reports', async () => {
    const service = await fake({ script: [{ on, body: 'html', times: 2 }] });
    const { bodies } = await talk(service);
    expect(bodies).toEqual([REPORT]);
    expect(HTML).toContain('<html>');
  });
});

describe('a body that is not whole', () => {
  const large = statement('20240603', '20240628', 20_000);
  const folder = folderOf({ [`${QUERY}/report.xml`]: large });
  const faults: [string, ScriptStep][] = [
    ['cut in the first bytes', { cutAfter: 10 }],
    ['cut in the middle', { cutAfter: 700_000 }],
    ['cut in the middle, packed', { cutAfter: 5_000, gzip: true }],
    ['ended in the middle, as if it were whole', { endAfter: 700_000 }],
    ['ended in the middle, packed', { endAfter: 5_000, gzip: true }],
    ['stalled in the middle', { stallAfter: 700_000 }],
  ];

  it.each(faults)('but %s is asked for again with the same reference', async (_, step) => {
    const service = await fake({ folder, script: [{ on, ...step, times: 2 }] });
    const { thrown, bodies } = await talk(service, { timeouts: IMPATIENT });
    expect(thrown).toBeUndefined();
    expect(bodies.at(-1) === large).toBe(true);
    expect(calls(service).filter((call) => call.startsWith('SendRequest'))).toHaveLength(1);
    const asked = service.requests.filter(({ call }) => call === on);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ parameters }) => parameters['q'])).size).toBe(1);
  });

  it.each(faults)('but %s for ever is given up', async (_, step) => {
    const service = await fake({ folder, script: [{ on, ...step, times: 1e6 }] });
    const { error, bodies } = await talk(service, { timeouts: IMPATIENT });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(bodies.filter((body) => body !== undefined)).toEqual([]);
    expect(calls(service).filter((call) => call.startsWith(on))).toHaveLength(5);
  });

  it('is given up when it drips and nobody waits any longer', async () => {
    const clock = new ManualClock();
    async function* dripping(): AsyncGenerator<Buffer> {
      for (;;) {
        clock.pass(20_000);
        yield await Promise.resolve(Buffer.from('x'));
      }
    }
    const end = clock.now() + 60_000;
    const patience = { clock, remaining: () => end - clock.now() };
    let bytes = 0;
    const reading = (async () => {
      const body = notDripping(dripping(), 'flex.example', patience);
      for await (const chunk of body) bytes += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({
      code: 'FLEX_SERVICE_UNAVAILABLE',
      message: expect.stringContaining('only 3 bytes') as string,
    });
    expect(bytes).toBe(2);
  });

  it('but comes fairly may take longer than anybody waits', async () => {
    const clock = new ManualClock();
    async function* coming(): AsyncGenerator<Buffer> {
      for (let at = 0; at < 100; at++) {
        clock.pass(20_000);
        yield await Promise.resolve(Buffer.alloc(64 * 1024));
      }
    }
    let bytes = 0;
    const body = notDripping(coming(), 'flex.example', { clock, remaining: () => -1 });
    for await (const chunk of body) bytes += chunk.length;
    expect(bytes).toBe(100 * 64 * 1024);
  });
});

describe('an enormous body', () => {
  it('goes through in bounded memory', async () => {
    const megabytes = 768;
    const service = await fake({ script: [{ on, body: 'huge', megabytes }] });
    let bytes = 0;
    let most = 0;
    const before = process.memoryUsage().rss;
    const { thrown } = await talk(service, {
      take: async (body) => {
        for await (const chunk of body) {
          bytes += chunk.length;
          if (bytes % 64 < 8) most = Math.max(most, process.memoryUsage().rss - before);
        }
        return '';
      },
    });
    expect(thrown).toBeUndefined();
    expect(bytes).toBeGreaterThan(megabytes * 1024 * 1000);
    expect(most).toBeLessThan(256 * 1024 * 1024);
  });
});
