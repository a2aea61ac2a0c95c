/**
 * The address of a bucket: endpoint, region and trusted certificates, from the usual variables and
 * from the profile. Access keys are credentials.ts.
 */
import { readFile } from 'node:fs/promises';
import { FlexError } from '../errors.js';
import type { Environment } from '../http/proxies.js';
import type { Profile } from './profiles.js';

export interface Place {
  /** The store may name another one. */
  readonly region: string;
  /** Trusted certificates (PEM) instead of Node's. */
  readonly ca: string | undefined;
  /** The address of the bucket, with a slash at its end. */
  baseUrl(region: string): string;
}

/** An access key. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since 1970; absent if they do not expire. */
  readonly expires?: number;
}

const ANY_REGION = 'us-east-1';

/** @throws FlexError FLEX_CONFIG for an invalid endpoint or region, or unreadable certificates */
export async function placeOf(bucket: string, env: Environment, profile: Profile): Promise<Place> {
  const { values, services } = profile;
  const region =
    first(env['AWS_REGION'], env['AWS_DEFAULT_REGION'], values['region']) ?? ANY_REGION;
  const endpoint = first(
    env['AWS_ENDPOINT_URL_S3'],
    env['AWS_ENDPOINT_URL'],
    services['s3.endpoint_url'],
    values['endpoint_url'],
  );
  if (!/^[a-z0-9-]{1,40}$/i.test(region)) {
    throw new FlexError('FLEX_CONFIG', `${JSON.stringify(region)} is not a region name.`, {
      advice: 'Correct AWS_REGION, for example eu-central-1.',
    });
  }
  const ca = await readCertificates(first(env['AWS_CA_BUNDLE'], values['ca_bundle']));
  if (endpoint === undefined) return { region, ca, baseUrl: (of) => amazonUrl(bucket, of) };
  const base = `${baseOf(endpoint)}/${bucket}/`;
  return { region, ca, baseUrl: () => base };
}

/** An empty variable counts as unset, as in the AWS tools. */
export function first(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text !== '');
}

/** The host of a service in a region. */
export function amazonHost(service: string, region: string): string {
  return `${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** The certificate of `*.s3.…` does not cover a bucket name with dots. */
function amazonUrl(bucket: string, region: string): string {
  const host = amazonHost('s3', region);
  return /[.A-Z_]/.test(bucket) ? `https://${host}/${bucket}/` : `https://${bucket}.${host}/`;
}

function baseOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (url !== undefined && plain && /^https?:$/.test(url.protocol)) {
    let path = url.pathname;
    while (path.endsWith('/')) path = path.slice(0, -1);
    return url.origin + path;
  }
  throw new FlexError('FLEX_CONFIG', 'AWS_ENDPOINT_URL is not a valid address.', {
    advice: 'Write it as https://host:port, without user and parameters.',
  });
}

async function readCertificates(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const advice = 'Correct AWS_CA_BUNDLE.';
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    const { code } = thrown as NodeJS.ErrnoException;
    const message = `The certificates in ${path} cannot be read (${code}).`;
    throw new FlexError('FLEX_CONFIG', message, { advice, cause: thrown });
  });
  // Node would accept such a file and trust nothing.
  if (!/-----BEGIN (TRUSTED )?CERTIFICATE-----/.test(text)) {
    throw new FlexError('FLEX_CONFIG', `${path} contains no certificate (PEM).`, { advice });
  }
  return text;
}
