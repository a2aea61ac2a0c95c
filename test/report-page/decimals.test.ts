/** Decimals are shown by their text: no digit is lost or made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, exact, isRounded } from '../../src/report-page/decimals.js';

describe('an amount', () => {
  it.each([
    ['0', '0.00'],
    ['-0.004', '0.00'],
    ['-0.005', '−0.01'],
    ['1.005', '1.01'],
    ['999.995', '1,000.00'],
    ['-1234567.8', '−1,234,567.80'],
    ['0.000000000000', '0.00'],
    ['1e+20', '1e+20'],
    ['12345678901234567890123456.789', '12,345,678,901,234,567,890,123,456.79'],
  ])('%s is %s', (decimal, shown) => {
    expect(amount(decimal)).toBe(shown);
  });

  it('is never more than half a hundredth away', () => {
    const units = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(units, (value) => {
        const shown = amount(withPlaces(value, 12));
        const hundredths = BigInt(shown.replace('−', '-').replaceAll(/[,.]/g, ''));
        const away = hundredths * 10n ** 10n - value;
        expect(away <= 5n * 10n ** 9n && away >= -5n * 10n ** 9n).toBe(true);
      }),
    );
  });
});

describe('an exact number', () => {
  it.each([
    ['0.000000000000', '0'],
    ['-0.0', '0'],
    ['5067.500000', '5,067.5'],
    ['-1', '−1'],
    ['1000000', '1,000,000'],
    ['0.123456789012', '0.123456789012'],
  ])('%s is %s', (decimal, shown) => {
    expect(exact(decimal)).toBe(shown);
  });

  it('has all its digits', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        const digits = exact(`${value}`).replace('−', '-').replaceAll(',', '');
        expect(digits).toBe(`${value}`);
      }),
    );
  });
});

it('tells which amounts are rounded', () => {
  expect(['1', '1.10', '1.120000', '1.1230', '-0.001'].map(isRounded)).toEqual([
    ...[false, false, false, true, true],
  ]);
});

/** `-5` with two places is `-0.05`. */
function withPlaces(value: bigint, places: number): string {
  const digits = `${value < 0n ? -value : value}`.padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
