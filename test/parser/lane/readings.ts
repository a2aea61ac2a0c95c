/** A report read in one of three ways, with everything that a reading says of it. */
import { FlexError } from '../../../src/errors.js';
import { rowTexts, type Batch } from '../../../src/parser/batch.js';
import { FlexParser, type ParserOptions } from '../../../src/parser/parser.js';
import { Surveyor } from '../../../src/parser/survey/survey.js';
import { laneCode } from '../../../src/pipeline/read-input.js';
import { catalog } from '../../fixtures.js';

/** saxes alone; the fast path; the lane, as soon as a row of a kind is known. */
export const WAYS = {
  sax: { everythingBySax: true },
  plain: {},
  lane: { lane: laneCode, rowsBeforeLane: 0 },
} as const satisfies Readonly<Record<string, Partial<ParserOptions>>>;

export interface Reading {
  readonly plainRows: number;
  readonly laneRows: number;
  /** What must be the same whatever the way. */
  readonly said: unknown;
}

export function reading(
  chunks: readonly Buffer[],
  way: keyof typeof WAYS,
  options: Partial<ParserOptions> = {},
): Reading {
  let parser: FlexParser | undefined;
  const rows = new Map<string, unknown[]>();
  const take = (batch: Batch): void => {
    const key = `${batch.statement.index} ${batch.element.table}`;
    const of = rows.get(key) ?? [];
    rows.set(key, of);
    for (let row = 0; row < batch.rowCount; row++) of.push(rowTexts(batch, row));
  };
  let error: unknown;
  try {
    const surveyor = new Surveyor({
      isDateAttribute: (name) =>
        ['date', 'datetime'].includes(catalog.attributeTypes.get(name) ?? ''),
    });
    for (const chunk of chunks) surveyor.push(chunk);
    parser = new FlexParser({ catalog, survey: surveyor.end(), ...options, ...WAYS[way] });
    for (const chunk of chunks) for (const batch of parser.push(chunk)) take(batch);
    for (const batch of parser.end()) take(batch);
  } catch (thrown) {
    if (!(thrown instanceof FlexError)) throw thrown;
    const { code, message, at } = thrown;
    error = { code, message, at };
  }
  const report = parser?.report;
  return {
    plainRows: parser?.plainRowCount ?? 0,
    laneRows: parser?.laneRowCount ?? 0,
    // How far it came before an error depends on the batches.
    said:
      error ??
      (report && {
        rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)),
        counts: report.rows,
        problems: [report.problemCount, report.problems],
        drift: [report.driftAttributes, report.driftSections],
        undated: report.undated,
        notices: report.notices,
        statements: [...report.statements],
      }),
  };
}
