/** The contract of an object store: what flexetl relies on, for every product. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/object-store/open.js';
import type { ObjectStore } from '../../src/object-store/store.js';
import type { Clock } from '../../src/time/retry.js';
import { freshFolder } from '../commands/run.js';

export type Variables = Readonly<Record<string, string>>;

/** A clock without pauses. */
export const HASTY: Clock = { now: () => 0, wait: () => Promise.resolve() };

export interface Subject {
  readonly bucket: string;
  readonly env: Variables;
}

const MIB = 1024 * 1024;
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export async function keysBelow(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of store.pages(prefix)) keys.push(...page.map(({ key }) => key));
  return keys;
}

export async function bytesOf(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of blocks) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A file of random bytes. */
function fileOf(size: number): { path: string; size: number; bytes: Buffer } {
  const bytes = randomBytes(size);
  const path = join(freshFolder(), 'large');
  writeFileSync(path, bytes);
  return { path, size, bytes };
}

/** A proxy in front of the store, which changes one byte of the first upload. */
async function damagingProxy({
  env,
}: Subject): Promise<{ endpoint: string; damaged: () => number }> {
  let damaged = 0;
  const server = createServer((asked, reply) => {
    void (async () => {
      const body = await bytesOf(asked);
      if (asked.method === 'PUT' && damaged === 0) {
        damaged += 1;
        body[body.length - 1]! ^= 1;
      }
      const { method = '', url = '', headers } = asked;
      const onward = request(new URL(url, env['AWS_ENDPOINT_URL']), { method, headers });
      onward.on('response', (answer) => {
        reply.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(reply);
      });
      onward.end(body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, damaged: () => damaged };
}

/** @param subject returns a bucket, which other tests use too */
export function objectStoreContract(subject: () => Subject): void {
  let folders = 0;
  const open = (env: Variables = {}): Promise<ObjectStore> =>
    openStore(subject().bucket, { env: { ...subject().env, ...env }, clock: HASTY });
  /** A new prefix. */
  const folder = (): string => `contract-${process.pid}-${(folders += 1)}/`;

  describe('an object', () => {
    it('is written, found, read, replaced and deleted', async () => {
      const store = await open();
      const key = `${folder()}a.txt`;
      expect(await store.head(key)).toBeUndefined();
      expect(await store.read(key)).toBeUndefined();
      await store.put(key, Buffer.from('one'));
      expect(await store.head(key)).toMatchObject({ key, size: 3 });
      await store.put(key, Buffer.from('three'));
      expect((await store.read(key))?.toString()).toBe('three');
      await store.delete(key);
      await store.delete(key);
      expect(await store.head(key)).toBeUndefined();
    });

    it.each(['a b', 'a+b', 'ä/ö', `it's (*) !`, '100%', 'a=b&c', 'x?y#z', 'a%2Fb', '~-_.', '"<&>'])(
      'may be called %s',
      async (name) => {
        const store = await open();
        const prefix = folder();
        await store.put(prefix + name, Buffer.from(name));
        expect((await store.read(prefix + name))?.toString()).toBe(name);
        expect(await keysBelow(store, prefix)).toEqual([prefix + name]);
        await store.delete(prefix + name);
        expect(await keysBelow(store, prefix)).toEqual([]);
      },
    );

    it('may be empty', async () => {
      const store = await open();
      const key = `${folder()}empty`;
      await store.put(key, Buffer.alloc(0));
      expect(await store.head(key)).toMatchObject({ size: 0 });
      expect(await bytesOf(store.open({ key, etag: '' }))).toHaveLength(0);
    });

    it('of many blocks is read as it was written', async () => {
      const store = await open();
      const key = `${folder()}large`;
      const bytes = randomBytes(16 * MIB);
      await store.put(key, bytes);
      const { etag } = (await store.head(key))!;
      expect(digest(await bytesOf(store.open({ key, etag })))).toBe(digest(bytes));
    });

    it('that was replaced fails to be read under its old etag', async () => {
      const store = await open();
      const key = `${folder()}changing`;
      await store.put(key, Buffer.alloc(20 * MIB, 'a'));
      const { etag } = (await store.head(key))!;
      await store.put(key, Buffer.alloc(20 * MIB, 'b'));
      await expect(bytesOf(store.open({ key, etag }))).rejects.toMatchObject({
        code: 'FLEX_INPUT_CHANGED',
      });
    });

    it('that does not exist cannot be opened', async () => {
      const store = await open();
      const key = `${folder()}none`;
      await expect(bytesOf(store.open({ key, etag: '' }))).rejects.toMatchObject({
        code: 'FLEX_INPUT_NOT_FOUND',
      });
    });
  });

  describe('a conditional write', () => {
    it('creates an object, and does not overwrite it', async () => {
      const store = await open();
      const key = `${folder()}once`;
      expect(await store.putIfAbsent(key, Buffer.from('first'))).toBe(true);
      expect(await store.putIfAbsent(key, Buffer.from('second'))).toBe(false);
      expect((await store.read(key))?.toString()).toBe('first');
    });

    it('succeeds for one of many writers', async () => {
      const store = await open();
      const key = `${folder()}raced`;
      const names = Array.from({ length: 8 }, (_, n) => `writer ${n}`);
      const wrote = await Promise.all(
        names.map((name) => store.putIfAbsent(key, Buffer.from(name))),
      );
      const winners = names.filter((_, n) => wrote[n]);
      expect(winners).toEqual([(await store.read(key))?.toString()]);
    });
  });

  describe('a large file', () => {
    it('is uploaded in parts, and not overwritten', async () => {
      const store = await open();
      const key = `${folder()}parts`;
      const file = fileOf(33 * MIB + 17);
      expect(await store.putIfAbsent(key, file)).toBe(true);
      const found = (await store.head(key))!;
      expect(found.size).toBe(file.size);
      expect(digest(await bytesOf(store.open(found)))).toBe(digest(file.bytes));
      expect(await store.putIfAbsent(key, fileOf(17 * MIB))).toBe(false);
      expect(await store.head(key)).toEqual(found);
      await store.delete(key);
    });

    it('below the limit is uploaded as a whole', async () => {
      const store = await open();
      const key = `${folder()}small`;
      const file = fileOf(1000);
      await store.put(key, file);
      expect(await store.read(key)).toEqual(file.bytes);
    });
  });

  describe('bytes that change on their way', () => {
    it.each([
      ['of an object', 1000],
      ['of a part', 17 * MIB],
    ])('are sent again: %s', async (_, size) => {
      const proxy = await damagingProxy(subject());
      const store = await open({ AWS_ENDPOINT_URL: proxy.endpoint });
      const key = `${folder()}damaged`;
      const file = fileOf(size);
      expect(await store.putIfAbsent(key, file)).toBe(true);
      expect(proxy.damaged()).toBe(1);
      expect(digest(await bytesOf(store.open({ key, etag: '' })))).toBe(digest(file.bytes));
      await store.delete(key);
    });
  });

  describe('a listing', () => {
    it('has the keys below a prefix, in byte order', async () => {
      const store = await open();
      const prefix = folder();
      const names = ['b', 'a/2', 'a/10', 'B', 'ä', 'a-'];
      for (const name of names) await store.put(prefix + name, Buffer.from(name));
      await store.put(`${prefix.slice(0, -1)}-beside`, Buffer.from('another'));
      const due = ['B', 'a-', 'a/10', 'a/2', 'b', 'ä'];
      expect(await keysBelow(store, prefix)).toEqual(due.map((name) => prefix + name));
      expect(await keysBelow(store, `${prefix}none/`)).toEqual([]);
    });
  });

  describe('a refusal', () => {
    it('of a wrong secret does not repeat it', async () => {
      const secret = 'a/wrong+secret/with=signs/of/forty/chars';
      const store = await open({ AWS_SECRET_ACCESS_KEY: secret });
      const refused = await store.read('a').then(
        () => undefined,
        (thrown: unknown) => thrown as Error,
      );
      expect(refused).toMatchObject({ code: 'FLEX_STORE_REFUSED' });
      expect(JSON.stringify([refused?.message, refused?.stack])).not.toContain(secret);
    });

    it('of a missing bucket is reported as a setting', async () => {
      const { env } = subject();
      const store = await openStore('no-such-bucket', { env, clock: HASTY });
      for (const asked of [
        () => store.read('a'),
        () => store.put('a', Buffer.from('b')),
        () => keysBelow(store, ''),
        () => bytesOf(store.open({ key: 'a', etag: '' })),
      ]) {
        await expect(asked()).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
      }
    });
  });
}
