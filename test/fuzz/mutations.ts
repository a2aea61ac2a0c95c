/**
 * Damaged reports for fast-check: fixtures with bytes flipped, cut out, repeated
 * and put in, pieces of markup where they do not belong, two fixtures in one.
 */
import fc, { type Arbitrary } from 'fast-check';
import { fixtures } from '../fixtures.js';

type Mutation = (input: Buffer) => Buffer;

/** What turns the meaning of the bytes after it. */
const MARKUP = [
  ...['<', '>', '/', '"', "'", '=', '&', ';', ' ', '\n', '\r', '\t', ']]>', '--', '<!', '<?', '?>'],
  ...['<!--', '-->', '<![CDATA[', '<!DOCTYPE x>', '<?xml version="1.0"?>', '</', '/>', '&amp;'],
  ...[
    '&#0;',
    '&#x1;',
    '&#xD800;',
    '&#xFFFE;',
    '&#1114112;',
    '&nbsp;',
    '&lt;',
    '&toString;',
    '&#38;',
  ],
  ...[
    '\0',
    '\u0001',
    '\u007f',
    '\u0085',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\u2028',
    '\u00a0',
    '\u{1f600}',
  ],
  ...['<FlexStatement>', '</FlexStatement>', '<FlexStatement accountId="U1"/>', '<FlexStatements>'],
  ...['</FlexStatements>', '<FlexQueryResponse>', '</FlexQueryResponse>', '<Trades>', '</Trades>'],
  ...[
    '<Trade />',
    '<Trade a="1" a="2"/>',
    ' accountId="U9"',
    ' a="01/02/2024"',
    ' fromDate="31/12/2024"',
  ],
  ...[' __proto__="1" toString="2"', 'text', '<a:b xmlns:a="x"/>', ' xmlns="y"'],
].map((text) => Buffer.from(text, 'utf8'));

const ANYWHERE = fc.noBias(fc.nat(100_000)).map((part) => part / 100_001);
const placeIn = (input: Buffer, fraction: number): number => Math.floor(fraction * input.length);
const replaced = (input: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([input.subarray(0, from), by, input.subarray(Math.max(from, to))]);

const MUTATIONS: Arbitrary<Mutation> = fc.oneof(
  // A flipped byte, or another one.
  fc.tuple(ANYWHERE, fc.nat(255)).map(
    ([at, byte]): Mutation =>
      (input) =>
        replaced(input, placeIn(input, at), placeIn(input, at) + 1, Buffer.from([byte])),
  ),
  // Bytes cut out.
  fc.tuple(ANYWHERE, fc.oneof(fc.nat(8), fc.nat(2000))).map(
    ([at, length]): Mutation =>
      (input) =>
        replaced(input, placeIn(input, at), placeIn(input, at) + length, Buffer.alloc(0)),
  ),
  // Bytes said again, there or elsewhere.
  fc
    .tuple(ANYWHERE, ANYWHERE, fc.oneof(fc.nat(8), fc.nat(2000)))
    .map(([from, at, length]): Mutation => (input) => {
      const start = placeIn(input, from);
      const piece = Buffer.from(input.subarray(start, start + length));
      return replaced(input, placeIn(input, at), placeIn(input, at), piece);
    }),
  // A line, which in these reports is an element, said again or left out.
  fc.tuple(ANYWHERE, fc.boolean()).map(([at, again]): Mutation => (input) => {
    const start = input.lastIndexOf('\n', placeIn(input, at)) + 1;
    const found = input.indexOf('\n', start);
    const end = found < 0 ? input.length : found + 1;
    return replaced(
      input,
      start,
      again ? start : end,
      again ? input.subarray(start, end) : Buffer.alloc(0),
    );
  }),
  // Random bytes put in.
  fc.tuple(ANYWHERE, fc.uint8Array({ maxLength: 6 })).map(
    ([at, bytes]): Mutation =>
      (input) =>
        replaced(input, placeIn(input, at), 0, bytes),
  ),
  // Markup put in.
  ...[1, 2].map(() =>
    fc.tuple(ANYWHERE, fc.constantFrom(...MARKUP)).map(
      ([at, bytes]): Mutation =>
        (input) =>
          replaced(input, placeIn(input, at), 0, bytes),
    ),
  ),
);

const TRUNCATION: Arbitrary<Mutation> = ANYWHERE.map(
  (at): Mutation =>
    (input) =>
      input.subarray(0, placeIn(input, at)),
);

/** The beginning of one fixture and the end of another, or one of them whole. */
function sources(): Arbitrary<Buffer> {
  const small = fixtures().filter(({ input }) => input.length < 20_000);
  const one = fc.constantFrom(...small).map(({ input }) => input);
  const spliced = fc
    .tuple(one, one, ANYWHERE, ANYWHERE)
    .map(([first, second, to, from]) =>
      Buffer.concat([
        first.subarray(0, placeIn(first, to)),
        second.subarray(placeIn(second, from)),
      ]),
    );
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: spliced });
}

/** Bytes that were a report once. */
export function damagedReports(): Arbitrary<Uint8Array> {
  const few = fc.array(MUTATIONS, { minLength: 1, maxLength: 2 });
  const mutations = fc.oneof(
    { weight: 6, arbitrary: few },
    { weight: 1, arbitrary: TRUNCATION.map((one) => [one]) },
  );
  return fc
    .tuple(sources(), mutations)
    .map(([input, all]) => all.reduce((bytes, mutate) => mutate(bytes), input));
}
