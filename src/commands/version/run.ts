/** `flexetl version` at work. */
import type { CallWith } from '../../cli/command.js';
import { VERSION } from '../../version.js';

/** @returns the exit status */
export async function run({ stdout }: CallWith<object>): Promise<number> {
  await stdout.write(`${VERSION}\n`);
  return 0;
}
