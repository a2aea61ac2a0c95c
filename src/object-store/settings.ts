/**
 * Where a bucket is reached: endpoint, region and trusted certificates, from the variables that
 * Amazon's own tools read and from the profile. Where an access key comes from is credentials.ts.
 */
import { readFile } from 'node:fs/promises';
import { FlexError } from '../errors.js';
import type { Environment } from '../http/proxies.js';
import type { Profile } from './profiles.js';

export interface Place {
  /** To begin with: the store may name another one. */
  readonly region: string;
  /** Certificates, PEM, that are trusted in place of those of Node. */
  readonly ca: string | undefined;
  /** The address of the bucket, with a slash at its end. */
  baseUrl(region: string): string;
}

/** Who asks. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since 1970; absent where they do not end. */
  readonly expires?: number;
}

const ANY_REGION = 'us-east-1';

/** @throws FlexError FLEX_CONFIG for an endpoint that is no address, or certificates that cannot be read */
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
    throw new FlexError('FLEX_CONFIG', `${JSON.stringify(region)} is not the name of a region.`, {
      advice: 'Correct AWS_REGION, for example eu-central-1.',
    });
  }
  const ca = await readCertificates(first(env['AWS_CA_BUNDLE'], values['ca_bundle']));
  if (endpoint === undefined) return { region, ca, baseUrl: (of) => amazonUrl(bucket, of) };
  const base = `${baseOf(endpoint)}/${bucket}/`;
  return { region, ca, baseUrl: () => base };
}

/** An empty variable is one that is not set, as for Amazon's tools. */
export function first(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text !== '');
}

/** The certificate of `*.s3.…` does not stand for a name with another dot in it. */
function amazonUrl(bucket: string, region: string): string {
  const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return /[.A-Z_]/.test(bucket) ? `https://${host}/${bucket}/` : `https://${bucket}.${host}/`;
}

function baseOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (url !== undefined && plain && /^https?:$/.test(url.protocol)) {
    return url.origin + url.pathname.replace(/\/+$/, '');
  }
  throw new FlexError('FLEX_CONFIG', 'AWS_ENDPOINT_URL is not the address of an object store.', {
    advice: 'Write it as https://host:port, without a user and without parameters.',
  });
}

async function readCertificates(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  return readFile(path, 'utf8').catch((thrown: unknown) => {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new FlexError('FLEX_CONFIG', `The certificates in ${path} cannot be read (${code}).`, {
      advice: 'Correct AWS_CA_BUNDLE.',
      cause: thrown,
    });
  });
}
