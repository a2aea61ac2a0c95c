/** The exactness of decimals: against a table, and against BigInt arithmetic. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDecimal, fitsDecimal } from '../../../src/parser/values/decimal.js';

describe('canonicalDecimal', () => {
  test.each([
    // already canonical
    ['0', '0'],
    ['7', '7'],
    ['-7', '-7'],
    ['100', '100'],
    ['0.5', '0.5'],
    ['-0.000000000001', '-0.000000000001'],
    ['12345678901234567890123456.789012345678', '12345678901234567890123456.789012345678'],
    // needless zeros, signs and points
    ['007.500', '7.5'],
    ['0.0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+0', '0'],
    ['000', '0'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['5.', '5'],
    ['+12.30', '12.3'],
    ['10.0', '10'],
    ['-100.10', '-100.1'],
    // thousands
    ['-6,299.98', '-6299.98'],
    ['1,234', '1234'],
    ['1,234,567', '1234567'],
    ['12,345,678.90', '12345678.9'],
    ['+999,999', '999999'],
    ['1,000.', '1000'],
    // exponents
    ['1E-7', '0.0000001'],
    ['1.5e3', '1500'],
    ['-1.5E+3', '-1500'],
    ['12.345e1', '123.45'],
    ['12345e-2', '123.45'],
    ['100e-2', '1'],
    ['0.001e2', '0.1'],
    ['0E500', '0'],
    ['-0e-5', '0'],
    ['5.e0', '5'],
    ['.5E1', '5'],
    ['1E007', '10000000'],
    ['1e1000', `1${'0'.repeat(1000)}`],
    ['1e-1000', `0.${'0'.repeat(999)}1`],
  ])('%s is %s', (literal, canonical) => {
    expect(canonicalDecimal(literal)).toBe(canonical);
  });

  test.each([
    ['', ' ', '-', '+', '.', '-.', '+-1', '--', '-+1', '1-', '1.2.3', '..5'],
    [' 1', '1 ', '1 000', '\u00a01', '1\n', '１', '٣'],
    ['1,23', '1,2345', '12,34,567', '1234,567', ',123', '1,', '1,,234', '1,234,56', '1,234.5,6'],
    ['0,500', '01,234', '000,123', '1.234,56', '0.123,456'],
    ['E5', '1e', '1e+', '1e-', '1e1.5', '1e1001', '1e-1001', '1e99999999999999999999', '1ee1'],
    ['-e1', '.e1', '46090E1003', 'NaN', 'Infinity', '0x10', '1_000', '1n', '$5', '5%', '(5)'],
    ['--', '-', 'N/A', 'MULTI', '0.0 ()', 'Yes', '\u22125'],
  ])('does not take %j and the like', (...literals) => {
    for (const literal of literals) {
      expect([literal, canonicalDecimal(literal)]).toEqual([literal, undefined]);
    }
  });

  test('returns a canonical literal itself, and canonical text is canonical', () => {
    fc.assert(
      fc.property(decimals, ({ literal }) => {
        const canonical = canonicalDecimal(literal)!;
        expect(canonical).toMatch(/^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/);
        expect(canonicalDecimal(canonical)).toBe(canonical);
      }),
    );
  });

  test('keeps the value exactly, of up to 38 digits and any form', () => {
    fc.assert(
      fc.property(decimals, ({ literal, units, power }) => {
        const [canonicalUnits, canonicalPower] = valueOf(canonicalDecimal(literal)!);
        const least = power < canonicalPower ? power : canonicalPower;
        expect(canonicalUnits * 10n ** (canonicalPower - least)).toBe(
          units * 10n ** (power - least),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('equal values have equal text', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
        fc.integer({ min: -40, max: 40 }),
        fc.nat({ max: 30 }),
        (units, power, zeros) => {
          const plain = canonicalDecimal(`${units}E${power}`);
          expect(canonicalDecimal(`${units}${'0'.repeat(zeros)}E${power - zeros}`)).toBe(plain);
          const sign = units < 0n ? '-' : '+';
          const digits = String(units < 0n ? -units : units);
          expect(canonicalDecimal(`${sign}${'0'.repeat(zeros)}${digits}e${power}`)).toBe(plain);
        },
      ),
    );
  });

  test('never throws, and takes nothing that is not made of the signs of a decimal', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'0123459+-.,eE '.split('')) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), marks), (literal) => {
        const canonical = canonicalDecimal(literal);
        if (canonical !== undefined) expect(literal).toMatch(/^[0-9eE.,+-]+$/);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['0', 38, 38, true],
  ['0.5', 1, 1, true],
  ['-0.5', 1, 1, true],
  ['1.5', 2, 1, true],
  ['1.5', 1, 1, false],
  ['12', 3, 1, true],
  ['123', 3, 1, false],
  ['-12.3', 3, 1, true],
  ['-12.34', 3, 1, false],
  ['0.000000000001', 38, 12, true],
  ['0.0000000000001', 38, 12, false],
  ['9'.repeat(26), 38, 12, true],
  [`-${'9'.repeat(26)}.${'9'.repeat(12)}`, 38, 12, true],
  ['9'.repeat(27), 38, 12, false],
])('%s fits DECIMAL(%i, %i): %s', (canonical, precision, scale, fits) => {
  expect(fitsDecimal(canonical, precision, scale)).toBe(fits);
});

/** A decimal in some written form, and its value as units * 10^power. */
const decimals = fc
  .record({
    negative: fc.boolean(),
    units: fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }),
    scale: fc.nat({ max: 40 }),
    exponent: fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined }),
    leadingZeros: fc.nat({ max: 3 }),
    trailingZeros: fc.nat({ max: 3 }),
    commas: fc.boolean(),
    plus: fc.boolean(),
    bareFraction: fc.boolean(),
  })
  .map((form) => {
    const digits = String(form.units).padStart(form.scale + 1, '0');
    const cut = digits.length - form.scale;
    const grouped = digits.slice(0, cut).replace(/\B(?=(?:\d{3})+$)/g, ',');
    let whole = form.commas ? grouped : '0'.repeat(form.leadingZeros) + digits.slice(0, cut);
    const fraction = digits.slice(cut) + '0'.repeat(form.trailingZeros);
    if (form.bareFraction && fraction !== '' && /^0+$/.test(whole)) whole = '';
    const sign = form.negative ? '-' : form.plus ? '+' : '';
    const exponent = form.exponent === undefined ? '' : `e${form.exponent}`;
    return {
      literal: `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}${exponent}`,
      units: form.negative ? -form.units : form.units,
      power: BigInt((form.exponent ?? 0) - form.scale),
    };
  });

/** Canonical text as units * 10^power. */
function valueOf(canonical: string): [bigint, bigint] {
  const point = canonical.indexOf('.');
  if (point < 0) return [BigInt(canonical), 0n];
  return [BigInt(canonical.replace('.', '')), BigInt(point + 1 - canonical.length)];
}
