import { expect, it } from 'vitest';
import { ledgerVariant, variantWords, variantOf } from '../../src/sinks/variant.js';

const DEFAULTS = {
  asQuery: undefined,
  selection: undefined,
  timezone: 'America/New_York',
  dateOrder: 'auto',
} as const;

it.each([
  [variantOf(DEFAULTS), 'in America/New_York'],
  [ledgerVariant('append', variantOf(DEFAULTS)), 'in America/New_York, in mode append'],
  [variantOf({ ...DEFAULTS, timezone: 'Asia/Tokyo' }), 'in Asia/Tokyo'],
  [
    ledgerVariant('append', variantOf({ ...DEFAULTS, dateOrder: 'dmy' })),
    'in America/New_York, in mode append, with dates in the order dmy',
  ],
  [
    variantOf({ ...DEFAULTS, asQuery: 'Mine', selection: { only: new Set(['Trades', 'Notes']) } }),
    'in America/New_York, as statements of the query Mine, only Notes and Trades',
  ],
  [
    variantOf({ ...DEFAULTS, selection: { skip: new Set(['Trades']) } }),
    'in America/New_York, without Trades',
  ],
])('%s', (variant, words) => {
  expect(variantWords(variant)).toBe(words);
});

it('leaves what it does not understand as it is', () => {
  expect(variantWords('append {"timezone')).toBe('with append {"timezone');
});
