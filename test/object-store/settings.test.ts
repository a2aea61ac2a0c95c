/** The address of a bucket, from variables and profile. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/object-store/open.js';
import { parseIni, readProfile } from '../../src/object-store/profiles.js';
import { placeOf } from '../../src/object-store/settings.js';
import { freshFolder } from '../commands/run.js';
import { HASTY, type Variables } from './contract.js';
import { FakeStore } from './fake-store.js';

/** The address of a bucket in its initial region. */
async function url(bucket: string, env: Variables, config = ''): Promise<string> {
  const folder = freshFolder({ config });
  const all = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    ...env,
  };
  const place = await placeOf(bucket, all, await readProfile(all));
  return place.baseUrl(place.region);
}

describe('a bucket', () => {
  it.each<[string, string, Variables]>([
    ['reports', 'https://reports.s3.us-east-1.amazonaws.com/', {}],
    ['reports', 'https://reports.s3.eu-central-1.amazonaws.com/', { AWS_REGION: 'eu-central-1' }],
    [
      'reports',
      'https://reports.s3.cn-north-1.amazonaws.com.cn/',
      { AWS_REGION: '', AWS_DEFAULT_REGION: 'cn-north-1' },
    ],
    ['my.reports', 'https://s3.us-east-1.amazonaws.com/my.reports/', {}],
    ['reports', 'http://127.0.0.1:9000/reports/', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9000/' }],
    [
      'reports',
      'https://s3.example.com/base/reports/',
      {
        AWS_ENDPOINT_URL: 'https://other.example.com',
        AWS_ENDPOINT_URL_S3: 'https://s3.example.com/base',
      },
    ],
  ])('%s is at %s', async (bucket, due, env) => {
    expect(await url(bucket, env)).toBe(due);
  });

  it('has the address in the profile', async () => {
    const config =
      '[default]\nregion = eu-west-1\n[profile lake]\nendpoint_url = https://a.example.com\n' +
      '[profile pond]\nservices = water\n[services water]\ns3 =\n  endpoint_url = https://b.example.com\n  other = x\nsts =\n  endpoint_url = https://c.example.com\n';
    expect(await url('r', {}, config)).toBe('https://r.s3.eu-west-1.amazonaws.com/');
    expect(await url('r', { AWS_PROFILE: 'lake' }, config)).toBe('https://a.example.com/r/');
    expect(await url('r', { AWS_PROFILE: 'pond' }, config)).toBe('https://b.example.com/r/');
  });

  it.each<[string, Variables]>([
    ['an endpoint without a scheme', { AWS_ENDPOINT_URL: 'minio:9000' }],
    ['an endpoint with a password', { AWS_ENDPOINT_URL: 'https://a:b@c.example.com' }],
    ['an invalid region', { AWS_REGION: 'eu central' }],
    ['missing certificates', { AWS_CA_BUNDLE: '/no/such/file' }],
    ['a file without certificates', { AWS_CA_BUNDLE: import.meta.filename }],
  ])('is an error of the settings with %s', async (_, env) => {
    await expect(url('reports', env)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
  });

  it('in another region is found through the answer of the store', async () => {
    const fake = await FakeStore.start({ region: 'eu-north-1' });
    onTestFinished(() => fake.stop());
    fake.set('a', 'content');
    const store = await openStore(fake.bucket, { env: fake.env, clock: HASTY });
    expect((await store.read('a'))?.toString()).toBe('content');
    expect((await store.read('a'))?.toString()).toBe('content');
    expect(fake.requests).toHaveLength(3);
  });
});

describe('a settings file', () => {
  it('has sections, names, nested names and comments', () => {
    const text =
      '; comment\nbefore = x\n[profile  "a b"]\r\nname=1\r\n  stray = 2\nblock =\n\tinner = 3 # said\nLast = a#b\n[profile "a b"]\nname = 4\n';
    expect([...parseIni(text)]).toEqual([
      ['profile a b', { name: '4', stray: '2', block: '', 'block.inner': '3', last: 'a#b' }],
    ]);
  });
});
