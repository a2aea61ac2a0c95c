/**
 * What a parser is told before its first byte: by the caller how values are read and what is wanted,
 * by the survey what the file is. What is done with it is parser.ts.
 */
import type { LaneCode } from './lane/machine.js';
import type { OccurrenceCounter } from './rows/occurrences.js';
import type { DateOrder } from './statement.js';
import type { StatementReaderOptions } from './statements/statement-reader.js';
import type { Survey } from './survey/survey.js';
import type { LayoutMemory } from './xml/fast-path.js';

export interface ParserOptions extends StatementReaderOptions {
  /** What surveyor found in the same bytes: identities of the statements, order of dates. */
  readonly survey: Pick<Survey, 'statementDigests' | 'dateOrder' | 'dateOrderSample'>;
  /** Zone assumed for timestamps without one. Default America/New_York. */
  readonly timezone?: string;
  /** How slash dates are read. Default auto: as the survey found. */
  readonly dateOrder?: DateOrder | 'auto';
  /** Decimals that the destination holds; a literal with more becomes a problem. */
  readonly decimalLimit?: { readonly precision: number; readonly scale: number } | undefined;
  /** Bytes after which a batch is handed out. Default 256 KiB. */
  readonly batchBytes?: number;
  /** Keeps the fast path shut, for comparison. Default false. */
  readonly everythingBySax?: boolean;
  /** The compiled lane; without it, rows of many kinds take the fast path. */
  readonly lane?: LaneCode | undefined;
  /** Rows that take the fast path before the lane is opened. Default 256. */
  readonly rowsBeforeLane?: number;
  /** Layouts of rows that earlier reports had; this one adds its own. Default: it learns all anew. */
  readonly layouts?: LayoutMemory | undefined;
  /** Counts repeated row keys of a table; default in memory. */
  readonly occurrences?: (() => OccurrenceCounter) | undefined;
}

/** How slash dates are read; undefined where neither the user nor the file says. */
export function dateOrderOf({ dateOrder = 'auto', survey }: ParserOptions): DateOrder | undefined {
  if (dateOrder !== 'auto') return dateOrder;
  const found = survey.dateOrder;
  return found === 'mdy' || found === 'dmy' ? found : undefined;
}
