/**
 * The proxy of a request, from the usual variables: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY if there is
 * none for the protocol, and NO_PROXY; in upper or lower case. Nothing is sent here.
 */
import { registerPasswordIn } from '../text/redact.js';
import { FlexError } from '../errors.js';

/** Variables by name, as in process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface Proxy {
  /** The variable that names it, in capitals. */
  readonly variable: string;
  readonly address: string;
}

/** A fake service on this machine is never behind a proxy. */
const LOOPBACK = 'localhost,127.0.0.1,[::1]';

export class Proxies {
  private readonly http: Proxy | undefined;
  private readonly https: Proxy | undefined;
  private readonly noProxy: string;

  /** @throws FlexError FLEX_CONFIG for an invalid proxy address */
  constructor(env: Environment) {
    const all = 'all_proxy';
    this.http = readProxy(env, ['http_proxy', all]);
    this.https = readProxy(env, ['https_proxy', all]) ?? this.http;
    const noProxy = read(env, 'no_proxy').trim();
    this.noProxy = noProxy === '*' ? noProxy : `${noProxy},${LOOPBACK}`;
  }

  /** An empty text means no proxy: it keeps undici from reading the process's own environment. */
  get ofAgent(): { readonly httpProxy: string; readonly httpsProxy: string; noProxy: string } {
    const address = (proxy: Proxy | undefined): string =>
      proxy === undefined || isSocks(proxy.address) ? '' : proxy.address;
    return {
      httpProxy: address(this.http),
      httpsProxy: address(this.https),
      noProxy: this.noProxy,
    };
  }

  /**
   * The host of the proxy for a request; undefined for a direct connection.
   * @throws FlexError FLEX_CONFIG for a SOCKS proxy: ignoring it would show the service another
   *   address than intended
   */
  for(at: URL): string | undefined {
    const proxy = at.protocol === 'https:' ? this.https : this.http;
    if (proxy === undefined || this.isExempt(at)) return undefined;
    if (!isSocks(proxy.address)) return new URL(proxy.address).host;
    throw new FlexError(
      'FLEX_CONFIG',
      `${proxy.variable} names a SOCKS proxy, but flexetl supports only http proxies.`,
      {
        advice:
          'Set HTTPS_PROXY to an http proxy, or, if the service is reachable without one, add its host to NO_PROXY.',
      },
    );
  }

  /** As in undici: a name includes its subdomains, and may have a port. */
  private isExempt({ protocol, hostname, port }: URL): boolean {
    if (this.noProxy === '*') return true;
    const asked = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
    return this.noProxy.split(/[,\s]+/).some((entry) => {
      const [, name = '', only] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      const exempt = name.replace(/^\*?\./, '').toLowerCase();
      if (exempt === '' || (only !== undefined && only !== asked)) return false;
      return hostname === exempt || hostname.endsWith(`.${exempt}`);
    });
  }
}

/** Empty variables count as unset, as in other programs. */
function read(env: Environment, name: string): string {
  return [env[name], env[name.toUpperCase()]].find((text) => (text ?? '') !== '') ?? '';
}

/** The proxy from the first of the variables that is set. */
function readProxy(env: Environment, names: readonly string[]): Proxy | undefined {
  const name = names.find((each) => read(env, each) !== '');
  if (name === undefined) return undefined;
  const variable = name.toUpperCase();
  const address = read(env, name);
  registerPasswordIn(address);
  if (URL.canParse(address) && (/^https?:\/\//i.test(address) || isSocks(address))) {
    return { variable, address };
  }
  throw new FlexError('FLEX_CONFIG', `${variable} is not the address of a proxy.`, {
    advice: 'Write it as http://host:port.',
  });
}

function isSocks(address: string): boolean {
  return /^socks\w*:\/\//i.test(address);
}
