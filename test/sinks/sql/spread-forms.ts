/**
 * Which statements a database takes whose tables are spread over servers, as Citus spreads those of
 * rows by account, while the ledger, temporary tables and staged rows are on one of them. Not a
 * planner: it knows the forms that are known to work, and refuses all others that name such a table.
 *
 * - Plain inner joins of the table with local relations, in a query of its own: they are sent to
 *   the servers. No outer join: the whole table would be fetched for it.
 * - DELETE … USING a temporary table.
 * - INSERT … SELECT from local relations alone.
 * - No subquery in the conditions or the columns of a query that names the table, and the table in
 *   none: `correlated subqueries are not supported when the FROM clause contains a CTE or
 *   subquery`, `direct joins between distributed and local tables are not supported`, and for
 *   DELETE and UPDATE `relation … is not distributed`.
 */

/** A query, or a statement, by itself: what stands in parentheses in it is another. */
interface Scope {
  /** Its words and signs; the place of a query in it is `()`. */
  readonly tokens: string[];
  readonly inner: { readonly scope: Scope; readonly at: number }[];
}

const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"(?:\."(?:[^"]|"")*")?|\w+(?:\."?\w+"?)*|[^\s\w]/g;

/** @param spread whether a relation, as it is written, is spread @returns why it is refused */
export function refusal(sql: string, spread: (relation: string) => boolean): string | undefined {
  const tokens = sql.match(TOKEN) ?? [];
  if (!tokens.some((token) => spread(token))) return undefined;
  const whole = scopeOf(tokens);
  const [kind = ''] = whole.tokens;
  switch (kind.toUpperCase()) {
    case 'DELETE':
      return refuseDelete(whole, spread);
    case 'INSERT':
      return refuseInsert(whole, spread);
    case 'SELECT':
    case 'CREATE':
    case '(':
      return refuseQuery(whole, spread);
    case 'COPY':
    case 'ALTER':
    case 'COMMENT':
      return undefined;
    default:
      return `${kind} names the table`;
  }
}

/** Whether a query begins here: other parentheses are part of theirs. */
const QUERY = /^(?:SELECT|WITH|VALUES)$/i;

function scopeOf(tokens: readonly string[]): Scope {
  const root: Scope = { tokens: [], inner: [] };
  const open: { scope: Scope; isQuery: boolean }[] = [{ scope: root, isQuery: true }];
  for (const [index, token] of tokens.entries()) {
    const { scope } = open.at(-1)!;
    if (token === '(') {
      const isQuery = QUERY.test(tokens[index + 1] ?? '');
      if (!isQuery) scope.tokens.push(token);
      const own = isQuery ? { tokens: [], inner: [] } : scope;
      if (isQuery) {
        scope.inner.push({ scope: own, at: scope.tokens.length });
        scope.tokens.push('()');
      }
      open.push({ scope: own, isQuery });
    } else if (token === ')') {
      if (!open.pop()!.isQuery) scope.tokens.push(token);
    } else scope.tokens.push(token);
  }
  return root;
}

function refuseDelete({ tokens, inner }: Scope, spread: Spread): string | undefined {
  const using = tokens.findIndex((token) => /^USING$/i.test(token));
  if (inner.length > 0) return 'a DELETE has a subquery';
  if (using < 0) return tokens.filter(spread).length > 1 ? 'a DELETE names two' : undefined;
  const where = tokens.findIndex((token) => /^WHERE$/i.test(token));
  const [relation = '', ...alias] = tokens.slice(using + 1, where < 0 ? undefined : where);
  return /^flexetl_\w+$/.test(relation) && alias.length === 1
    ? undefined
    : 'a DELETE uses more than one temporary table';
}

function refuseInsert(scope: Scope, spread: Spread): string | undefined {
  const { tokens, inner } = scope;
  const into = tokens.findIndex((token) => /^INTO$/i.test(token)) + 1;
  const named = tokens.some((token, index) => index !== into && spread(token));
  return named || inner.some((one) => namesSpread(one.scope, spread))
    ? 'an INSERT reads the table'
    : undefined;
}

type Spread = (relation: string) => boolean;

function namesSpread({ tokens, inner }: Scope, spread: Spread): boolean {
  return tokens.some(spread) || inner.some(({ scope }) => namesSpread(scope, spread));
}

/** One query, and those in it. */
function refuseQuery(scope: Scope, spread: Spread): string | undefined {
  const { tokens, inner } = scope;
  for (const one of inner) {
    const derived = isDerived(tokens, one.at);
    if (!derived && namesSpread(one.scope, spread)) return 'a subquery names the table';
    const reason = refuseQuery(one.scope, spread);
    if (reason !== undefined) return reason;
  }
  for (const branch of branchesOf(scope)) {
    const sent = branch.inner.some(
      ({ scope: each, at }) => isDerived(branch.tokens, at) && namesSpread(each, spread),
    );
    if (!sent && !branch.tokens.some(spread)) continue;
    if (branch.tokens.some((token) => /^(?:LEFT|RIGHT|FULL|LATERAL)$/i.test(token))) {
      return 'an outer join has the table';
    }
    if (branch.inner.some(({ at }) => !isDerived(branch.tokens, at))) {
      return 'a query of the table has a subquery in its conditions';
    }
  }
  return undefined;
}

/** The parts of a UNION, each by itself. */
function branchesOf({ tokens, inner }: Scope): Scope[] {
  const ends = tokens.flatMap((token, at) => (/^UNION$/i.test(token) ? [at] : []));
  return [...ends, tokens.length].map((end, number) => {
    const begin = number === 0 ? 0 : ends[number - 1]! + 1;
    return {
      tokens: tokens.slice(begin, end),
      inner: inner.flatMap((one) =>
        one.at >= begin && one.at < end ? [{ scope: one.scope, at: one.at - begin }] : [],
      ),
    };
  });
}

/** Whether a query in parentheses is a relation of FROM. */
function isDerived(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1] ?? '';
  if (/^(?:FROM|JOIN|LATERAL|AS|UNION|ALL)$/i.test(before)) return true;
  if (before !== ',') return false;
  const last = tokens
    .slice(0, at)
    .findLast((token) => /^(?:SELECT|FROM|WHERE|ON|BY|USING)$/i.test(token));
  return last?.toUpperCase() === 'FROM';
}
