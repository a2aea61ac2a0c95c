/**
 * What the ledger of a destination says, as one document. Reads only; how it
 * looks on a terminal is the command's business.
 */
import { STATEMENTS_TABLE } from '../../../catalog/section.js';
import { ledgerVersion } from '../schema/migrations.js';
import { coverageOf, type Coverage, type Window } from './gaps.js';
import type { Reader, Row } from './reader.js';

const PROBLEMS_TOLD = 10;

/** The document of `flexetl status --json`. Times are ISO 8601 in the zone asked for. */
export interface Status {
  readonly schema: 'flexetl/status@1';
  /** Name of the destination, without password. */
  readonly destination: string;
  /** False where nothing has been loaded yet; then all that follows is empty. */
  readonly ledger: boolean;
  /** Inputs in the ledger, statements in them, and rows that were parsed from them. */
  readonly loads: { readonly inputs: number; readonly statements: number; readonly rows: number };
  /** The newest input; null where there is none. */
  readonly lastLoad: LastLoad | null;
  /** By account and query: which days their statements cover, and which they do not. */
  readonly coverage: readonly Coverage[];
  /** Statements without a window, by account and query: they cover no day. */
  readonly withoutWindow: readonly { account: string; query: string; statements: number }[];
  /** Literals that did not fit their column: all that there were, and the newest ten kept. */
  readonly problems: { readonly count: number; readonly newest: readonly ToldProblem[] };
  /** Names that the catalogue did not know, the most frequent first. */
  readonly drift: readonly {
    readonly kind: 'attribute' | 'section';
    readonly name: string;
    readonly seen: number;
    readonly inputs: number;
  }[];
}

export interface LastLoad {
  readonly loadId: string;
  readonly input: string;
  readonly sha256: string;
  readonly mode: string;
  readonly asQuery: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly toolVersion: string;
  readonly rows: number;
  readonly problems: number;
  /** As in the summary of the load: parsed, inserted, updated, unchanged, overruled, deleted. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly notices: readonly string[];
}

export interface ToldProblem {
  readonly input: string;
  readonly line: number | null;
  readonly section: string | null;
  readonly element: string | null;
  readonly attribute: string | null;
  readonly table: string;
  readonly literal: string;
  readonly reason: string;
  readonly loadedAt: string;
}

/** A destination that nothing was loaded into. */
export function emptyStatus(destination: string): Status {
  return {
    schema: 'flexetl/status@1',
    destination,
    ledger: false,
    loads: { inputs: 0, statements: 0, rows: 0 },
    lastLoad: null,
    coverage: [],
    withoutWindow: [],
    problems: { count: 0, newest: [] },
    drift: [],
  };
}

/** @throws FlexError where the destination cannot be read, or a newer flexetl has made its ledger */
export async function readStatus(reader: Reader): Promise<Status> {
  const empty = emptyStatus(reader.name);
  if (!(await reader.hasLedger())) return empty;
  await ledgerVersion(reader);
  const [totals] = await reader.rows(
    `SELECT count(*) AS inputs, sum(statements) AS statements, sum(parsed) AS parsed,
       sum(problems) AS problems FROM ${reader.schema}.flexetl_loads`,
  );
  const [last] = await reader.rows(
    `SELECT * FROM ${reader.schema}.flexetl_loads ORDER BY started_at DESC, finished_at DESC, input LIMIT 1`,
  );
  return {
    ...empty,
    ledger: true,
    loads: {
      inputs: Number(totals!['inputs']),
      statements: Number(totals!['statements']),
      rows: Number(totals!['parsed']),
    },
    lastLoad: last === undefined ? null : lastLoad(last),
    ...(await readCoverage(reader)),
    problems: { count: Number(totals!['problems']), newest: await newestProblems(reader) },
    drift: await readDrift(reader),
  };
}

function lastLoad(row: Row): LastLoad {
  return {
    loadId: row['load_id']!,
    input: row['input']!,
    sha256: row['sha256']!,
    mode: row['mode']!,
    asQuery: row['as_query'] ?? null,
    startedAt: row['started_at']!,
    finishedAt: row['finished_at']!,
    toolVersion: row['tool_version']!,
    rows: Number(row['parsed']),
    problems: Number(row['problems']),
    tables: JSON.parse(row['tables']!) as LastLoad['tables'],
    notices: JSON.parse(row['notices']!) as string[],
  };
}

async function readCoverage(reader: Reader): Promise<Pick<Status, 'coverage' | 'withoutWindow'>> {
  const { windows, withoutWindow } = await readWindows(reader);
  return { coverage: coverageOf(windows), withoutWindow };
}

/**
 * The windows of all statements, and how many statements have none. A statement covers the days
 * of its window when it speaks of any table beside itself.
 * @throws FlexError where the ledger cannot be read
 */
export async function readWindows(
  reader: Reader,
): Promise<Pick<Status, 'withoutWindow'> & { readonly windows: readonly Window[] }> {
  const rows = await reader.rows(
    `SELECT account_id, query, CAST(window_from AS text) AS first_day,
       CAST(window_to AS text) AS last_day, count(DISTINCT statement_id) AS statements
     FROM ${reader.schema}.flexetl_coverage WHERE table_name <> '${STATEMENTS_TABLE}'
     GROUP BY account_id, query, window_from, window_to
     ORDER BY account_id, query, window_from, window_to`,
  );
  const windows: Window[] = [];
  const without = new Map<string, { account: string; query: string; statements: number }>();
  for (const row of rows) {
    const [account, query] = [row['account_id']!, row['query']!];
    const [from, to] = [row['first_day'], row['last_day']];
    if (from && to) {
      windows.push({ account, query, from, to });
      continue;
    }
    const name = JSON.stringify([account, query]);
    const statements = (without.get(name)?.statements ?? 0) + Number(row['statements']);
    without.set(name, { account, query, statements });
  }
  return { windows, withoutWindow: [...without.values()] };
}

/** Problems of loads that stand; those of a load that was done over are history. */
async function newestProblems(reader: Reader): Promise<ToldProblem[]> {
  const rows = await reader.rows(
    `SELECT p.*, l.started_at FROM ${reader.schema}.flexetl_problems p
     JOIN ${reader.schema}.flexetl_loads l ON l.load_id = p.load_id AND l.sha256 = p.sha256
     ORDER BY l.started_at DESC, p.input, p.line, p.attribute LIMIT ${PROBLEMS_TOLD}`,
  );
  return rows.map((row) => ({
    input: row['input']!,
    line: row['line'] == null ? null : Number(row['line']),
    section: row['section'] ?? null,
    element: row['element'] ?? null,
    attribute: row['attribute'] ?? null,
    table: row['table_name']!,
    literal: row['literal']!,
    reason: row['reason']!,
    loadedAt: row['started_at']!,
  }));
}

async function readDrift(reader: Reader): Promise<Status['drift']> {
  const rows = await reader.rows(
    `SELECT d.kind, d.name, sum(d.seen) AS seen, count(DISTINCT d.sha256) AS inputs
     FROM ${reader.schema}.flexetl_drift d
     JOIN ${reader.schema}.flexetl_loads l ON l.load_id = d.load_id AND l.sha256 = d.sha256
     GROUP BY d.kind, d.name ORDER BY sum(d.seen) DESC, d.kind, d.name`,
  );
  return rows.map((row) => ({
    kind: row['kind'] as 'attribute' | 'section',
    name: row['name']!,
    seen: Number(row['seen']),
    inputs: Number(row['inputs']),
  }));
}
