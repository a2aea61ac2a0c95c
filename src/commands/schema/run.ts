/** `flexetl schema` at work: prints the schema. */
import type { CallWith } from '../../cli/command.js';
import { dbtSourceOf } from './dbt-source.js';
import { schemaList } from './list.js';
import { schemaText } from './print.js';
import { CLUSTERS_OF, type Cluster, type Dialect, type Format } from './formats.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{
    readonly format: Format;
    readonly dialect: Dialect;
    readonly distributed: Cluster | undefined;
    readonly to: string | undefined;
  }>,
): Promise<number> {
  const { operands, settings, stdout } = call;
  const { format, dialect, distributed, to } = settings;
  if (format === 'dbt' && to !== undefined) {
    await stdout.write(await dbtSourceOf(call, to));
    return 0;
  }
  if (call.sourceOf('to') === 'command line') throw call.invalid('to', 'goes with --format dbt.');
  const clusters = format === 'sql' ? CLUSTERS_OF[dialect] : [];
  if (distributed !== undefined && !clusters.includes(distributed)) {
    throw call.invalid('distributed', 'goes with --format sql, for Postgres.');
  }
  if (operands.length === 0 && call.sourceOf('format') === 'default') {
    const width = stdout.isTerminal ? stdout.columns : undefined;
    await stdout.write(schemaList(await call.catalog(), width));
    return 0;
  }
  const text = schemaText(await call.catalog(), operands, { format, dialect, distributed });
  await stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}
