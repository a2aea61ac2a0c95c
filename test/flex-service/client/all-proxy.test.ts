/** ALL_PROXY, for where no proxy of the protocol is named; and proxies that speak SOCKS. */
import { afterEach, describe, expect, it } from 'vitest';
import { startProxy, type Proxy } from './proxy.js';
import { fake, REPORT, talk, type Talk } from './talk.js';

const proxies: Proxy[] = [];
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.stop()));
});

/** A proxy that knows no way: it is enough to see that it was asked. */
async function proxyOfNoWay(): Promise<Proxy> {
  const proxy = await startProxy({});
  proxies.push(proxy);
  return proxy;
}

const BROKER = { url: 'current' };

async function ask(
  env: Readonly<Record<string, string>>,
  service: { url: string } = BROKER,
): Promise<Talk> {
  return talk(service, { connection: { env } });
}

describe('ALL_PROXY', () => {
  it.each(['ALL_PROXY', 'all_proxy'])('is asked as %s', async (name) => {
    const proxy = await proxyOfNoWay();
    const { error } = await ask({ [name]: proxy.url.replace('//', '//user:correcthorse@') });
    expect(error?.message).toContain(`through the proxy ${new URL(proxy.url).host}`);
    expect(error?.describe()).not.toContain('correcthorse');
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it('stands back behind that of the protocol, and goes before that of another', async () => {
    const [all, own, other] = await Promise.all([proxyOfNoWay(), proxyOfNoWay(), proxyOfNoWay()]);
    await ask({ ALL_PROXY: all.url, HTTPS_PROXY: own.url });
    expect([all.asked.length, own.asked.length > 0]).toEqual([0, true]);
    await ask({ ALL_PROXY: all.url, HTTP_PROXY: other.url });
    expect([all.asked.length > 0, other.asked.length]).toEqual([true, 0]);
  });

  it('is asked where a variable of the protocol is empty', async () => {
    const all = await proxyOfNoWay();
    await ask({ all_proxy: all.url, https_proxy: '', HTTP_PROXY: '' });
    expect(all.asked.length).toBeGreaterThan(0);
  });

  it('is not asked for hosts that are exempt, nor for this machine', async () => {
    const all = await proxyOfNoWay();
    expect((await ask({ ALL_PROXY: all.url }, await fake())).bodies).toEqual([REPORT]);
    const exempt = { ALL_PROXY: all.url, NO_PROXY: '.flex-service.invalid' };
    const { error } = await ask(exempt, { url: 'https://a.flex-service.invalid/' });
    expect(error?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(all.asked).toEqual([]);
  });

  it('must be an address', async () => {
    const { error } = await ask({ ALL_PROXY: 'correcthorse' });
    expect(error?.code).toBe('FLEX_CONFIG');
    expect(error?.message).toBe('ALL_PROXY is not the address of a proxy.');
  });
});

describe('a SOCKS proxy', () => {
  it.each([
    ['ALL_PROXY', 'socks5h'],
    ['all_proxy', 'socks5'],
    ['HTTPS_PROXY', 'socks'],
    ['http_proxy', 'socks4a'],
  ])('in %s is refused as %s://, before anything is sent', async (name, protocol) => {
    const address = `${protocol}://user:correcthorse@127.0.0.1:1080`;
    const { error } = await ask({ [name]: address });
    expect(error?.code).toBe('FLEX_CONFIG');
    expect(error?.describe()).toBe(
      `FLEX_CONFIG: ${name.toUpperCase()} names a SOCKS proxy, but flexetl supports only http proxies. Set HTTPS_PROXY to an http proxy, or, if the service is reachable without one, add its host to NO_PROXY.`,
    );
  });

  it('is no matter where it is not asked', async () => {
    const all = 'socks5://127.0.0.1:1080';
    expect((await ask({ ALL_PROXY: all }, await fake())).bodies).toEqual([REPORT]);
    const proxy = await proxyOfNoWay();
    const { error } = await ask({ ALL_PROXY: all, HTTPS_PROXY: proxy.url });
    expect(error?.code).toBe('FLEX_SERVICE_UNAVAILABLE');
    const exempt = { ALL_PROXY: all, NO_PROXY: 'a.flex-service.invalid:443' };
    const { error: gone } = await ask(exempt, { url: 'https://a.flex-service.invalid/' });
    expect(gone?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    const { error: other } = await ask(exempt, { url: 'https://a.flex-service.invalid:444/' });
    expect(other?.code).toBe('FLEX_CONFIG');
  });
});
