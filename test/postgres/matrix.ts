/**
 * A program: runs the tests that need Postgres on every version that flexetl is held to, one after
 * the other, each from npm into .tmp/postgres-<version>/, kept there for the next time.
 *
 *   npm run test:postgres-matrix [-- 14 17]
 *
 * Prints one line for each version, and before it the output of vitest where tests failed. Exit
 * status 1 where any failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { platformPackage } from './native.js';

/** The package's versions: that of Postgres, and that of the packaging. The newest of each. */
const VERSIONS = [
  '14.23.0-beta.17',
  '15.18.0-beta.17',
  '16.14.0-beta.17',
  '17.10.0-beta.17',
  '18.4.0-beta.17',
] as const;

const FILTERS = [
  'test/postgres',
  'test/sinks/postgres',
  'test/sinks/no-ddl',
  'test/sinks/sql',
  'test/laws',
  'test/views',
  'test/faults/altered',
  'test/faults/hostile',
  'test/faults/pooler',
  'test/faults/rights',
  'test/faults/roles',
  'test/day',
];
/** What these files hold of DuckDB is the same on every version, and `npm test` has run it. */
const NOT_OF_DUCKDB = '^(?!.*duckdb|.*DuckDB)';
const CHECKOUT = process.cwd();

function versionIn(packageDirectory: string): string | undefined {
  const manifest = join(packageDirectory, 'package.json');
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The directory of the package of a version, installed where it was not. */
function install(version: string): string {
  const name = platformPackage();
  const prefix = resolve(CHECKOUT, '.tmp', `postgres-${version}`);
  const directory = join(prefix, 'node_modules', ...name.split('/'));
  if (versionIn(directory) === version) return directory;
  mkdirSync(prefix, { recursive: true });
  writeFileSync(join(prefix, 'package.json'), '{ "private": true }\n');
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  const npm = spawnSync('npm', ['install', ...flags, '--prefix', prefix, `${name}@${version}`], {
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`npm install of ${name}@${version} failed:\n${npm.stderr}`);
  return directory;
}

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

function testOn(version: string): Outcome {
  let packageDirectory: string;
  try {
    packageDirectory = install(version);
  } catch (error) {
    return { passed: false, output: String(error) };
  }
  const vitest = join(CHECKOUT, 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', ...FILTERS, '-t', NOT_OF_DUCKDB], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      FLEXETL_TEST_POSTGRES: '',
      FLEXETL_TEST_POSTGRES_PACKAGE: packageDirectory,
      NO_COLOR: '1',
    },
  });
  return { passed: run.status === 0, output: `${run.stdout}${run.stderr}` };
}

/** The line of vitest that counts tests: `105 passed (105)`. */
const countIn = (output: string): string => /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? 'no test ran';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((one) => !VERSIONS.some((version) => version.startsWith(`${one}.`)));
if (unknown.length > 0) throw new Error(`not a version of the matrix: ${unknown.join(' ')}`);

for (const version of VERSIONS) {
  if (chosen.length > 0 && !chosen.some((one) => version.startsWith(`${one}.`))) continue;
  const { passed, output } = testOn(version);
  if (!passed) process.exitCode = 1;
  if (!passed) process.stdout.write(`${output}\n`);
  const [postgres] = version.split('.0-');
  process.stdout.write(
    `postgres ${postgres}: ${passed ? 'passed' : 'FAILED'}, ${countIn(output)}\n`,
  );
}
