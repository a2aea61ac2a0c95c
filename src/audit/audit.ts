/**
 * Runs the identities on a destination and collects the results in one document. The database
 * compares and counts; memory grows with accounts and queries, never with rows. Printing is the
 * business of the command.
 */
import { withoutNeedlessZeros } from '../sinks/query.js';
import type { Reader, Row } from '../sinks/sql/ledger/reader.js';
import { ledgerVersion } from '../sinks/sql/schema/migrations.js';
import { readBooks, readTables, type Books } from './books.js';
import {
  fitAudit,
  type Audit,
  type AuditedIdentity,
  type Counts,
  type Difference,
  type NotProvable,
} from './document.js';
import { IDENTITIES } from './identities.js';
import { Source, type Identity } from './identity.js';

/** How many differences of each identity are read from the database. */
const DIFFERENCES_READ = 20;

/** The result of one identity. */
interface Outcome {
  readonly audited: AuditedIdentity;
  readonly differences: readonly Difference[];
  readonly notProvable: readonly NotProvable[];
}

/** An audit of an empty destination. */
export function emptyAudit(destination: string): Audit {
  return documentOf(
    destination,
    IDENTITIES.map((identity) => outcomeOf(identity, [], [], { all: [], cover: () => false })),
  );
}

/**
 * @throws FlexError if the destination cannot be read, or a newer flexetl has created its ledger
 */
export async function auditBooks(
  reader: Reader,
  identities: readonly Identity[] = IDENTITIES,
): Promise<Audit> {
  if (!(await reader.hasLedger())) return emptyAudit(reader.name);
  await ledgerVersion(reader);
  const tables = await readTables(reader);
  const books = await readBooks(reader, tables);
  const source = new Source(reader.schema, tables);
  const outcomes: Outcome[] = [];
  for (const identity of identities) {
    outcomes.push(await audit(reader, identity, source, books));
  }
  return documentOf(reader.name, outcomes);
}

async function audit(
  reader: Reader,
  identity: Identity,
  source: Source,
  books: Books,
): Promise<Outcome> {
  if (!identity.needs.every(({ table }) => source.has(table))) {
    return outcomeOf(identity, [], [], books);
  }
  const judged = judgedChecks(identity, source);
  const groups = await reader.rows(
    `${judged} SELECT account_id, query, outcome, lacking, count(*) AS checks,
       CAST(min(day) AS text) AS first, CAST(max(day) AS text) AS last,
       max(abs(found - expected)) AS largest
     FROM judged GROUP BY account_id, query, outcome, lacking
     ORDER BY account_id, query, outcome, lacking`,
  );
  const differing = groups.some(({ outcome }) => outcome === 'differing');
  const differences = differing
    ? await reader.rows(
        `${judged} SELECT account_id, query, book, CAST(since AS text) AS since,
           CAST(day AS text) AS day, subject, expected, found, found - expected AS difference, note
         FROM judged WHERE outcome = 'differing'
         ORDER BY day, account_id, query, book, subject LIMIT ${DIFFERENCES_READ}`,
      )
    : [];
  return outcomeOf(identity, groups, differences, books);
}

/**
 * If data is missing, only equality to the last digit proves anything: the missing items then add
 * up to zero.
 */
function judgedChecks(identity: Identity, source: Source): string {
  return `WITH checks AS (${identity.checks(source)}),
  judged AS (
    SELECT account_id, query, book, since, day, subject, expected, found, note, outcome,
      CASE WHEN outcome = 'not_provable' THEN coalesce(lacking, '') END AS lacking
    FROM (
      SELECT c.*, CASE
        WHEN expected IS NULL OR found IS NULL THEN 'not_provable'
        WHEN found = expected THEN 'exact'
        WHEN lacking IS NOT NULL THEN 'not_provable'
        WHEN abs(found - expected) <= ${identity.tolerance} THEN 'rounded'
        ELSE 'differing' END AS outcome
      FROM checks c
    ) c
  )`;
}

function outcomeOf(
  identity: Identity,
  groups: readonly Row[],
  differences: readonly Row[],
  books: Books,
): Outcome {
  const checksOf = (outcome: string): number =>
    sum(groups.filter((row) => row['outcome'] === outcome).map((row) => Number(row['checks'])));
  const counts: Counts = {
    exact: checksOf('exact'),
    rounded: checksOf('rounded'),
    differing: checksOf('differing'),
    notProvable: checksOf('not_provable'),
  };
  const largest = groups
    .filter(({ outcome }) => outcome === 'rounded')
    .map((row) => row['largest']!);
  const checked = new Set(groups.map((row) => JSON.stringify([row['account_id'], row['query']])));
  const unchecked = books.all.filter(
    ({ account, query }) => !checked.has(JSON.stringify([account, query])),
  );
  return {
    audited: {
      identity: identity.name,
      equation: identity.equation,
      status:
        counts.differing > 0
          ? 'differs'
          : counts.exact + counts.rounded > 0
            ? 'proved'
            : 'not_provable',
      ...counts,
      tolerance: identity.tolerance,
      largestRounding: largest.map(withoutNeedlessZeros).reduce(greater, '0'),
    },
    differences: differences.map((row) => differenceOf(identity, row)),
    notProvable: [
      ...groups
        .filter(({ outcome }) => outcome === 'not_provable')
        .map((row) => ({
          identity: identity.name,
          account: row['account_id'] ?? '',
          query: row['query'] ?? '',
          lacking: row['lacking'] ?? '',
          checks: Number(row['checks']),
          first: row['first'] ?? null,
          last: row['last'] ?? null,
        })),
      ...unchecked.map((book) => ({
        identity: identity.name,
        account: book.account,
        query: book.query,
        lacking: lackingSections(identity, book, books),
        checks: 0,
        first: null,
        last: null,
      })),
    ],
  };
}

function lackingSections(
  identity: Identity,
  book: { readonly account: string; readonly query: string },
  books: Books,
): string {
  const lacking = identity.needs.filter((need) => !books.cover(book, need));
  if (lacking.length === 0) return identity.otherwise;
  return [...new Set(lacking.map(({ section }) => section))].join(', ');
}

function differenceOf(identity: Identity, row: Row): Difference {
  const amount = (name: string): string => withoutNeedlessZeros(row[name]!);
  return {
    identity: identity.name,
    account: row['account_id'] ?? '',
    query: row['query'] ?? '',
    ...(row['book'] ? { statement: row['book'] } : {}),
    ...(row['since'] && row['since'] !== row['day'] ? { since: row['since'] } : {}),
    day: row['day'] ?? null,
    subject: row['subject'] ?? '',
    expected: amount('expected'),
    found: amount('found'),
    difference: amount('difference'),
    ...(row['note'] ? { note: row['note'] } : {}),
  };
}

function documentOf(destination: string, outcomes: readonly Outcome[]): Audit {
  const identities = outcomes.map(({ audited }) => audited);
  const total = (name: keyof Counts): number => sum(identities.map((each) => each[name]));
  const totals: Counts = {
    exact: total('exact'),
    rounded: total('rounded'),
    differing: total('differing'),
    notProvable: total('notProvable'),
  };
  const differences = outcomes.flatMap((outcome) => outcome.differences);
  return fitAudit({
    schema: 'flexetl/audit@1',
    destination,
    status:
      totals.differing > 0
        ? 'differs'
        : totals.exact + totals.rounded > 0
          ? 'ties'
          : 'nothing_proved',
    totals,
    identities,
    differences,
    differencesOmitted: totals.differing - differences.length,
    notProvable: outcomes.flatMap(({ notProvable }) => notProvable),
    notProvableOmitted: 0,
    exitCode: totals.differing > 0 ? 65 : 0,
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Of two decimals that are not negative. */
function greater(one: string, other: string): string {
  const [whole, fraction = ''] = one.split('.');
  const [otherWhole, otherFraction = ''] = other.split('.');
  if (whole!.length !== otherWhole!.length) return whole!.length > otherWhole!.length ? one : other;
  if (whole !== otherWhole) return whole! > otherWhole! ? one : other;
  return fraction >= otherFraction ? one : other;
}
