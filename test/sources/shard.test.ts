/** Whose share an input is: each is one worker's, and one account's are the same worker's. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardName, shardOf } from '../../src/sources/shard.js';

const name = fc.stringMatching(/^[A-Za-z0-9._ -]{1,24}$/).filter((text) => text.trim() !== '');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const account = fc
  .tuple(fc.constantFrom('U', 'DU', 'F', 'DF', 'I'), fc.integer({ min: 10_000, max: 99_999_999 }))
  .map(([letters, digits]) => `${letters}${digits}`);
const workers = fc.integer({ min: 1, max: 50 });

describe('the share of a worker', () => {
  it('has every path exactly once, whatever the number of workers', () => {
    fc.assert(
      fc.property(fc.array(path), workers, (paths, count) => {
        const numbers = Array.from({ length: count }, (_, index) => index + 1);
        const shares = numbers.map((own) => paths.filter((each) => shardOf(each, count) === own));
        expect(shares.flat().toSorted()).toEqual(paths.toSorted());
      }),
    );
  });

  it('is the same under any folder', () => {
    fc.assert(
      fc.property(name, path, path, workers, (file, one, other, count) => {
        fc.pre(!/[UFI]\d/.test(one + other));
        expect(shardOf(`/${one}/${file}`, count)).toBe(shardOf(`${other}/${file}`, count));
      }),
    );
  });

  it('has all files of an account, in whose name or folder it stands', () => {
    fc.assert(
      fc.property(account, name, workers, (id, rest, count) => {
        fc.pre(!/[UFI]\d/.test(rest));
        const paths = [`${id}.xml`, `in/${id}/${rest}`, `in/${id}/2024/${rest}`, `a-${id}_b.xml`];
        expect(new Set(paths.map((each) => shardOf(each, count))).size).toBe(1);
      }),
    );
  });

  it('is about as large as the others', () => {
    const files = Array.from({ length: 12_000 }, (_, file) => `${file}.xml.gz`);
    const sizes = [1, 2, 3, 4].map((own) => files.filter((each) => shardOf(each, 4) === own));
    for (const { length } of sizes) expect(Math.abs(length - 3_000)).toBeLessThan(200);
  });

  it('can be reckoned elsewhere: twelve hex digits of the SHA-256 of the name', () => {
    const digest = createHash('sha256').update('U1000001').digest('hex');
    const expected = (BigInt(`0x${digest.slice(0, 12)}`) % 7n) + 1n;
    expect(shardOf('archive/U1000001/march.xml', 7)).toBe(Number(expected));
  });
});

describe('the name that decides', () => {
  it.each([
    ['archive/U1000001/march.xml', 'U1000001'],
    ['archive/U1000001/DU1000002_march.xml', 'DU1000002'],
    ['archive/123456/2024-03-04/2024-03-04_2024-03-04_x_1a2b3c4d.xml.gz', undefined],
    ['archive/XU1000001.xml', undefined],
    ['archive/u1000001.xml', undefined],
    ['march.xml', undefined],
    ['./march.xml', undefined],
  ])('of %s is %s, or that of the file', (each, expected) => {
    expect(shardName(each)).toBe(expected ?? each.split('/').at(-1));
  });
});
