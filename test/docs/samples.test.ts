/** Every sample of a document that is marked to be run does what it says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../repository/tree.js';
import { blocksOf, DOCUMENTS } from './documents.js';
import { Room, samplesOf } from './samples.js';

const pages = DOCUMENTS.map((path) => ({ path, samples: samplesOf(textOf(path)) })).filter(
  ({ samples }) => samples.length > 0,
);

/** In the place of a value: any; as a key, or as the last of a list: there are others. */
const ANY = '…';

it('pages have samples that are run', () => {
  const has = (path: string, language: 'sh' | 'ts'): number =>
    pages.find((page) => page.path === path)?.samples.filter((s) => s.language === language)
      .length ?? 0;
  expect(has('README.md', 'sh')).toBeGreaterThanOrEqual(1);
  expect(has('docs/tutorial.md', 'sh')).toBeGreaterThanOrEqual(4);
  expect(has('docs/library.md', 'ts')).toBeGreaterThanOrEqual(3);
});

it('an output belongs to a sample', () => {
  const orphans = DOCUMENTS.flatMap((path) => {
    const blocks = blocksOf(textOf(path));
    return blocks
      .filter(({ info }) => / (?:output|summary)$/.test(info))
      .filter((block) => !/^(?:sh|ts) run$/.test(blocks[blocks.indexOf(block) - 1]?.info ?? ''))
      .map(({ line }) => `${path}:${line}`);
  });
  expect(orphans).toEqual([]);
});

describe.each(pages)('the samples of $path', ({ path, samples }) => {
  let room: Room | undefined;
  beforeAll(() => {
    room = Room.open(path, samples);
  });
  afterAll(() => {
    room?.close();
  });

  it.each(samples)('on line $line', (sample) => {
    const printed = room!.run(sample);
    switch (sample.output?.kind) {
      case undefined:
        // It ran to its end: where a sample fails, run() throws.
        expect(printed).toBeTypeOf('string');
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
