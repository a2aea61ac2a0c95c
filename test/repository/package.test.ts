/**
 * What is installed with flexetl: dependencies that run nothing when they are
 * installed, each with its reason, each in use; and a package that is whole.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allImports, type Import } from './imports.js';
import { filesOf, ROOT, SOURCES, textOf } from './tree.js';

interface Manifest {
  readonly name: string;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dev?: boolean;
        readonly hasInstallScript?: boolean;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const lock = JSON.parse(textOf('package-lock.json')) as Lock;

/** Folders of the packages that a user installs, from the root; optional ones where they are here. */
function productionTree(): string[] {
  const found = new Set<string>();
  const visit = (folder: string): void => {
    const { dependencies, optionalDependencies } = manifestOf(folder);
    const optional = new Set(Object.keys(optionalDependencies ?? {}));
    for (const name of [...Object.keys(dependencies ?? {}), ...optional]) {
      const place = resolve(folder, name);
      if (place === undefined) {
        if (!optional.has(name)) throw new Error(`${name}, which ${folder} needs, is not there`);
      } else if (!found.has(place)) {
        found.add(place);
        visit(place);
      }
    }
  };
  visit('.');
  return [...found].sort();
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(textOf(join(folder, 'package.json'))) as Manifest;
}

/** As node looks for packages: in node_modules of the folder, then of those above it. */
function resolve(folder: string, name: string): string | undefined {
  for (let above = folder; ; above = dirname(above)) {
    const place = join(above, 'node_modules', name);
    if (existsSync(join(ROOT, place, 'package.json'))) return place;
    if (above === '.') return undefined;
  }
}

/** `@scope/name/deep` is of the package `@scope/name`. */
function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Parts of src/ that are not published but in the bundle, with the packages that they import. */
const BUNDLED = ['cli/', 'commands/', 'report-page/'];

function importedBy(imports: readonly Import[]): string[] {
  const packages = imports
    .filter(({ ours, to }) => !ours && isPackage(to))
    .map(({ to }) => packageOf(to));
  return [...new Set(packages)];
}

const isPackage = (module: string): boolean =>
  !module.startsWith('node:') && !module.startsWith('.') && module !== manifest.name;

describe('what a user installs', () => {
  const tree = productionTree();

  it('runs no scripts', () => {
    expect(tree.length).toBeGreaterThan(5);
    const hooks = ['preinstall', 'install', 'postinstall'];
    const running = tree.filter((folder) => {
      const { scripts = {} } = manifestOf(folder);
      const compiles = readdirSync(join(ROOT, folder)).includes('binding.gyp');
      return compiles || hooks.some((hook) => hook in scripts);
    });
    expect(running).toEqual([]);
  });

  it('runs none on other platforms either', () => {
    const running = Object.entries(lock.packages)
      .filter(([path, { dev, hasInstallScript }]) => path !== '' && !dev && hasInstallScript)
      .map(([path]) => path);
    expect(running).toEqual([]);
  });

  it('is locked for every platform, so that `npm ci` works on each', () => {
    const locked = Object.keys(lock.packages);
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !locked.some((place) => place.endsWith(`node_modules/${name}`)))
        .map((name) => `${name}, which ${path} wants`),
    );
    expect(missing).toEqual([]);
  });

  it('is all that the library imports', () => {
    const published = allImports().filter(
      ({ from }) => !BUNDLED.some((part) => from.startsWith(part)),
    );
    const missing = importedBy(published).filter(
      (name) => !(name in (manifest.dependencies ?? {})),
    );
    expect(missing).toEqual([]);
  });

  it('has in the bundle what else the command imports', () => {
    const { dependencies = {}, devDependencies = {} } = manifest;
    const missing = importedBy(allImports()).filter(
      (name) => !(name in dependencies) && !(name in devDependencies),
    );
    expect(missing).toEqual([]);
  });

  it('has the binary of DuckDB that goes with its JavaScript', () => {
    const { dependencies = {} } = manifest;
    expect(dependencies['@duckdb/node-bindings']).toMatch(/^\d/);
    expect(dependencies['@duckdb/node-bindings']).toBe(dependencies['@duckdb/node-api']);
  });

  it('holds the command line and what it reads at run time', () => {
    // The command is in the bundle, and no other module needs these.
    const bundled = BUNDLED.map((part) => `!dist/${part.slice(0, -1)}`);
    expect(manifest.files).toEqual(['dist', ...bundled, 'schemas', 'sql', 'templates']);
    expect(manifest.bin).toEqual({ flexetl: 'dist/cli.js' });
  });
});

describe('the dependencies', () => {
  const names = [
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.devDependencies ?? {}),
  ].filter((name) => !name.startsWith('@types/'));
  const architecture = textOf('ARCHITECTURE.md').split('\n');

  it.each(names)('%s has a line in ARCHITECTURE.md', (name) => {
    expect(architecture.filter((line) => line.includes(`\`${name}\``))).not.toEqual([]);
  });

  it('that ARCHITECTURE.md lists are in package.json', () => {
    const start = architecture.indexOf('## Dependencies');
    expect(start).toBeGreaterThan(0);
    const listed = architecture
      .slice(start)
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('of development are in use', () => {
    // The linter starts it for itself where it is told to know the types.
    expect(textOf('.oxlintrc.json')).toContain('"typeAware": true');
    const started = new Set(['oxlint-tsgolint']);
    const settings = ['bundle.js', 'compile-wasm.js', 'src/parser/lane/assembly/tsconfig.json'];
    const code = [
      ...SOURCES,
      ...filesOf('test').filter((path) => path.endsWith('.ts')),
      ...settings,
    ]
      .filter((path) => !path.startsWith('test/repository/'))
      .map(textOf)
      .join('\n');
    const used = (name: string): boolean => new RegExp(`['"\`]@?${name}(?:/|['"\`])`).test(code);
    const scripts = Object.values(manifest.scripts ?? {}).join(' ');
    const unused = Object.keys(manifest.devDependencies ?? {})
      .filter((name) => !name.startsWith('@types/') && !started.has(name) && !used(name))
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(scripts));
    expect(unused).toEqual([]);
  });
});

describe('what an installation downloads', () => {
  interface Locked {
    readonly dev?: boolean;
    readonly devOptional?: boolean;
    readonly hasInstallScript?: boolean;
    readonly cpu?: readonly string[];
  }
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const installed = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true,
  );
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

  it('runs no script', () => {
    expect(installed.length).toBeGreaterThan(10);
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });

  it('is built for a processor only where DuckDB is, and that for all usual ones', () => {
    const native = installed
      .filter(([, { cpu }]) => cpu !== undefined)
      .map(([path]) => nameOf(path));
    expect(native.filter((name) => !name.startsWith('@duckdb/node-bindings-'))).toEqual([]);
    for (const platform of ['linux', 'darwin', 'win32'].flatMap((system) => [
      `${system}-x64`,
      `${system}-arm64`,
    ])) {
      expect(native).toContain(`@duckdb/node-bindings-${platform}`);
    }
  });
});
