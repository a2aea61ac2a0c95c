/**
 * The addresses of the broker itself, spoken to through a proxy that leads to
 * fake services: no test leaves this machine.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { ScriptStep } from '../../../src/flex-service/fake/script.js';
import type { FakeService } from '../../../src/flex-service/fake/server.js';
import { selfSigned } from './certificate.js';
import { startProxy, type Proxy } from './proxy.js';
import { calls, fake, REPORT, talk, TOKEN, type Talk, type TalkOptions } from './talk.js';

const HOST = 'interactivebrokers.com';
const tls = selfSigned([HOST, `*.${HOST}`]);
const NAMED = `https://gdcdyn.${HOST}/AccountManagement/FlexWebService/GetStatement`;

let proxy: Proxy | undefined;
afterEach(async () => {
  await proxy?.stop();
  proxy = undefined;
});

const broker = (script: readonly ScriptStep[] = []): Promise<FakeService> => fake({ tls, script });

/** Hosts by the first label of their names. */
async function speak(
  hosts: Readonly<Record<string, FakeService>>,
  options: TalkOptions = {},
): Promise<Talk> {
  const ways = Object.entries(hosts).map(([label, { url }]) => [`${label}.${HOST}:443`, url]);
  proxy = await startProxy(Object.fromEntries(ways) as Record<string, string>);
  const connection = { env: { HTTPS_PROXY: proxy.url }, ca: tls.cert };
  return talk({ url: 'current' }, { connection, ...options });
}

describe('the addresses of the broker', () => {
  it('are those of today', async () => {
    const ndcdyn = await broker();
    const { bodies, thrown } = await speak({ ndcdyn });
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual([REPORT]);
    expect(ndcdyn.requests.map(({ host, path }) => `${host}${path}`)).toEqual([
      `ndcdyn.${HOST}/AccountManagement/FlexWebService/SendRequest`,
      `ndcdyn.${HOST}/AccountManagement/FlexWebService/GetStatement`,
    ]);
  });

  it('are, where one asks for them, those of the past', async () => {
    const service = await broker();
    const { bodies } = await speak({ www: service, gdcdyn: service }, { endpoint: 'legacy' });
    expect(bodies).toEqual([REPORT]);
    expect(service.requests.map(({ host, path }) => `${host}${path}`)).toEqual([
      `www.${HOST}/Universal/servlet/FlexStatementService.SendRequest`,
      `gdcdyn.${HOST}/Universal/servlet/FlexStatementService.GetStatement`,
    ]);
  });

  it('are named to a proxy, and nothing else of the request is', async () => {
    await speak({ ndcdyn: await broker() });
    expect(proxy!.asked).toContain(`ndcdyn.${HOST}:443`);
    expect(proxy!.headers.join()).not.toContain(TOKEN);
  });
});

describe('the address that the service names', () => {
  it('is asked first', async () => {
    const ndcdyn = await broker([{ on: 'SendRequest', url: NAMED }]);
    // It knows no reference of the other: the report is not there, but it was asked.
    const gdcdyn = await broker([{ on: 'GetStatement', body: 'csv' }]);
    const { bodies } = await speak({ ndcdyn, gdcdyn });
    expect(bodies).toHaveLength(1);
    expect(calls(gdcdyn)).toEqual(['GetStatement CSV']);
    expect(calls(ndcdyn)).toEqual(['SendRequest Success']);
  });

  const failures: [string, ScriptStep][] = [
    ['is not found', { status: 404 }],
    ['fails', { status: 503 }],
    ['resets the connection', { reset: true }],
    ['shows a page', { body: 'html' }],
    ['does not know the reference', { code: '1017' }],
    ['has no report', { code: '1003' }],
    ['answers as retired addresses do', { code: '1001' }],
    ['has a reason that is not documented', { code: '1999' }],
    ['refuses to speak', { status: 403 }],
  ];
  it.each(failures)('gives way to our own where it %s', async (_, step) => {
    const ndcdyn = await broker([{ on: 'SendRequest', url: NAMED }]);
    const gdcdyn = await broker([{ ...step, times: 1e6 }]);
    const { bodies, clock } = await speak({ ndcdyn, gdcdyn });
    expect(bodies).toEqual([REPORT]);
    expect(calls(ndcdyn)).toEqual(['SendRequest Success', 'GetStatement report']);
    expect(gdcdyn.requests).toHaveLength(1);
    // The other one is asked at once, as far as the pace allows.
    expect(Math.max(...clock.waits)).toBe(2_000);
  });

  const slowly: [string, ScriptStep][] = [
    ['cuts the report off', { body: 'huge', megabytes: 1, cutAfter: 100 }],
    ['cannot hand the report over', { code: '1021' }],
  ];
  it.each(slowly)('gives way to our own, after a pause, where it %s', async (_, step) => {
    const ndcdyn = await broker([{ on: 'SendRequest', url: NAMED }]);
    const gdcdyn = await broker([{ ...step, times: 1e6 }]);
    const { bodies } = await speak({ ndcdyn, gdcdyn });
    expect(bodies.at(-1)).toBe(REPORT);
    expect(gdcdyn.requests).toHaveLength(1);
  });

  it('stays the one that is asked while it makes the report', async () => {
    const ndcdyn = await broker([{ on: 'SendRequest', url: NAMED }]);
    const gdcdyn = await broker([{ code: '1019', times: 3 }, { body: 'csv' }]);
    await speak({ ndcdyn, gdcdyn });
    expect(gdcdyn.requests).toHaveLength(4);
    expect(calls(ndcdyn)).toEqual(['SendRequest Success']);
  });

  it('is asked again where only our own does not know the reference', async () => {
    const ndcdyn = await broker([
      { on: 'SendRequest', url: NAMED },
      { on: 'GetStatement', code: '1017', times: 1e6 },
    ]);
    const gdcdyn = await broker([{ code: '1001', times: 2 }, { body: 'csv' }]);
    const { bodies } = await speak({ ndcdyn, gdcdyn });
    expect(bodies).toHaveLength(1);
    expect(gdcdyn.requests).toHaveLength(3);
  });

  it('gives way to our own where its name is not known', async () => {
    const ndcdyn = await broker([{ on: 'SendRequest', url: NAMED }]);
    const { bodies } = await speak({ ndcdyn });
    expect(bodies).toEqual([REPORT]);
    expect(proxy!.asked).toContain(`gdcdyn.${HOST}:443`);
  });

  it('takes over where our own fails', async () => {
    const gdcdyn = await broker([{ on: 'GetStatement', reset: true }, { body: 'csv' }]);
    const ndcdyn = await broker([
      { on: 'SendRequest', url: NAMED },
      { on: 'GetStatement', status: 404, times: 1e6 },
    ]);
    const { bodies } = await speak({ ndcdyn, gdcdyn });
    expect(bodies).toHaveLength(1);
    expect(calls(ndcdyn)).toEqual(['SendRequest Success', 'GetStatement HTTP 404']);
    expect(calls(gdcdyn)).toEqual(['GetStatement reset', 'GetStatement CSV']);
  });

  it('is an error where both fail for good', async () => {
    const ndcdyn = await broker([
      { on: 'SendRequest', url: NAMED },
      { on: 'GetStatement', status: 404, times: 1e6 },
    ]);
    const gdcdyn = await broker([{ status: 404, times: 1e6 }]);
    const { error } = await speak({ ndcdyn, gdcdyn });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain('404');
    expect(ndcdyn.requests.length + gdcdyn.requests.length).toBe(3);
  });

  it.each([
    'https://flex.example/GetStatement',
    `http://gdcdyn.${HOST}/GetStatement`,
    `https://gdcdyn.${HOST}.flex.example/GetStatement`,
    'not an address',
  ])('is never asked where it is %s', async (url) => {
    const ndcdyn = await broker([{ on: 'SendRequest', url }]);
    const { bodies, log } = await speak({ ndcdyn });
    expect(bodies).toEqual([REPORT]);
    expect(proxy!.asked.every((name) => name === `ndcdyn.${HOST}:443`)).toBe(true);
    expect(log.filter((line) => line.startsWith('warn'))).toHaveLength(1);
  });

  it('may redirect within the broker', async () => {
    const gdcdyn = await broker([{ on: 'GetStatement', body: 'csv' }]);
    const ndcdyn = await broker([{ on: 'GetStatement', redirect: NAMED }]);
    const { bodies } = await speak({ ndcdyn, gdcdyn });
    expect(bodies).toHaveLength(1);
    expect(calls(gdcdyn)).toEqual(['GetStatement CSV']);
    expect(gdcdyn.requests[0]!.token).toBe(TOKEN);
  });
});

describe('a proxy', () => {
  it('that knows no way is told, and its password is not', async () => {
    proxy = await startProxy({});
    const { url } = proxy;
    const env = { https_proxy: url.replace('//', '//user:correcthorse@') };
    const { error } = await talk({ url: 'current' }, { connection: { env } });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    expect(error?.message).toContain(`through the proxy ${new URL(url).host}`);
    expect(error?.describe()).not.toContain('correcthorse');
  });

  it.each(['proxy.example:8080', 'ftp://proxy.example', 'correcthorse'])(
    'is not %s',
    async (address) => {
      const { error } = await talk(
        { url: 'current' },
        { connection: { env: { HTTPS_PROXY: address } } },
      );
      expect(error?.code).toBe('FLEX_CONFIG');
      expect(error?.message).not.toContain(address);
    },
  );

  it('is not asked for a service on this machine, nor for hosts that are exempt', async () => {
    const nobody = (proxy = await startProxy({}));
    const service = await fake();
    const env = { HTTP_PROXY: nobody.url, HTTPS_PROXY: nobody.url };
    expect((await talk(service, { connection: { env } })).bodies).toEqual([REPORT]);
    const exempt = { ...env, NO_PROXY: '.flex-service.invalid' };
    const gone = await talk(
      { url: 'https://a.flex-service.invalid/' },
      { connection: { env: exempt } },
    );
    expect(gone.error?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(gone.error?.message).not.toContain('proxy');
    expect(nobody.asked).toEqual([]);
  });
});
