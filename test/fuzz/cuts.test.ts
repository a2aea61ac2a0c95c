/** Where the bytes are cut into chunks decides nothing, not even of damaged reports. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, read, type Result } from '../fixtures.js';
import { reports } from '../lossless/documents.js';
import { catalog } from '../lossless/witness.js';
import { damagedReports } from './mutations.js';
import { PATIENCE, runs } from './runs.js';

const CUTS = fc.array(fc.nat(20_000), { maxLength: 8 });

/** Of an error its words too, and where it is known, the place. */
const outcomeOf = ({ error, ...rest }: Result): unknown => error ?? rest;

const ROW = '<Trade symbol="A" quantity="1"/>';
/** Longer than the beginning of a row. */
const TEXT = 'text '.repeat(20);
const report = (inner: string): string =>
  `<FlexQueryResponse><FlexStatements><FlexStatement accountId="U1000001"><Trades>${ROW}${inner}</Trades></FlexStatement></FlexStatements></FlexQueryResponse>`;

/** Each is ill-formed, and has a place, marked by @, where a cut could hide that. */
const HIDDEN: readonly (readonly [string, Buffer, Buffer])[] = [
  ['a < before a row', `${TEXT}<@${ROW}Trade symbol="B" quantity="2"/>`],
  ['a < on a line of its own', `${' '.repeat(100)}<@${ROW}Trade symbol="B" quantity="2"/>`],
  ['half a character before a row', `${TEXT}\u00e9@${ROW}\u00e9`],
  ['a quote before a row', `<Trade symbol="@${ROW}"/>`],
  ['the beginning of a comment', `<!-@${ROW}- -->`],
  ['the beginning of an end tag', `</@${ROW}Trades>`],
].map(([what, inner]) => {
  const [before, after] = report(inner!)
    .split('@')
    .map((part) => Buffer.from(part));
  if (!what!.startsWith('half')) return [what!, before!, after!];
  // The first byte of the character before the row, its second after it.
  const at = after!.indexOf('\u00e9');
  return [
    what!,
    before!.subarray(0, -1),
    Buffer.concat([after!.subarray(0, at), after!.subarray(at + 1)]),
  ];
});

describe('a cut hides nothing', () => {
  it.each(HIDDEN)('%s', (_, before, after) => {
    const whole = read([Buffer.concat([before, after])]);
    expect(whole.error).toBeDefined();
    expect(read([before, after]).error?.code).toBe(whole.error?.code);
  });
});

describe('cuts change nothing', () => {
  it('of damaged reports', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(damagedReports(), CUTS, (damaged, cuts) => {
        const input = Buffer.from(damaged);
        const alone = outcomeOf(read([input], { everythingBySax: true }));
        expect(outcomeOf(read([input]))).toEqual(alone);
        expect(outcomeOf(read(cutAt(input, cuts)))).toEqual(alone);
      }),
      runs(400),
    );
  });

  it('of random reports', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(reports(catalog), CUTS, (text, cuts) => {
        const input = Buffer.from(text);
        const alone = read([input], { everythingBySax: true });
        expect(alone.error).toBeUndefined();
        expect(read(cutAt(input, cuts), { batchBytes: 300 })).toEqual(alone);
      }),
      runs(60),
    );
  });
});
