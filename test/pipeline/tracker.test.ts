/** What is left of a call's work, whatever the order in which it is begun and settled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../src/errors.js';
import { Tracker } from '../../src/pipeline/tracker.js';

const ITEMS = ['a', 'b', 'c', 'd', 'e'];
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('begin', 'settle', 'hand back', 'give up'),
    item: fc.constantFrom(...ITEMS),
  }),
  { maxLength: 20 },
);

describe('a tracker', () => {
  it('knows what has not begun, what is in hand, and what became of the rest', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tracker = new Tracker<string, string>((item) => `${item} failed`);
        tracker.expect(ITEMS);
        let [waiting, inHand] = [[...ITEMS], [] as string[]];
        const outcomes: string[] = [];
        for (const { what, item } of all) {
          if (what === 'begin' && waiting.includes(item)) {
            tracker.begin(item);
            waiting = waiting.filter((one) => one !== item);
            inHand.push(item);
          } else if (what === 'settle' && inHand.includes(item)) {
            tracker.settle(item, item);
            inHand = inHand.filter((one) => one !== item);
            outcomes.push(item);
          } else if (what === 'hand back') {
            tracker.handBack();
            [waiting, inHand] = [[...inHand, ...waiting], []];
          } else if (what === 'give up') {
            tracker.giveUp(new FlexError('FLEX_INTERRUPTED', 'Interrupted.'));
            outcomes.push(...inHand.map((one) => `${one} failed`));
            inHand = [];
          }
          expect(tracker.notAttempted).toEqual(waiting);
          expect(tracker.outcomes).toEqual(outcomes);
        }
      }),
    );
  });
});
