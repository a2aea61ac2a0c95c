/** Every sample of README.md that is marked to be run does what it says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../repository/tree.js';
import { Room, samplesOf } from './samples.js';

const samples = samplesOf(textOf('README.md'));

/** In the place of a value: any; as a key, or as the last of a list: there are others. */
const ANY = '…';

describe('the samples of README.md', () => {
  let room: Room | undefined;
  beforeAll(() => {
    room = Room.open();
  });
  afterAll(() => {
    room?.close();
  });

  it('are there', () => {
    expect(samples.filter(({ language }) => language === 'ts').length).toBeGreaterThanOrEqual(3);
    expect(samples.filter(({ language }) => language === 'sh').length).toBeGreaterThanOrEqual(4);
  });

  it.each(samples)('on line $line', (sample) => {
    const printed = room!.run(sample);
    switch (sample.output?.kind) {
      case undefined:
        return;
      case 'text':
        expect(printed).toBe(sample.output.text);
        return;
      case 'json':
        expectLike(JSON.parse(printed), JSON.parse(sample.output.text));
        return;
      case 'summary': {
        const { loadId, durationMs, ...actual } = JSON.parse(printed) as Summary;
        const { loadId: id, durationMs: time, ...said } = JSON.parse(sample.output.text) as Summary;
        expect(actual).toEqual(said);
        expect([typeof loadId, typeof durationMs]).toEqual([typeof id, typeof time]);
      }
    }
  });
});

interface Summary {
  readonly loadId: string;
  readonly durationMs: number;
}

function expectLike(actual: unknown, said: unknown): void {
  if (said === ANY) return;
  if (typeof said !== 'object' || said === null) {
    expect(actual).toEqual(said);
    return;
  }
  const names = Object.entries(said)
    .filter(([name, value], at, all) => {
      const others = Array.isArray(said) && at === all.length - 1 && value === ANY;
      return name !== ANY && !others;
    })
    .map(([name]) => name);
  const whole = !(ANY in said) && names.length === Object.keys(said).length;
  if (whole) expect(Object.keys(actual as object)).toEqual(names);
  for (const name of names) {
    expectLike((actual as Record<string, unknown>)[name], (said as Record<string, unknown>)[name]);
  }
}
