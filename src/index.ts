/**
 * The public names of the library, listed in test/index.test.ts. Everything else is internal and
 * may change.
 */
export { Catalog } from './catalog/catalog.js';
export {
  columnName,
  LINEAGE,
  type Column,
  type ColumnType,
  type Grain,
  type RowElement,
  type Section,
} from './catalog/section.js';
export {
  describePosition,
  ERROR_CODES,
  EXIT,
  FlexError,
  type ErrorCode,
  type ExitStatus,
  type Position,
} from './errors.js';
export {
  FlexReport,
  openReport,
  type FlexRecord,
  type Input,
  type ReadOptions,
} from './library/report.js';
export { assertLoaded, load, type LoadOptions, type LoadOutcome } from './library/load.js';
export {
  cellIndex,
  cellStart,
  cellText,
  DAY_CELL,
  EXTRA_CELL,
  KEY_CELL,
  NUMBER_CELL,
  rowTexts,
  trailingText,
  type Batch,
} from './parser/batch.js';
export type { ParseReport, Problem, Statement } from './parser/statement.js';
export type { DateOrder } from './parser/statement.js';
export type { InputOutcome } from './pipeline/load-input.js';
export type * from './library/rows.generated.js';
export { memorySink, type MemorySink } from './sinks/memory.js';
export type { NdjsonRow } from './sinks/row.js';
export type {
  Committed,
  InputFacts,
  InputTransaction,
  Mode,
  Sink,
  SinkOptions,
  TableCounts,
} from './sinks/sink.js';
export { VERSION } from './version.js';
