/** Outcomes of inputs, for the tests of the summary. Every value is invented. */
import { FlexError, type ErrorCode } from '../src/errors.js';
import type { ParseReport, Problem, Statement } from '../src/parser/statement.js';
import type { InputOutcome } from '../src/pipeline/load-input.js';
import type { TableCounts } from '../src/sinks/sink.js';
import type { CallResult } from '../src/summary/summary.js';

export function counts(parsed: number, more: Partial<TableCounts> = {}): TableCounts {
  return { parsed, inserted: parsed, updated: 0, unchanged: 0, overruled: 0, deleted: 0, ...more };
}

export function statement(account: string, from: string | null, to: string | null): Statement {
  return {
    index: 0,
    id: account,
    digest: '0'.repeat(64),
    account,
    query: 'Daily',
    type: 'AF',
    from,
    to,
    period: '',
    generatedAt: null,
    rankedAt: null,
    tables: new Map(),
    unmapped: new Map(),
    events: new Map(),
  };
}

export function problem(line: number, literal = 'twelve'): Problem {
  const at = { file: 'a.xml', line, section: 'Trades', element: 'Trade', attribute: 'quantity' };
  return { at, table: 'trades', literal, reason: 'not a decimal number' };
}

export function parseReport(more: Partial<ParseReport> = {}): ParseReport {
  return {
    statements: [statement('U1000001', '2024-03-04', '2024-03-08')],
    rows: new Map(),
    problemCount: more.problems?.length ?? 0,
    problems: [],
    driftAttributes: new Map(),
    driftSections: new Map(),
    undated: new Map(),
    notices: [],
    ...more,
  };
}

export function loaded(
  name: string,
  tables: Readonly<Record<string, TableCounts>>,
  report = parseReport(),
): InputOutcome {
  return {
    name,
    status: 'loaded',
    survey: {
      sha256: 'a'.repeat(64),
      bytes: 1000,
      statementDigests: [],
      dateOrder: undefined,
      dateOrderSample: undefined,
    },
    report,
    committed: { tables: new Map(Object.entries(tables)) },
  };
}

export function failed(name: string, code: ErrorCode, message = 'It went wrong.'): InputOutcome {
  return { name, status: 'failed', error: new FlexError(code, message, { at: { file: name } }) };
}

export function call(
  outcomes: readonly InputOutcome[],
  more: Partial<CallResult> = {},
): CallResult {
  return {
    loadId: '018e0000-0000-7000-8000-000000000000',
    outcomes,
    notAttempted: [],
    error: undefined,
    dryRun: false,
    skipExitCode: undefined,
    durationMs: 12.4,
    ...more,
  };
}
