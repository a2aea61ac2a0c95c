/** Help is there at once: what a command needs to run is not loaded to describe it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLI, freshFolder } from './run.js';

/** Paths of the modules that a command line loads, those of packages from `node_modules/` on. */
function modulesOf(args: readonly string[]): string[] {
  const list = join(freshFolder(), 'modules');
  const hooks = `import { appendFileSync } from 'node:fs';
    export function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const asUrl = (code: string): string =>
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(asUrl(hooks))});`;
  execFileSync(process.execPath, ['--import', asUrl(register), CLI, ...args]);
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => url.replace(/^.*\/(?=node_modules\/)|^.*\/dist\//, ''));
}

const HEAVY = /^(?:parser|catalog|pipeline|sinks|sources|summary|audit|library)\//;
/** Help names the destinations as their records do, which open nothing before they are asked. */
const RECORDS =
  /^sinks\/(?:\w+\/)?destinations?\.js$|^sinks\/unknown-destination\.js$|^sinks\/duckdb\/settings\.js$|^sinks\/postgres\/url\.js$|^catalog\/sql\.js$/;

it.each([['--help'], ['load', '--help'], ['run', '--help']])('%j', (...args) => {
  const modules = modulesOf(args);
  const packages = modules.filter((path) => path.startsWith('node_modules/'));
  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter((path) => !path.startsWith('node_modules/commander/'))).toEqual([]);
  expect(modules).toContain('commands/load.js');
  expect(
    modules.filter(
      (path) =>
        (HEAVY.test(path) && !RECORDS.test(path)) || /^commands\/[\w-]+\/run\.js$/.test(path),
    ),
  ).toEqual([]);
});

it('what runs is seen', () => {
  const modules = modulesOf(['schema', 'trades']);
  expect(modules).toContain('commands/schema/run.js');
  expect(modules).toContain('catalog/catalog.js');
});
