/** `flexetl init` at work: asks the destination for its tables, and writes the project. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CallWith } from '../../cli/command.js';
import { FlexError } from '../../errors.js';
import { mapErrors } from '../../files/fs-errors.js';
import { dbtConnectionOf } from '../../sinks/destinations.js';
import { tablesFor } from '../schema/dbt-source.js';
import { dbtProject, type Project } from './project.js';
import { jsonText } from '../../text/printable.js';

/** @returns the exit status */
export async function run(call: CallWith<{ readonly to: string }>): Promise<number> {
  const [tool = '', folder = ''] = call.operands;
  if (tool !== 'dbt') {
    const message = `There are no projects for ${jsonText(tool)}.`;
    throw new FlexError('FLEX_USAGE', message, { advice: 'Write `flexetl init dbt DIR`.' });
  }
  const { to } = call.settings;
  const project = dbtProject(await tablesFor(call, to), dbtConnectionOf(to));
  const paths = [...project.files.keys()].sort();
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw taken(folder);
  const existing = paths.find((path) => existsSync(join(folder, path)));
  if (existing !== undefined) throw taken(join(folder, existing));
  for (const path of paths) await write(join(folder, path), project.files.get(path)!);
  await call.stdout.write(report(folder, paths, project));
  return 0;
}

async function write(path: string, text: string): Promise<void> {
  await mapErrors(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    // Another process may have made it in the meantime.
    await writeFile(path, text, { flag: 'wx' }).catch((thrown: unknown) => {
      throw (thrown as NodeJS.ErrnoException).code === 'EEXIST' ? taken(path) : thrown;
    });
  });
}

function taken(path: string): FlexError {
  return new FlexError('FLEX_FILE_EXISTS', `${path} exists, and is not overwritten.`);
}

/** A word of a command line that can be copied. */
function inShell(word: string): string {
  return /^[\w./~-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function report(folder: string, paths: readonly string[], { leftOut }: Project): string {
  return [
    ...paths.map((path) => join(folder, path)),
    '',
    ...[...leftOut].map(([path, table]) => `Left out, for lack of the table ${table}: ${path}`),
    `Next: cd ${inShell(folder)} && dbt build`,
    '',
  ].join('\n');
}
