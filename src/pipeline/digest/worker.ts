/**
 * The thread that digests: takes bytes out of the ring until it is ended. It is a program of its
 * own, which digest.ts starts. It waits without an event loop, so that waking it costs nothing.
 */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { EMPTIED, END, FILLED, FORGET, Ring } from './ring.js';

const ring = new Ring(workerData as SharedArrayBuffer);
const { words } = ring;
let hash = createHash('sha256');

for (let turn = 0; ; turn++) {
  while (Atomics.load(words, FILLED) === turn) Atomics.wait(words, FILLED, turn);
  take(ring.lengthAt(turn), ring.slot(turn));
  Atomics.store(words, EMPTIED, turn + 1);
  Atomics.notify(words, EMPTIED);
}

function take(length: number, slot: Uint8Array): void {
  if (length >= 0) {
    hash.update(slot.subarray(0, length));
    return;
  }
  if (length === END) ring.digest.set(hash.digest());
  else if (length !== FORGET) throw new Error(`There is no meaning in ${length}.`);
  hash = createHash('sha256');
}
