/** Every error code of the service, in both calls: what is done about it, and what is said. */
import { describe, expect, it } from 'vitest';
import { SERVICE_CODES, serviceCode } from '../../src/flex-service/codes.js';
import { readServiceResponse } from '../../src/flex-service/response.js';
import { memoryPacer } from '../../src/flex-service/client/pacing.js';
import { ManualClock } from './client/manual-clock.js';
import { refusal, server } from './client/refusals.js';
import { calls, fake, REPORT, talk } from './client/talk.js';

const CALLS = ['SendRequest', 'GetStatement'] as const;
const codes = [...SERVICE_CODES.keys()];
const withAction = (...actions: string[]): string[] =>
  codes.filter((code) => actions.includes(SERVICE_CODES.get(code)!.action));

describe.each(CALLS)('at %s', (on) => {
  const others = on === 'GetStatement' ? 1 : 0;

  it.each(withAction('poll', 'slow', 'retry'))('%s may pass', async (code) => {
    const service = await fake({ script: [{ on, code, times: 3 }] });
    const { thrown, bodies } = await talk(service);
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual([REPORT]);
    const sent = calls(service).filter((call) => call === 'SendRequest Success');
    expect(sent).toHaveLength(1);
    const taken = service.requests.filter(({ call }) => call === 'GetStatement');
    expect(new Set(taken.map(({ parameters }) => parameters['q'])).size).toBe(1);
  });

  it.each(withAction('stop'))('%s is told at once', async (code) => {
    const service = await fake({ script: [{ on, code, times: 100 }] });
    const { error } = await talk(service);
    const { meaning, error: expected } = SERVICE_CODES.get(code)!;
    expect(error?.code).toBe(expected);
    expect(error?.message).toContain(code);
    expect(error?.message).toContain(meaning);
    expect(error?.advice).toMatch(/\.$/);
    expect(service.requests).toHaveLength(1 + others);
  });

  it.each(withAction('poll', 'slow'))('%s for ever ends with the patience', async (code) => {
    const service = await fake({ script: [{ on, code, times: 1e6 }] });
    const clock = new ManualClock();
    const start = clock.now();
    const { error } = await talk(service, { clock, waitMilliseconds: 900_000 });
    expect(error?.code).toBe('FLEX_SERVICE_BUSY');
    expect(error?.message).toContain(SERVICE_CODES.get(code)!.meaning);
    expect(clock.now() - start).toBeLessThanOrEqual(900_000);
    expect(service.requests.length).toBeGreaterThan(4);
  });

  it('1001 is tried a little, and given up', async () => {
    const service = await fake({ script: [{ on, code: '1001', times: 1e6 }] });
    const { error, clock } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.advice).toContain('version 2');
    expect(service.requests).toHaveLength(4 + others);
    expect(clock.waits.slice(others)).toEqual([5_000, 15_000, 45_000]);
  });

  it('an unknown code is tried a little, and given up', async () => {
    const step = { on, code: '1999', message: 'Something else.', times: 1e6 };
    const service = await fake({ script: [step] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('1999 (“Something else.”)');
    expect(service.requests).toHaveLength(4 + others);
  });

  it('an unknown code that speaks of a lock stops', async () => {
    const message = 'Too many failed attempts from this address.';
    const service = await fake({ script: [{ on, code: '1999', message, times: 1e6 }] });
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_LOCKED');
    expect(service.requests).toHaveLength(1 + others);
  });
});

describe('the codes', () => {
  it('decide as the service means them', () => {
    expect(withAction('retry')).toEqual(['1001']);
    expect(withAction('slow')).toEqual(['1018']);
    expect(withAction('poll')).toEqual([
      '1004',
      '1005',
      '1006',
      '1007',
      '1008',
      '1009',
      '1019',
      '1021',
    ]);
    const failing = (error: string): string[] =>
      codes.filter((code) => serviceCode(code).error === error);
    expect(failing('FLEX_SERVICE_REFUSED')).toEqual(['1011', '1012', '1013', '1015', '1020']);
    expect(failing('FLEX_SERVICE_QUERY')).toEqual(['1010', '1014', '1016']);
    expect(failing('FLEX_SERVICE_LOCKED')).toEqual(['1025']);
  });

  it('1018 keeps every process quiet for the pause', async () => {
    const clock = new ManualClock();
    const pacer = memoryPacer(clock);
    const service = await fake({ clock, script: [{ on: 'GetStatement', code: '1018' }] });
    await talk(service, { clock, pacer });
    const [, throttled, next] = service.requests;
    expect(next!.at - throttled!.at).toBeGreaterThanOrEqual(20_000);
  });

  it('1025 stops every call with this token', async () => {
    const clock = new ManualClock();
    const pacer = memoryPacer(clock);
    const service = await fake({ script: [{ code: '1025' }] });
    expect((await talk(service, { clock, pacer })).error?.code).toBe('FLEX_SERVICE_LOCKED');
    const again = await talk(service, { clock, pacer });
    expect(again.error?.code).toBe('FLEX_SERVICE_LOCKED');
    expect(again.error?.exitStatus).toBe(77);
    expect(service.requests).toHaveLength(1);
    clock.pass(600_000);
    expect((await talk(service, { clock, pacer })).bodies).toEqual([REPORT]);
  });

  it('1003 names the days that were asked for', async () => {
    const service = await fake();
    const days = await talk(service, { from: '2024-07-01', to: '2024-07-31' });
    expect(days.error?.code).toBe('FLEX_SERVICE_NO_REPORT');
    expect(days.error?.message).toContain('2024-07-01 to 2024-07-31');
    expect(days.error?.advice).toContain('unfinished');
    const last = await talk(service, { days: 300 });
    expect(last.error?.message).toContain('the last 300 days');
  });

  it.each(['1012', '1013', '1014', '1015', '1020'])(
    '%s says what to do in Client Portal',
    (code) => {
      expect(refusal('current', code).advice).toContain('Client Portal');
    },
  );

  it('1001 of the legacy addresses names the others', () => {
    expect(refusal('legacy', '1001').advice).toContain('--endpoint current');
    expect(refusal('current', '1001').advice).not.toContain('--endpoint');
  });

  it('1014 and 1015 are what a wrong query and a wrong token get', async () => {
    const service = await fake({ tokens: ['161803398874989484820'] });
    expect((await talk(service)).error?.message).toContain('1015');
    const wrong = await talk(service, { token: '161803398874989484820', query: '111111' });
    expect(wrong.error?.message).toContain('1014');
    expect((await talk(await fake())).bodies).toEqual([REPORT]);
  });
});

describe('an answer', () => {
  const captured = `<FlexStatementResponse timestamp='02 July, 2026 08:05 PM\u00a0EDT'>
<Status>Success</Status>
<ReferenceCode> 5550001112 </ReferenceCode>
<Url>
  https://gdcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement
</Url>
</FlexStatementResponse>`;
  const read = {
    status: 'Success',
    errorCode: undefined,
    errorMessage: undefined,
    referenceCode: '5550001112',
    url: 'https://gdcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement',
  };

  it.each([
    ['as it is sent', captured],
    ['as it is documented', captured.replaceAll('Url>', 'url>').replaceAll("'", '"')],
    ['on one line', captured.replace(/\s*\n\s*/g, '')],
    ['with an attribute', captured.replace('<Url>', '<Url type="x">')],
  ])('is read %s', (_, xml) => {
    expect(readServiceResponse(xml)).toMatchObject(read);
  });

  it('has its entities read', () => {
    const xml = '<Url>https://x.interactivebrokers.com/a?b=1&amp;c=&lt;&amp;lt;</Url>';
    expect(readServiceResponse(xml).url).toBe('https://x.interactivebrokers.com/a?b=1&c=<&lt;');
  });

  it('that is cut off within a value does not have it', () => {
    const half = captured.slice(0, captured.indexOf('1112'));
    expect(readServiceResponse(half)).toMatchObject({
      status: 'Success',
      referenceCode: undefined,
    });
  });

  it.each([
    ['without a status', '<FlexStatementResponse><Note>x</Note></FlexStatementResponse>'],
    ['of success without a reference', captured.replace(/<Ref.*\n/, '')],
    ['cut off within its reference', captured.slice(0, captured.indexOf('1112'))],
  ])('%s is tried a little, and given up', async (_, xml) => {
    const service = await server(xml);
    const { error } = await talk(service);
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(service.requests).toBe(4);
    await service.stop();
  });
});
