/** The compiled lane and its memory: asked for once in a process, and clean for the next report. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HEAP } from '../../../src/parser/lane/records.js';
import { laneCode } from '../../../src/pipeline/read-input.js';

let Machine: (typeof import('../../../src/parser/lane/machine.js'))['Machine'];

beforeEach(async () => {
  // As in another process: nothing is compiled yet.
  vi.resetModules();
  ({ Machine } = await import('../../../src/parser/lane/machine.js'));
});

describe('the compiled lane', () => {
  it.each([
    ['is there', laneCode, true],
    ['is missing', () => undefined, false],
    ['cannot be compiled', () => Buffer.from('not WebAssembly'), false],
  ])('is asked for once where it %s', (_, give, isThere) => {
    const code = vi.fn(give);
    const machines = [Machine.take(code), Machine.take(code), Machine.take(code)];
    expect(machines.map((machine) => machine !== undefined)).toEqual([isThere, isThere, isThere]);
    expect(code).toHaveBeenCalledTimes(1);
    expect(new Set(machines).size).toBe(isThere ? 3 : 1);
  });

  it('serves the next report with the memory of one that is over, all zero', () => {
    const machine = Machine.take(laneCode)!;
    const place = machine.put(Buffer.alloc(1000, 'x'));
    expect(place).toBe(HEAP);
    Machine.giveBack(machine);
    expect(Machine.take(laneCode)).toBe(machine);
    expect(machine.room(1000)).toBe(place);
    expect(machine.bytes.subarray(place, place + 1000)).toEqual(Buffer.alloc(1000));
  });

  it('gives back memory that an unusual report has needed', () => {
    const machine = Machine.take(laneCode)!;
    machine.room(32 * 1024 * 1024);
    Machine.giveBack(machine);
    expect(Machine.take(laneCode)).not.toBe(machine);
  });
});
