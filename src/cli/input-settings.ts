/**
 * The settings of a command that takes inputs: which it takes beside its operands, and whose share
 * of them. What they come to is find-inputs.ts, apart because help needs none of that.
 */
import type { Shard } from '../sources/shard.js';
import { text, type Setting } from './settings.js';

/** Workers that there can be. */
const MOST_SHARDS = 10_000;

export const INPUT_SETTINGS = {
  filesFrom: text(
    'FILE',
    'take inputs from a list too: names separated by NUL or line breaks; - is stdin',
  ),
  shard: shard('take the share of worker I of N; what names one account stays together'),
} as const;

/** `2/3`: the second of three workers. */
function shard(summary: string): Setting<Shard | undefined> {
  return {
    ...text('I/N', summary),
    absent: undefined,
    expected: `I/N, such as 1/3: I from 1 to N, and N at most ${MOST_SHARDS}`,
    read: (texts) => {
      const [, index = 0, count = 0] =
        /^(\d{1,5})\/(\d{1,5})$/.exec(texts.at(-1) ?? '')?.map(Number) ?? [];
      return index >= 1 && index <= count && count <= MOST_SHARDS ? { index, count } : undefined;
    },
  };
}
