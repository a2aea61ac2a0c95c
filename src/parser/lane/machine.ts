/**
 * The compiled lane and its memory: started, and kept for the next report. Room is handed out
 * from the beginning on and given back all at once. What is put there is layouts.ts.
 */
import { keyHash } from '../rows/row-key.js';
import { compile, engine, PAGE_BYTES, type Engine, type Memory } from '../../webassembly.js';
import { DAYS, DAYS_KEPT, HEAP, NO_OFFSET, PADDING } from './records.js';

/** A larger one has read an unusual report. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Gives the bytes of the compiled lane, or undefined where there is none. */
export type LaneCode = () => Uint8Array | undefined;

/** What the compiled code exports. */
interface Exports {
  readonly run: (from: number, end: number, list: number, count: number) => number;
}

/** What the compiled code asks while it runs. */
export interface Host {
  /** Counts a key of an element. @returns 1 for the first time */
  readonly occurrence: (element: number, first: number, second: number) => number;
  /** Seconds east of Greenwich on a day, as yyyymmdd; NO_OFFSET where it has more than one. */
  readonly offset: (day: number) => number;
}

const IDLE: Host = { occurrence: () => 1, offset: () => NO_OFFSET };

/** null where there is none: it was not built, or the environment has no such instructions. */
let compiled: object | null | undefined;
/** One that has served a report that is over. */
let spare: Machine | undefined;

export class Machine {
  /** Views of the memory, which are others when it has grown. */
  bytes: Buffer;
  words: Int32Array;
  host: Host = IDLE;
  private readonly memory: Memory;
  private readonly exports: Exports;
  private top = HEAP;

  /**
   * @param code gives the compiled lane, if there is one; asked once in a process
   * @returns undefined where there is none, or the environment cannot run it
   */
  static take(code: LaneCode): Machine | undefined {
    const kept = spare;
    spare = undefined;
    if (kept !== undefined) return kept;
    // Once in a process, also where there is none: the next report finds the same.
    if (compiled === undefined) compiled = compile(code());
    return compiled === null || engine === undefined ? undefined : new Machine(engine, compiled);
  }

  private constructor({ Instance, Memory }: Engine, module: object) {
    this.memory = new Memory({ initial: HEAP / PAGE_BYTES });
    const instance = new Instance(module, {
      env: { memory: this.memory },
      values: { offset: (day: number) => this.host.offset(day) },
      keys: {
        occurrence: (element: number, first: number, second: number) =>
          this.host.occurrence(element, first >>> 0, second >>> 0),
        hash: (from: number, length: number, out: number) => this.hash(from, length, out),
      },
    });
    this.exports = instance.exports as Exports;
    this.bytes = Buffer.from(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
  }

  /** @see run of assembly/lane.ts */
  run(from: number, end: number, list: number, count: number): number {
    return this.exports.run(from, end, list, count);
  }

  /** Gives one back, to serve another report; the caller forgets it. */
  static giveBack(machine: Machine): void {
    machine.forget();
    if (machine.bytes.length <= KEPT_BYTES) spare = machine;
  }

  private forget(): void {
    this.host = IDLE;
    this.bytes.fill(0, HEAP, this.top);
    this.words.fill(0, DAYS / 4, DAYS / 4 + 2 * DAYS_KEPT);
    this.top = HEAP;
  }

  /** Room for so many bytes, all zero, of which the address is a multiple of 16; vectors may end behind it. */
  room(bytes: number): number {
    const place = this.top;
    this.top = (place + bytes + PADDING + 15) & ~15;
    const missing = this.top - this.bytes.length;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.bytes = Buffer.from(this.memory.buffer);
      this.words = new Int32Array(this.memory.buffer);
    }
    return place;
  }

  /** @returns where the bytes are now */
  put(bytes: Buffer): number {
    const place = this.room(bytes.length);
    bytes.copy(this.bytes, place);
    return place;
  }

  /** Sets the integer of 32 bits at an address. */
  set(address: number, value: number): void {
    this.words[address >> 2] = value;
  }

  get(address: number): number {
    return this.words[address >> 2]!;
  }

  /** Writes the hash of the content of a row. @returns how many digits it has */
  private hash(from: number, length: number, out: number): number {
    return this.bytes.write(keyHash(this.bytes.subarray(from, from + length)), out, 'latin1');
  }
}
