/**
 * Where events of OpenLineage go, by the variables that its clients read: OPENLINEAGE_URL with
 * OPENLINEAGE_ENDPOINT and OPENLINEAGE_API_KEY, or OPENLINEAGE__TRANSPORT__TYPE with the settings of
 * that transport. From the environment to values; nothing is sent here.
 */
import { registerPasswordIn, registerSecret } from '../../text/redact.js';
import { isGiven, type Environment } from '../orchestrator.js';

export type Transport =
  | {
      readonly type: 'http';
      readonly url: URL;
      /** The header of that name. */
      readonly authorization: string | undefined;
      readonly gzip: boolean;
    }
  /** @member append: to the file, a line for each event; else to a file for each event beside it */
  | { readonly type: 'file'; readonly path: string; readonly append: boolean }
  | { readonly type: 'console' };

const ENDPOINT = 'api/v1/lineage';
const PREFIX = 'OPENLINEAGE__TRANSPORT__';

/** @throws Error for a transport that is not supported, or lacks what it needs */
export function readTransport(env: Environment): Transport {
  const setting = (name: string): string | undefined => {
    const text = env[`${PREFIX}${name}`];
    return isGiven(text) ? text.trim() : undefined;
  };
  const type = setting('TYPE')?.toLowerCase() ?? 'http';
  if (type === 'console') return { type };
  if (type === 'file') {
    const path = setting('LOG_FILE_PATH');
    if (path === undefined) throw new Error(`${PREFIX}LOG_FILE_PATH is not set`);
    return { type, path, append: setting('APPEND')?.toLowerCase() === 'true' };
  }
  if (type !== 'http') throw new Error(`${PREFIX}TYPE is ${type}, not http, file or console`);
  const ofTransport = setting('URL');
  const url = ofTransport ?? env['OPENLINEAGE_URL'] ?? '';
  const simple = (name: string): string | undefined => {
    const text = env[name];
    return ofTransport === undefined && isGiven(text) ? text.trim() : undefined;
  };
  const endpoint = setting('ENDPOINT') ?? simple('OPENLINEAGE_ENDPOINT') ?? ENDPOINT;
  const key = apiKeyOf(setting) ?? simple('OPENLINEAGE_API_KEY');
  if (key !== undefined) registerSecret(key);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    throw new Error('the API key of OpenLineage has white space or a character that is not ASCII');
  }
  registerPasswordIn(url);
  const address = addressOf(url.trim(), endpoint);
  return {
    type,
    url: address,
    authorization: key === undefined ? basic(address) : `Bearer ${key}`,
    gzip: setting('COMPRESSION')?.toLowerCase() === 'gzip',
  };
}

/** The namespace of the job. */
export function namespaceOf(env: Environment): string {
  const text = env['OPENLINEAGE_NAMESPACE'];
  return isGiven(text) ? text.trim() : 'default';
}

/** `AUTH` is `{"type":"api_key","apiKey":…}`, or its members are variables of their own. */
function apiKeyOf(setting: (name: string) => string | undefined): string | undefined {
  const whole = setting('AUTH');
  const auth = whole === undefined ? undefined : readAuth(whole);
  const type = setting('AUTH__TYPE') ?? auth?.['type'];
  const named = setting('AUTH__API_KEY') ?? setting('AUTH__APIKEY');
  const key = named ?? auth?.['apiKey'] ?? auth?.['apikey'] ?? auth?.['api_key'];
  if (type === undefined) return undefined;
  if (type !== 'api_key') throw new Error(`${PREFIX}AUTH has a type other than api_key`);
  if (typeof key !== 'string') throw new Error(`${PREFIX}AUTH has no apiKey`);
  return key;
}

function readAuth(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Not told with its text, which may hold the key.
  }
  throw new Error(`${PREFIX}AUTH is no JSON object`);
}

function addressOf(url: string, endpoint: string): URL {
  if (URL.canParse(endpoint, url)) {
    const address = new URL(endpoint, url);
    const base = new URL(url);
    address.username ||= base.username;
    address.password ||= base.password;
    if (/^https?:$/.test(address.protocol)) return address;
  }
  throw new Error('the URL of OpenLineage is not one of http or https');
}

function basic({ username, password }: URL): string | undefined {
  if (username === '') return undefined;
  let pair: string;
  try {
    pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw new Error(
      'the URL of OpenLineage has a % in its user or password that is not written %25',
    );
  }
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
