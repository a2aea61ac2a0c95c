/** A call loads what it needs: help no driver, a load no other destination than its own. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLI, freshFolder } from './run.js';
import { report } from './reports.js';

/** Paths of the files that a command line loads. */
function filesOf(args: readonly string[]): string[] {
  const folder = freshFolder({ 'report.xml': report() });
  const list = join(folder, 'modules');
  const hooks = `import { appendFileSync } from 'node:fs';
    export function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const asUrl = (code: string): string =>
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  // What CommonJS requires passes no hook; its cache tells.
  const program = `
    import { createRequire, register } from 'node:module';
    import { appendFileSync } from 'node:fs';
    const { cache } = createRequire(${JSON.stringify(CLI)});
    register(${JSON.stringify(asUrl(hooks))});
    process.on('exit', () =>
      Object.keys(cache).forEach((path) =>
        appendFileSync(${JSON.stringify(list)}, 'file://' + path + '\\n')));`;
  execFileSync(process.execPath, ['--import', asUrl(program), CLI, ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url));
}

/**
 * The modules that are loaded: `src/…`, and those of packages as `node_modules/…`. A file of the
 * bundle names each that it is made of in a comment above it.
 */
function modulesOf(args: readonly string[]): string[] {
  return filesOf(args).flatMap((file) => {
    const inPackage = /\/node_modules\/.*$/.exec(file);
    if (inPackage !== null) return [inPackage[0].slice(1)];
    const named = readFileSync(file, 'utf8').matchAll(/^\s*\/\/ ((?:src|node_modules)\/\S+)$/gm);
    return [...named].map(([, path]) => path!);
  });
}

const packagesOf = (modules: readonly string[]): string[] => [
  ...new Set(
    modules.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  ),
];

const HEAVY = /^src\/(?:parser|catalog|pipeline|sinks|sources|summary|audit|report-page|library)\//;
/** Help names the destinations as their records do, which open nothing before they are asked. */
const RECORDS =
  /^src\/(?:sinks\/(?:\w+\/)?destinations?|sinks\/unknown-destination|sinks\/destination-settings|sinks\/duckdb\/settings|sinks\/postgres\/(?:settings|url)|catalog\/sql)\.ts$/;

describe('help is there at once', () => {
  it.each([['--help'], ['load', '--help'], ['run', '--help']])('%j', (...args) => {
    const modules = modulesOf(args);
    expect(packagesOf(modules)).toEqual(['commander']);
    expect(modules).toContain('src/commands/load.ts');
    expect(
      modules.filter(
        (path) =>
          (HEAVY.test(path) && !RECORDS.test(path)) ||
          /^src\/commands\/[\w-]+\/run\.ts$/.test(path),
      ),
    ).toEqual([]);
    // A file each: the executable, what esbuild adds to a bundle, and the command line.
    expect(filesOf(args).length).toBeLessThanOrEqual(4);
  });
});

describe('a load', () => {
  const DRIVERS = ['@duckdb/node-api', '@duckdb/node-bindings', 'pg'];
  const others = ['undici', 'zod', 'tinyglobby', 'csv-stringify'];

  it('into files loads no driver, and nothing to fetch, to check or to print with', () => {
    const packages = packagesOf(modulesOf(['load', 'report.xml', '--to', 'csv:out']));
    expect(packages).toContain('saxes');
    expect(packages.filter((name) => [...DRIVERS, ...others].includes(name))).toEqual([]);
  });

  it('that nobody wants to hear of loads nothing to tell it with', () => {
    const modules = modulesOf(['load', 'report.xml', '--to', 'csv:out']);
    expect(modules).toContain('src/orchestrators/listeners.ts');
    expect(modules.filter((path) => /^src\/orchestrators\/[\w-]+\//.test(path))).toEqual([]);
  });

  it('into DuckDB loads its driver alone', () => {
    const modules = modulesOf(['load', 'report.xml', '--to', 'duckdb:x.duckdb']);
    const packages = packagesOf(modules);
    expect(packages).toEqual(
      expect.arrayContaining(['saxes', '@duckdb/node-api', '@duckdb/node-bindings']),
    );
    expect(packages.filter((name) => ['pg', ...others].includes(name))).toEqual([]);
    expect(modules).toContain('src/sinks/duckdb/engine.ts');
    expect(modules).not.toContain('src/sinks/postgres/engine.ts');
  });

  it('of a pattern finds its files', () => {
    expect(packagesOf(modulesOf(['load', '*.xml', '--to', 'csv:out']))).toContain('tinyglobby');
  });
});

it('what runs is seen', () => {
  const modules = modulesOf(['schema', 'trades']);
  expect(modules).toContain('src/commands/schema/run.ts');
  expect(modules).toContain('src/catalog/catalog.ts');
  expect(modules).not.toContain('src/parser/parser.ts');
});
