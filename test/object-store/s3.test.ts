/** A bucket of the fake store: the contract, and failures. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/object-store/open.js';
import type { ObjectStore } from '../../src/object-store/store.js';
import { freshFolder } from '../commands/run.js';
import { selfSigned } from '../flex-service/client/certificate.js';
import { bytesOf, HASTY, keysBelow, objectStoreContract, type Variables } from './contract.js';
import { FakeStore, type FakeStoreOptions, type Fault } from './fake-store.js';

let shared: FakeStore;
beforeAll(async () => {
  shared = await FakeStore.start();
});
afterAll(() => shared.stop());

describe('a bucket', () => {
  objectStoreContract(() => shared);
});

async function fresh(
  options: FakeStoreOptions = {},
  env: Variables = {},
): Promise<{ fake: FakeStore; store: ObjectStore }> {
  const fake = await FakeStore.start(options);
  onTestFinished(() => fake.stop());
  const store = await openStore(fake.bucket, { env: { ...fake.env, ...env }, clock: HASTY });
  return { fake, store };
}

/** The fault meets the first requests that match, up to a number of identical ones. */
const at =
  (pattern: RegExp, planned: Fault, until = 1) =>
  (request: string, nth: number): Fault | undefined =>
    pattern.test(request) && nth <= until ? planned : undefined;

describe('a temporary failure', () => {
  it.each<[string, Fault]>([
    ['the store throttles', { status: 503, code: 'SlowDown' }],
    ['the store fails', { status: 500, code: 'InternalError' }],
    [
      'another process writes at the same time',
      { status: 409, code: 'ConditionalRequestConflict' },
    ],
    ['the connection is cut before', 'cut before'],
    ['the connection is cut after', 'cut after'],
  ])('is retried: %s', async (_, planned) => {
    const { fake, store } = await fresh();
    fake.faultOf = at(/./, planned, 2);
    expect(await store.putIfAbsent('a', Buffer.from('content'))).toBe(true);
    expect((await store.read('a'))?.toString()).toBe('content');
    expect(await keysBelow(store, '')).toEqual(['a']);
    expect((await bytesOf(store.open({ key: 'a', etag: '' }))).toString()).toBe('content');
    expect(fake.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
    await store.delete('a');
    expect(fake.objects.size).toBe(0);
  });

  it('within a block repeats that block', async () => {
    const { fake, store } = await fresh();
    const bytes = Buffer.alloc(20 * 1024 * 1024, 'abcdefg');
    fake.set('a', bytes);
    fake.faultOf = (request) =>
      request.startsWith('GET') && fake.requests.length === 2 ? 'cut midway' : undefined;
    expect((await bytesOf(store.open({ key: 'a', etag: '' }))).equals(bytes)).toBe(true);
    expect(fake.requests).toHaveLength(4);
  });

  it('of the answer alone: the writer recognises its own object', async () => {
    const { fake, store } = await fresh();
    fake.set('theirs', 'of another');
    fake.faultOf = at(/^PUT/, 'cut after');
    expect(await store.putIfAbsent('ours', Buffer.from('own'))).toBe(true);
    expect(await store.putIfAbsent('theirs', Buffer.from('own'))).toBe(false);
    expect(fake.text('theirs')).toBe('of another');
  });

  it.each<[string, RegExp, Fault]>([
    ['a part fails', /partNumber=2/, { status: 500, code: 'InternalError' }],
    ['the completion fails late', /POST.*uploadId=/, 'failed late'],
    ['the answer to the completion is lost', /POST.*uploadId=/, 'cut after'],
  ])('of an upload in parts: %s', async (_, pattern, planned) => {
    const { fake, store } = await fresh();
    fake.faultOf = at(pattern, planned);
    const path = join(freshFolder(), 'large');
    const bytes = Buffer.alloc(40 * 1024 * 1024, 'abcdefg');
    writeFileSync(path, bytes);
    expect(await store.putIfAbsent('a', { path, size: bytes.length })).toBe(true);
    expect(fake.objects.get('a')?.bytes.equals(bytes)).toBe(true);
    expect(fake.uploads.size).toBe(0);
  });
});

describe('a permanent failure', () => {
  it.each<[string, Fault, string]>([
    ['the store throttles', { status: 503, code: 'SlowDown' }, 'FLEX_STORE_BUSY'],
    ['the store fails', { status: 500, code: 'InternalError' }, 'FLEX_STORE_UNAVAILABLE'],
    ['the connection is cut', 'cut before', 'FLEX_STORE_UNAVAILABLE'],
  ])('is reported after six tries: %s', async (_, planned, code) => {
    const { fake, store } = await fresh();
    fake.faultOf = () => planned;
    await expect(store.read('a')).rejects.toMatchObject({ code, retry: true });
    expect(fake.requests).toHaveLength(6);
  });

  it.each<[string, Fault, string]>([
    ['a permission is missing', { status: 403, code: 'AccessDenied' }, 'FLEX_STORE_REFUSED'],
    ['the session has expired', { status: 400, code: 'ExpiredToken' }, 'FLEX_STORE_REFUSED'],
    ['the store is full', { status: 507, code: 'XMinioStorageFull' }, 'FLEX_DEST_FULL'],
    ['conditions are not supported', { status: 501, code: 'NotImplemented' }, 'FLEX_STORE_FAILED'],
  ])('that a retry cannot cure is reported at once: %s', async (_, planned, code) => {
    const { fake, store } = await fresh();
    fake.faultOf = () => planned;
    await expect(store.putIfAbsent('a', Buffer.from('b'))).rejects.toMatchObject({ code });
    expect(fake.requests).toHaveLength(1);
  });

  it('of an upload in parts leaves no parts', async () => {
    const { fake, store } = await fresh();
    fake.faultOf = (request) =>
      request.includes('partNumber=2') ? { status: 403, code: 'AccessDenied' } : undefined;
    const path = join(freshFolder(), 'large');
    writeFileSync(path, Buffer.alloc(40 * 1024 * 1024));
    const sending = store.put('a', { path, size: 40 * 1024 * 1024 });
    await expect(sending).rejects.toMatchObject({ code: 'FLEX_STORE_REFUSED' });
    expect([fake.uploads.size, fake.objects.size]).toEqual([0, 0]);
  });

  it('of an upload that the store has forgotten is not taken for an object that exists', async () => {
    const { fake, store } = await fresh();
    fake.faultOf = (request, nth) => {
      if (!/POST.*uploadId=/.test(request) || nth > 1) return undefined;
      fake.uploads.clear();
      return 'cut before';
    };
    const path = join(freshFolder(), 'large');
    writeFileSync(path, Buffer.alloc(17 * 1024 * 1024));
    const sending = store.putIfAbsent('a', { path, size: 17 * 1024 * 1024 });
    await expect(sending).rejects.toMatchObject({ code: 'FLEX_STORE_UNAVAILABLE' });
    expect(fake.objects.size).toBe(0);
  });

  it.each<[string, Fault]>([
    ['a block without bytes', 'no bytes'],
    ['a block of another range', 'wrong range'],
  ])('is %s', async (_, planned) => {
    const { fake, store } = await fresh();
    fake.set('a', Buffer.alloc(9 * 1024 * 1024, 'abcdefg'));
    fake.faultOf = (request) => (request.startsWith('GET') ? planned : undefined);
    await expect(bytesOf(store.open({ key: 'a', etag: '' }))).rejects.toMatchObject({
      code: 'FLEX_STORE_FAILED',
    });
  });

  it('is a page of a listing that names itself as the next', async () => {
    const { fake, store } = await fresh({ pageSize: 1 });
    for (const key of ['a', 'b', 'c']) fake.set(key, '');
    fake.faultOf = (request) => (request.startsWith('GET') ? 'same page' : undefined);
    await expect(keysBelow(store, '')).rejects.toMatchObject({ code: 'FLEX_STORE_FAILED' });
  });

  it('is an answer of something other than S3', async () => {
    const { fake, store } = await fresh();
    fake.faultOf = (request) => (request.startsWith('GET') ? 'failed late' : undefined);
    await expect(keysBelow(store, '')).rejects.toMatchObject({ code: 'FLEX_STORE_FAILED' });
  });
});

describe('a listing', () => {
  it('of 100,000 keys holds one page at a time', async () => {
    const { fake, store } = await fresh();
    for (let n = 0; n < 100_000; n++) fake.set(`p/${String(n).padStart(6, '0')}.xml.gz`, '');
    let [count, pages] = [0, 0];
    for await (const page of store.pages('p/')) {
      pages += 1;
      count += page.length;
      // The next page is requested only when this one is finished.
      expect(fake.requests).toHaveLength(pages);
      expect(page.length).toBeLessThanOrEqual(1000);
    }
    expect([count, pages]).toEqual([100_000, 100]);
  });

  it('that is left early requests no further page', async () => {
    const { fake, store } = await fresh({ pageSize: 2 });
    for (const key of ['a', 'b', 'c', 'd', 'e']) fake.set(key, '');
    for await (const page of store.pages('')) {
      expect(page.map(({ key }) => key)).toEqual(['a', 'b']);
      break;
    }
    expect(fake.requests).toHaveLength(1);
    expect(await keysBelow(store, '')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('an abort', () => {
  it('ends a request and the pauses between tries', async () => {
    const fake = await FakeStore.start();
    onTestFinished(() => fake.stop());
    const controller = new AbortController();
    const reason = new Error('enough');
    const { signal } = controller;
    const store = await openStore(fake.bucket, { env: fake.env, signal });
    fake.faultOf = () => {
      controller.abort(reason);
      return 'cut before';
    };
    await expect(store.read('a')).rejects.toBe(reason);
    expect(fake.requests).toHaveLength(1);
  });
});

describe('a certificate', () => {
  it('that is not trusted is refused; AWS_CA_BUNDLE makes it trusted', async () => {
    const certificate = selfSigned(['localhost']);
    const server = createServer(certificate, (_, response) => void response.end('content'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const endpoint = `https://localhost:${port}`;
    const strict = await fresh({}, { AWS_ENDPOINT_URL: endpoint });
    await expect(strict.store.read('a')).rejects.toMatchObject({ code: 'FLEX_STORE_REFUSED' });
    const bundle = join(freshFolder({ 'ca.pem': certificate.cert }), 'ca.pem');
    const { store } = await fresh({}, { AWS_ENDPOINT_URL: endpoint, AWS_CA_BUNDLE: bundle });
    expect((await store.read('a'))?.toString()).toBe('content');
    server.closeAllConnections();
  });
});
