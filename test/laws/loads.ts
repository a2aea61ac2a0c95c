/**
 * Cases of several files: a folder of fixtures/loads each, with 1.xml, 2.xml … in
 * the order in which the broker made them, and expected.json. This reads them; how
 * they are loaded and compared is loads.test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FIXTURES, LOADS } from '../fixtures.js';

const call = z.strictObject({
  /** Loaded by one call, in this order. */
  files: z.array(z.string()).min(1),
  mode: z.enum(['merge', 'append', 'replace']).default('merge'),
  allowOverlap: z.boolean().default(false),
  force: z.boolean().default(false),
  asQuery: z.string().optional(),
  /** The error that its last file ends with; the others must be loaded. */
  refused: z.string().startsWith('FLEX_').optional(),
});

const expectation = z.strictObject({
  /** What is shown, where a case has several expectations. */
  what: z.string().optional(),
  /**
   * Calls one after the other, in an empty destination; a name is a call that loads that
   * file. Where there are none, all are loaded by one call: in order, in reverse, and the
   * oldest last.
   */
  ways: z.array(z.array(z.union([z.string(), call])).min(1)).optional(),
  /** Time zone of the load. */
  timezone: z.string().default('America/New_York'),
  /** Rows by query, the same after each of the ways: canonical text, or null. */
  answers: z.record(z.string(), z.array(z.array(z.string().nullable()))),
  /** Files of which verify must then say that all they say is there. */
  verified: z.array(z.string()).default([]),
  /** Load with all columns of the catalogue, which takes longer: for views. */
  wholeCatalog: z.boolean().default(false),
});

export type LoadCall = z.infer<typeof call>;

export interface Expectation extends Omit<z.infer<typeof expectation>, 'ways'> {
  readonly ways: readonly (readonly LoadCall[])[];
}

export interface LoadCase {
  readonly name: string;
  /** Texts of the files by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
}

export function loadCases(): LoadCase[] {
  const all = join(FIXTURES, LOADS);
  return readdirSync(all)
    .sort()
    .map((name) => {
      const folder = join(all, name);
      const names = readdirSync(folder).filter((file) => file.endsWith('.xml'));
      const files = new Map(
        names.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
      );
      const text = readFileSync(join(folder, 'expected.json'), 'utf8');
      const parsed = z.array(expectation).min(1).safeParse(JSON.parse(text));
      if (!parsed.success) throw new Error(`${folder}: ${z.prettifyError(parsed.error)}`);
      const expectations = parsed.data.map((one) => ({ ...one, ways: waysOf(name, one, names) }));
      return { name, files, expectations };
    });
}

function waysOf(
  name: string,
  { ways, answers }: z.infer<typeof expectation>,
  files: readonly string[],
): LoadCall[][] {
  if (Object.keys(answers).length === 0) throw new Error(`${name} asks nothing`);
  return (ways ?? ordersOf(files).map((order) => [{ files: order }])).map((way) =>
    way.map((one) => call.parse(typeof one === 'string' ? { files: [one] } : one)),
  );
}

function ordersOf(files: readonly string[]): string[][] {
  const orders = [files, [...files].reverse(), [...files.slice(1), ...files.slice(0, 1)]];
  return [...new Map(orders.map((order) => [order.join(' '), [...order]])).values()];
}
