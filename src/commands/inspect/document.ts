/** What `flexetl inspect` tells of an input, as data. How it looks is print.ts. */
import type { Catalog } from '../../catalog/catalog.js';
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import type { FlexError, Position } from '../../errors.js';
import type { ParseReport, Statement, StatementList } from '../../parser/statement.js';
import { undatedNotices } from '../../parser/undated.js';
import type { Survey } from '../../parser/survey/survey.js';

/** How many problems of one input are listed. */
const PROBLEMS_TOLD = 20;

export interface Inspection {
  readonly name: string;
  readonly sha256: string;
  /** Unpacked. */
  readonly bytes: number;
  readonly dates: string;
  /** Made on demand. */
  readonly statements: InspectedStatements;
  /**
   * The tables that the input speaks of, in the order of the file. 0 rows: the section is there,
   * but empty. Section '' is for elements outside of sections.
   */
  readonly tables: readonly { section: string; table: string; rows: number }[];
  readonly problems: {
    readonly count: number;
    readonly first: readonly (Position & { table: string; literal: string; reason: string })[];
  };
  /** Names that the catalogue does not know, with the number of times seen. */
  readonly drift: {
    readonly attributes: Readonly<Record<string, number>>;
    readonly sections: Readonly<Record<string, number>>;
  };
  readonly notices: readonly string[];
}

export type InspectedStatement = Pick<
  Statement,
  'account' | 'query' | 'type' | 'from' | 'to' | 'period' | 'generatedAt' | 'digest'
> & { readonly tables: Readonly<Record<string, number>> };

/** There may be a hundred thousand. */
export interface InspectedStatements extends Iterable<InspectedStatement> {
  readonly length: number;
}

export interface Refusal {
  readonly name: string;
  readonly error: FlexError;
}

export function describeInspection(
  name: string,
  catalog: Catalog,
  dateOrder: 'auto' | 'mdy' | 'dmy',
  { survey, report }: { readonly survey: Survey; readonly report: ParseReport },
): Inspection {
  const { sha256, bytes } = survey;
  return {
    name,
    sha256,
    bytes,
    dates: describeDates(survey, dateOrder),
    statements: describeStatements(report.statements),
    tables: describeTables(catalog, report.statements),
    problems: {
      count: report.problemCount,
      first: report.problems
        .slice(0, PROBLEMS_TOLD)
        .map(({ at, table, literal, reason }) => ({ ...at, table, literal, reason })),
    },
    drift: {
      attributes: Object.fromEntries(report.driftAttributes),
      sections: Object.fromEntries(report.driftSections),
    },
    notices: [...undatedNotices([report]), ...report.notices],
  };
}

function describeStatements(statements: StatementList): InspectedStatements {
  return {
    length: statements.length,
    *[Symbol.iterator]() {
      for (const statement of statements) yield describeStatement(statement);
    },
  };
}

function describeStatement(statement: Statement): InspectedStatement {
  const { account, query, type, from, to, period, generatedAt, digest, tables } = statement;
  const rows = [...tables].filter(([table]) => table !== STATEMENTS_TABLE);
  return {
    account,
    query,
    type,
    from,
    to,
    period,
    generatedAt,
    digest,
    tables: Object.fromEntries(rows),
  };
}

/** Rows without a table of their own are listed by section. */
function describeTables(catalog: Catalog, statements: Iterable<Statement>): Inspection['tables'] {
  const { table: unmapped } = catalog.unmapped;
  const mapped = new Map<string, number>();
  const strange = new Map<string, number>();
  for (const statement of statements) {
    addCounts(mapped, statement.tables);
    addCounts(strange, statement.unmapped);
  }
  return [...mapped]
    .filter(([table]) => table !== STATEMENTS_TABLE)
    .flatMap(([table, rows]) =>
      table === unmapped
        ? [...strange].map(([section, count]) => ({ section, table, rows: count }))
        : [{ section: catalog.table(table)?.section ?? '', table, rows }],
    );
}

function addCounts(sums: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
}

function describeDates(
  { dateOrder, dateOrderSample = '' }: Survey,
  chosen: 'auto' | 'mdy' | 'dmy',
): string {
  const words = { mdy: 'month/day/year', dmy: 'day/month/year' };
  if (chosen !== 'auto') return `${words[chosen]} for dates with slashes, as --date-order says`;
  if (dateOrder === undefined) return 'no dates with slashes';
  return dateOrder === 'either'
    ? `month/day/year or day/month/year: ambiguous (${dateOrderSample})`
    : `${words[dateOrder]}, told from the file`;
}
