/**
 * Creates the views of sql/views/ in a database. A view is a convenience: one that cannot be
 * created never fails the load, and views of other authors are never touched.
 */
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { FlexError, type ErrorCode } from '../../../errors.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';
import { allViews, canBeMade, defineView, type ViewDefinition } from './view-text.js';

/** Errors of the database rather than of a view: these are not ignored. */
const NOT_OF_THE_VIEW: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_BUSY',
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_FULL',
  'FLEX_DEST_UNAVAILABLE',
  'FLEX_BUG',
]);

export interface MadeViews {
  readonly made: readonly string[];
  /** Views that could not be made, and why; those that are there stay as they were. */
  readonly failed: readonly { readonly name: string; readonly error: FlexError }[];
}

/**
 * Makes or renews, in the caller's transaction, each view that has enough of its
 * tables and that is not there in this form.
 * @param tables the tables and views that the schema has, with their columns
 * @throws FlexError for what concerns the whole transaction: a lost connection, a deadlock
 */
export async function makeViews(
  engine: SqlEngine,
  tables: ReadonlyMap<string, readonly ExistingColumn[]>,
): Promise<MadeViews> {
  const made: string[] = [];
  const failed: { name: string; error: FlexError }[] = [];
  const possible = allViews()
    .filter((view) => canBeMade(view, tables))
    .map((view) => defineView(view, engine.schema, engine.dialect, tables));
  let comments: ReadonlyMap<string, string> = new Map();
  if (possible.some(({ name }) => tables.has(name))) {
    const error = await attempt(engine, async () => {
      comments = await engine.viewComments();
    });
    if (error !== undefined) return { made, failed: possible.map(({ name }) => ({ name, error })) };
  }
  for (const view of possible) {
    const comment = comments.get(view.name);
    const standing = tables.has(view.name);
    // Of that name, but not ours; or ours, and as it should be.
    if (standing && comment?.includes('[flexetl view ') !== true) continue;
    if (standing && comment?.endsWith(view.mark) === true) continue;
    const error = await make(engine, view, standing);
    if (error === undefined) made.push(view.name);
    else failed.push({ name: view.name, error });
  }
  return { made, failed };
}

/** What to say of views that could not be made; nothing where all could. */
export function viewNotices({ failed }: MadeViews): string[] {
  const [first] = failed;
  if (first === undefined) return [];
  const names = failed.map(({ name }) => name).join(', ');
  return [
    `Some views could not be created: ${names}. The tables are not affected. ${first.error.message}`,
  ];
}

/** A view whose columns changed cannot be replaced; it is dropped, unless others build on it. */
async function make(
  engine: SqlEngine,
  view: ViewDefinition,
  standing: boolean,
): Promise<FlexError | undefined> {
  const name = `${engine.schema}.${quote(view.name)}`;
  const create = async (): Promise<void> => {
    // In one go: the comments are many, and a server may be far.
    await engine.run(view.statements.join(';\n'));
  };
  const error = await attempt(engine, create);
  if (error === undefined || !standing) return error;
  return attempt(engine, async () => {
    await engine.run(`DROP VIEW ${name}`);
    await create();
  });
}

/** Runs it; where it fails, what it did is undone, and the transaction goes on. */
async function attempt(
  engine: SqlEngine,
  run: () => Promise<void>,
): Promise<FlexError | undefined> {
  const { savepoints } = engine;
  if (savepoints) await engine.run('SAVEPOINT flexetl_view');
  try {
    await run();
  } catch (thrown) {
    if (!(thrown instanceof FlexError) || NOT_OF_THE_VIEW.has(thrown.code)) throw thrown;
    if (savepoints) await engine.run('ROLLBACK TO SAVEPOINT flexetl_view');
    return thrown;
  }
  if (savepoints) await engine.run('RELEASE SAVEPOINT flexetl_view');
  return undefined;
}
