/**
 * Who publishes beside whom. A load that makes tables, replaces, or does anything unusual publishes
 * alone. All others are beside each other as long as they are about other accounts: each holds the
 * turn of the schema with the others, and that of its accounts by itself. Facts that belong to no
 * account are merged by key whoever says them, so they have a turn of their own, taken last. All
 * turns are rows of flexetl_locks, and end with the transaction.
 *
 * They are taken in one order (schema, accounts by name, facts), so that no two loads wait for each
 * other; where an account is new to both, the database finds that out, and one is done again.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteLiteral } from '../../../catalog/sql.js';
import { tellIfLong, type TellWait } from '../../../time/long-wait.js';
import type { Mode } from '../../sink.js';
import type { SqlEngine } from '../engine.js';
import { literalList } from '../ledger/insert-rows.js';

/** A file of more accounts publishes alone: to name them all would take longer. */
const MOST_ACCOUNTS = 100;
const PUBLISH = 'publish';
const FACTS = 'facts';

const scopeOf = (account: string): string => `account ${account}`;

/** Facts that are the same for every account. */
export function isShared({ grain, ofAccount }: Pick<RowElement, 'grain' | 'ofAccount'>): boolean {
  return grain === 'reference' && !ofAccount;
}

/** What tells whether a load may publish beside others. */
export interface Publisher {
  readonly mode: Mode;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** @returns the accounts whose turn it needs, in order; undefined where it publishes alone */
export function accountsOf(
  engine: Pick<SqlEngine, 'sharesTurns'>,
  { mode, force, dryRun }: Publisher,
  statements: Iterable<{ readonly account: string }>,
): readonly string[] | undefined {
  if (!engine.sharesTurns || mode === 'replace' || force || dryRun) return undefined;
  const accounts = new Set<string>();
  for (const { account } of statements) {
    accounts.add(account);
    if (accounts.size > MOST_ACCOUNTS) return undefined;
  }
  return [...accounts].sort();
}

/** Waits until nobody else publishes into this schema; held to the end of the transaction. */
export async function publishAlone(
  engine: SqlEngine,
  holder: string,
  onWait?: TellWait,
): Promise<void> {
  const table = `${engine.schema}.flexetl_locks`;
  await told(engine, onWait, async () => {
    await engine.run(
      `INSERT INTO ${table} VALUES ('${PUBLISH}', $1) ON CONFLICT (scope) DO NOTHING`,
      [holder],
    );
    await engine.run(`UPDATE ${table} SET holder = $1 WHERE scope = '${PUBLISH}'`, [holder]);
  });
}

/** Waits until nobody publishes alone, or rows of these accounts. */
export async function publishBeside(
  engine: SqlEngine,
  accounts: readonly string[],
  onWait?: TellWait,
): Promise<void> {
  const { schema } = engine;
  const [make, ...rest] = ofAccounts(schema, accounts);
  await told(engine, onWait, async () => {
    await engine.rows(
      `SELECT scope FROM ${schema}.flexetl_locks WHERE scope = '${PUBLISH}' FOR SHARE`,
    );
    if (accounts.length === 0) return;
    await engine.run(make);
    for (const lock of rest) await engine.rows(`${lock} FOR UPDATE`);
  });
}

/** Waits until nobody else merges facts that belong to no account. */
export function factsTurn(schema: string): string {
  return `INSERT INTO ${schema}.flexetl_locks VALUES ('${FACTS}', '')
    ON CONFLICT (scope) DO UPDATE SET holder = excluded.holder`;
}

/** Query of a row, where nobody publishes alone; none is waited for. */
export function freeTurn(schema: string): string {
  return `SELECT 1 AS free FROM ${schema}.flexetl_locks WHERE scope = '${PUBLISH}'
    FOR SHARE SKIP LOCKED`;
}

/**
 * Statements, of which the last gives a row where nobody else publishes rows of the account.
 * @param waits whether that is waited for
 */
export function accountTurn(
  schema: string,
  account: string,
  waits: boolean,
): [make: string, take: string] {
  const [make, take] = ofAccounts(schema, [account]);
  return [make, `${take} FOR UPDATE${waits ? '' : ' SKIP LOCKED'}`];
}

function ofAccounts(schema: string, accounts: readonly string[]): [make: string, lock: string] {
  const scopes = accounts.map(scopeOf);
  const values = scopes.map((scope) => `(${quoteLiteral(scope)}, '')`);
  return [
    `INSERT INTO ${schema}.flexetl_locks VALUES ${values.join(', ')}
     ON CONFLICT (scope) DO NOTHING`,
    `SELECT scope FROM ${schema}.flexetl_locks WHERE scope IN ${literalList(scopes)}
     ORDER BY scope`,
  ];
}

async function told(
  { name }: SqlEngine,
  onWait: TellWait | undefined,
  take: () => Promise<void>,
): Promise<void> {
  const say = onWait && (() => onWait(`Another load is publishing into ${name}; waiting for it.`));
  await tellIfLong(take(), say);
}
