/** The variables of OpenLineage, as its clients read them. */
import { afterEach, describe, expect, it } from 'vitest';
import { parentOf } from '../../../src/orchestrators/openlineage/parent.js';
import { namespaceOf, readTransport } from '../../../src/orchestrators/openlineage/settings.js';
import { forgetSecrets, redact } from '../../../src/text/redact.js';

afterEach(forgetSecrets);

const RUN = '0192f6c0-7b1e-7c3a-9d5e-0123456789ab';
const ROOT = '0192f6c0-7b1e-7c3a-9d5e-0123456789ac';

describe('the transport', () => {
  const T = 'OPENLINEAGE__TRANSPORT__';

  it.each([
    [
      { OPENLINEAGE_URL: 'http://lineage.example.com:5000' },
      { url: 'http://lineage.example.com:5000/api/v1/lineage', authorization: undefined },
    ],
    [
      {
        OPENLINEAGE_URL: 'https://lineage.example.com/',
        OPENLINEAGE_ENDPOINT: 'v2/events',
        OPENLINEAGE_API_KEY: 'key-1234',
      },
      { url: 'https://lineage.example.com/v2/events', authorization: 'Bearer key-1234' },
    ],
    [
      {
        [`${T}TYPE`]: 'http',
        [`${T}URL`]: 'https://lineage.example.com',
        [`${T}AUTH`]: '{"type":"api_key","apiKey":"key-1234"}',
        [`${T}COMPRESSION`]: 'gzip',
        OPENLINEAGE_URL: 'https://elsewhere.example.com',
        OPENLINEAGE_API_KEY: 'key-of-elsewhere',
      },
      { url: 'https://lineage.example.com/api/v1/lineage', authorization: 'Bearer key-1234' },
    ],
    [
      {
        [`${T}TYPE`]: 'HTTP',
        [`${T}URL`]: 'https://me:pass-word@lineage.example.com',
      },
      {
        url: 'https://me:pass-word@lineage.example.com/api/v1/lineage',
        authorization: `Basic ${Buffer.from('me:pass-word').toString('base64')}`,
      },
    ],
    [
      {
        [`${T}TYPE`]: 'http',
        [`${T}URL`]: 'https://lineage.example.com',
        [`${T}AUTH__TYPE`]: 'api_key',
        [`${T}AUTH__API_KEY`]: 'key-1234',
      },
      { url: 'https://lineage.example.com/api/v1/lineage', authorization: 'Bearer key-1234' },
    ],
  ])('of %j', (env, { url, authorization }) => {
    const transport = readTransport(env);
    expect({ ...transport, url: 'url' in transport && transport.url.href }).toMatchObject({
      type: 'http',
      url,
      authorization,
    });
    expect(redact('the key is key-1234')).toBe(
      authorization?.startsWith('Bearer') === true ? 'the key is ***' : 'the key is key-1234',
    );
  });

  it('may be a file or the console', () => {
    expect(readTransport({ [`${T}TYPE`]: 'console' })).toEqual({ type: 'console' });
    expect(readTransport({ [`${T}TYPE`]: 'file', [`${T}LOG_FILE_PATH`]: 'x' })).toEqual({
      type: 'file',
      path: 'x',
      append: false,
    });
  });

  it.each([
    { [`${T}TYPE`]: 'kafka' },
    { [`${T}TYPE`]: 'file' },
    { OPENLINEAGE_URL: 'lineage' },
    { OPENLINEAGE_URL: 'ftp://lineage' },
    {
      [`${T}TYPE`]: 'http',
      [`${T}URL`]: 'http://a',
      [`${T}AUTH`]: '{"type":"jwt","apiKey":"key-1234"}',
    },
    { [`${T}TYPE`]: 'http', [`${T}URL`]: 'http://a', [`${T}AUTH`]: 'key-1234' },
  ])('cannot be %j, and the error holds no key', (env) => {
    expect(() => readTransport(env as Record<string, string>)).toThrow(/^(?!.*key-1234)/);
  });
});

it.each([
  [{ OPENLINEAGE_URL: 'http://me:50%@lineage' }, /that is not written %25$/],
  [{ OPENLINEAGE_URL: 'http://lineage', OPENLINEAGE_API_KEY: 'key 1234' }, /^the API key/],
])('what cannot be sent is named: %j', (env, message) => {
  expect(() => readTransport(env as Record<string, string>)).toThrow(message);
});

it('the namespace has a default', () => {
  expect([namespaceOf({}), namespaceOf({ OPENLINEAGE_NAMESPACE: 'flex' })]).toEqual([
    'default',
    'flex',
  ]);
});

describe('the parent', () => {
  const run = { run: { runId: RUN }, job: { namespace: 'airflow', name: 'flex.load' } };
  const root = { run: { runId: ROOT }, job: { namespace: 'airflow', name: 'flex' } };

  it('is named by two variables', () => {
    const env = { OPENLINEAGE_PARENT_ID: `airflow/flex.load/${RUN}` };
    expect(parentOf(env)).toEqual(run);
    expect(parentOf({ ...env, OPENLINEAGE_ROOT_PARENT_ID: `airflow/flex/${ROOT}` })).toEqual({
      ...run,
      root,
    });
  });

  it('may have a namespace with slashes', () => {
    const env = { OPENLINEAGE_PARENT_ID: `https://a.example.com/x/flex.load/${RUN}` };
    expect(parentOf(env)?.job).toEqual({ namespace: 'https://a.example.com/x', name: 'flex.load' });
  });

  it('is named by one variable', () => {
    const context = JSON.stringify({ parent: { ...run, root } });
    expect(parentOf({ OPENLINEAGE_CONTEXT: context })).toEqual({ ...run, root });
  });

  it('may be missing', () => {
    expect([parentOf({}), parentOf({ OPENLINEAGE_CONTEXT: '{}' })]).toEqual([undefined, undefined]);
  });

  it.each([
    { OPENLINEAGE_PARENT_ID: 'airflow/flex' },
    { OPENLINEAGE_PARENT_ID: 'airflow/flex/not-a-uuid' },
    { OPENLINEAGE_CONTEXT: '{' },
    { OPENLINEAGE_CONTEXT: '{"parent":{"run":{}}}' },
  ])('cannot be %j', (env) => {
    expect(() => parentOf(env as Record<string, string>)).toThrow(/OPENLINEAGE_/);
  });
});
