/** Where WebAssembly is missing, as under `--jitless`, the rows are the same. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { report } from './reports.js';
import { CLI, freshFolder } from './run.js';

const folder = freshFolder({ 'statement.xml': report({ trades: 600 }) });
const node = (args: readonly string[]): string =>
  execFileSync(process.execPath, args, {
    ...{ cwd: folder, encoding: 'utf8' as const },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const rowsOf = (...flags: string[]): string[] =>
  node([...flags, CLI, 'load', 'statement.xml', '--to', 'ndjson:-']).split('\n');
/** Whether the lane can be had, asked of the built program. */
const hasLane = (...flags: string[]): string => {
  const [machine, reading] = ['parser/lane/machine.js', 'pipeline/read-input.js'].map((path) =>
    JSON.stringify(pathToFileURL(join(CLI, '..', path))),
  );
  const program = `import { Machine } from ${machine};
    import { laneCode } from ${reading};
    process.stdout.write(String(Machine.take(laneCode) !== undefined));`;
  return node([...flags, '--input-type=module', '--eval', program]);
};

it('loads the same rows without WebAssembly', () => {
  expect(hasLane()).toBe('true');
  expect(hasLane('--jitless')).toBe('false');
  const rows = rowsOf();
  expect(rows.length).toBeGreaterThan(600);
  expect(rowsOf('--jitless')).toEqual(rows);
});
