/**
 * The beginning of an input that may go straight into its tables, as far as is known before its
 * rows come. What it does then is transaction.ts.
 */
import { quoteLiteral } from '../../../catalog/sql.js';
import type { InputFacts } from '../../sink.js';
import { migrations } from '../schema/migrations.js';
import { prepareTables } from '../schema/prepare.js';
import { freeTurn } from '../schema/turns.js';
import type { DirectSetting } from './admission.js';
import { DirectTransaction, isWorthStaging, restagedKey } from './transaction.js';

/**
 * Begins an input, where it may go this way as far as is known before its rows come.
 * @returns undefined where it is to be staged; no transaction is under way then
 */
export async function beginDirect(
  setting: DirectSetting,
  input: InputFacts,
): Promise<DirectTransaction | 'already_loaded' | undefined> {
  const { engine, options, memory } = setting;
  const { mode, force, dryRun, noDdl = false } = options;
  const simple = mode !== 'replace' && !force && !dryRun;
  if (!simple || memory.restaged.has(restagedKey(input))) return undefined;
  const tables = (memory.tables ??= await engine.existingTables());
  const isNew = ![...tables.keys()].some((name) => name.startsWith('flexetl_'));
  if (isNew && noDdl) return undefined;
  try {
    const begun = isNew ? await beginNew(setting, input) : await beginKnown(setting, input);
    if (begun === 'here') return new DirectTransaction(setting, input, isNew);
    await engine.rollback();
    return begun;
  } catch (thrown) {
    await engine.rollback();
    // The other way finds out what is wrong with the destination, and reports it.
    if (isWorthStaging(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * The first load into a schema: creates the ledger, which no other process sees before the commit.
 */
async function beginNew({ engine, options, memory }: DirectSetting, { loadId }: InputFacts) {
  await engine.begin();
  await prepareTables(engine, options, memory, [], loadId);
  return 'here' as const;
}

/** Takes the turn to publish if it is free: a whole input is too long to wait for. */
async function beginKnown({ engine, memory }: DirectSetting, { sha256, variant }: InputFacts) {
  const { schema } = engine;
  const [free = [], loaded = [], versions = []] = await engine.direct.begin([
    freeTurn(schema),
    `SELECT 1 AS found FROM ${schema}.flexetl_loads
     WHERE sha256 = ${quoteLiteral(sha256)} AND variant = ${quoteLiteral(variant)}`,
    `SELECT max(version) AS version FROM ${schema}.flexetl_migrations`,
  ]);
  if (loaded.length > 0) return 'already_loaded' as const;
  const current = Number(versions[0]?.['version'] ?? 0) === migrations().at(-1)!.version;
  if (free.length === 0 || !current) return undefined;
  memory.migrated = true;
  return 'here' as const;
}
