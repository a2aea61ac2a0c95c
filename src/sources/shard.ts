/**
 * Which of several workers an input is for, by its name alone: no file is opened to find out, and
 * workers that see the same files under other folders agree. Pure.
 *
 * The name that counts is the account in the path, where one stands there as Interactive Brokers
 * writes it (`U1234567`, `DU1234567`, `F1234567` …): in the name of the file, else in the nearest
 * folder that has one. So one account's files are one worker's. Where the path names no account, it
 * is the name of the file without its folders, which spreads the files of a folder evenly.
 */
import { createHash } from 'node:crypto';

/** One of the workers: `index` of `count`, from 1 on. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Hex digits of the digest that are taken for a number: as many as a number holds exactly. */
const DIGITS = 12;

const ACCOUNT = /(?<![A-Za-z0-9])D?[UFI]\d{5,9}(?![A-Za-z0-9])/g;

/** What of a path decides about its worker. */
export function shardName(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  for (const part of parts.toReversed()) {
    const account = part.match(ACCOUNT)?.at(-1);
    if (account !== undefined) return account;
  }
  return parts.at(-1) ?? path;
}

/**
 * The number of the worker that a path is for, from 1 to `count`: the first twelve hex digits of
 * the SHA-256 of its name, as a number, modulo `count`, plus one.
 */
export function shardOf(path: string, count: number): number {
  const digest = createHash('sha256').update(shardName(path)).digest('hex');
  return (Number.parseInt(digest.slice(0, DIGITS), 16) % count) + 1;
}
