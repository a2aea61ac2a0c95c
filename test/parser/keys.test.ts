/** No row is known by nothing: over all elements, whatever attributes a query selects of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RowElement, Section } from '../../src/catalog/section.js';
import { openReport } from '../../src/library/report.js';
import { KEY_CELL, trailingText } from '../../src/parser/batch.js';
import { catalog } from '../fixtures.js';

const VALUES = ['', '-', '--', 'N/A', 'MULTI', '7', '20240304', 'a|b', 'x'.repeat(3000)];

const elements: readonly (readonly [Section, RowElement])[] = catalog.sections.flatMap((section) =>
  section.rows.map((row) => [section, row] as const),
);

/** A statement with two rows of the element, each with a few of its attributes. */
function reportOf(
  { name: section, ownRow }: Section,
  { name: element }: RowElement,
  rows: readonly (readonly (readonly [string, string])[])[],
  window: string,
): Buffer {
  const written = rows.map((row) => {
    const attributes = row.map(([name, value]) => ` ${name}="${value}"`).join('');
    return `<${element}${attributes} />`;
  });
  const body =
    ownRow === section ? written.join('') : `<${section}>${written.join('')}</${section}>`;
  return Buffer.from(
    `<FlexQueryResponse><FlexStatements><FlexStatement${window}>${body}</FlexStatement></FlexStatements></FlexQueryResponse>`,
  );
}

async function keysOf(report: Buffer): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>();
  for await (const batch of openReport(report, { catalog, dateOrder: 'mdy' }).batches()) {
    const { table } = batch.element;
    const own = keys.get(table) ?? [];
    for (let row = 0; row < batch.rowCount; row++) own.push(trailingText(batch, row, KEY_CELL)!);
    keys.set(table, own);
  }
  return keys;
}

it.each(elements.map(([section, row]) => [`${section.name}/${row.name}`, section, row] as const))(
  'no key is empty, and all fit an index: %s',
  async (_, section, row) => {
    const names = row.columns.map(({ attribute }) => attribute);
    const some = fc
      .subarray(names, { minLength: 1, maxLength: Math.min(12, names.length) })
      .chain((chosen) =>
        fc.tuple(...chosen.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...VALUES)))),
      );
    const windows = fc.constantFrom(
      '',
      ' fromDate="20240301" toDate="20240331"',
      ' toDate="20240331"',
    );
    await fc.assert(
      fc.asyncProperty(some, some, windows, async (one, other, window) => {
        const keys = await keysOf(reportOf(section, row, [one, other, one], window));
        let rows = 0;
        for (const [table, own] of keys) {
          if (table === 'flexetl_statements') continue;
          rows += own.length;
          for (const key of own) {
            expect(key).not.toBe('');
            expect(Buffer.byteLength(key)).toBeLessThan(1_200);
          }
        }
        expect(rows).toBe(3);
      }),
      { numRuns: 15, seed: 20_240_304 },
    );
  },
);
