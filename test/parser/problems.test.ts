/** What is said of a literal that does not fit: what its column wants, in words. */
import { expect, it } from 'vitest';
import { load } from '../../src/library/load.js';
import { memorySink } from '../../src/sinks/memory.js';
import { catalog } from '../fixtures.js';

async function reasonFor(attribute: string, literal: string, precision?: number): Promise<string> {
  const input = Buffer.from(
    `<FlexQueryResponse><FlexStatements><FlexStatement accountId="U1000001"><Trades><Trade ${attribute}="${literal}"/></Trades></FlexStatement></FlexStatements></FlexQueryResponse>`,
  );
  const decimalLimit = precision === undefined ? undefined : { precision, scale: 2 };
  const sink = { ...memorySink(), decimalLimit };
  const [outcome] = await load({ source: input, sink, catalog });
  const [problem] = outcome!.report!.problems;
  expect(problem).toMatchObject({ table: 'trades', literal, at: { line: 1, attribute } });
  return problem!.reason;
}

it.each([
  ['quantity', 'twelve', undefined, 'not a decimal number'],
  ['quantity', '1.234', 6, 'not a decimal number of at most 6 digits, 2 of them decimals'],
  ['isAPIOrder', 'true', undefined, 'not Y, N, Yes or No'],
  ['reportDate', '20240230', undefined, 'not a date'],
  ['dateTime', '20240304;9', undefined, 'not a date and time'],
  ['dateTime', '20240230;093000 BST', undefined, 'not a date and time'],
])('%s="%s"', async (attribute, literal, precision, reason) => {
  expect(await reasonFor(attribute, literal, precision)).toBe(reason);
});

it.each(['dateTime', 'reportDate'])(
  '%s names the zone that tells too little',
  async (attribute) => {
    const reason = await reasonFor(attribute, '20240304;093000 BST');
    expect(reason).toContain("the zone 'BST' is unknown or ambiguous: give yours with --timezone");
  },
);
