/**
 * Makes the executable out of src/: dist/cli.js, and its code in dist/command/, each command and
 * destination in files that only its own calls load. `npm run build` runs it after tsc, which
 * makes the library. Nothing is minified: a line of a stack trace can be read in the file that it
 * names, below a comment with the source file that the line is from.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = import.meta.dirname;
const at = (path) => join(ROOT, path);

/** What every call has loaded before it imports anything else. */
const START = at('src/start.ts');
/** What is loaded by every load. */
const LOAD = at('src/commands/load/run.ts');
/** What is of no use but to a load, or loads too. */
const WITH_LOAD =
  /\/src\/(?:sinks\/\w+\/(?:sink|engine)|commands\/(?:run|verify)\/run|orchestrators\/[\w-]+\/session)\.ts$/;

/**
 * Packages that stay in node_modules: DuckDB's binary, which lies beside its JavaScript; undici,
 * so that an update of it reaches a command that is installed; zod, which hardly a call needs.
 * pg-native is optional, and not ours.
 */
const EXTERNAL = ['@duckdb/node-bindings', 'undici', 'zod', 'pg-native'];

/** Packages in CommonJS call `require` for what Node brings. */
const REQUIRE = `import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url);`;

/**
 * esbuild makes a file of all modules that the same set of entries reaches, and every dynamic
 * import is an entry: `--help` would be twenty files, a load fifty, each half a millisecond. Told
 * that a dynamic import needs what is always there before it, it makes one file of that.
 */
const fewerFiles = {
  name: 'fewer files',
  setup({ onResolve, onLoad }) {
    const imported = new Set();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === 'dynamic-import') imported.add(resolve(resolveDir, path.replace(/js$/, 'ts')));
    });
    onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
      if (!imported.has(path) || path === START) return;
      const before = WITH_LOAD.test(path) ? [START, LOAD] : [START];
      const imports = before.map((file) => `import ${JSON.stringify(file)};`).join('');
      return { contents: `${readFileSync(path, 'utf8')}\n${imports}`, loader: 'ts' };
    });
  },
};

/**
 * commander asks for it to run commands that are programs of their own. There are none here, and
 * every call would load it, with the sockets that it needs.
 */
const noChildProcess = {
  name: 'no child process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('/commander/') ? { path, namespace: 'absent' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** The licences of the packages that the bundle holds. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(at(`${folder}/package.json`)));
    return `${name} ${version}: ${license}\n\n${licenceOf(at(folder))}`;
  });
}

function licenceOf(folder) {
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];
  for (const name of names) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch (thrown) {
      if (thrown.code !== 'ENOENT') throw thrown;
    }
  }
  return '(The package has no file with the text.)';
}

rmSync(at('dist/command'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  chunkNames: 'command/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: EXTERNAL,
  banner: { js: REQUIRE },
  // pg asks by it whether it runs at Cloudflare, for which Node 20 would load all of `fetch`.
  define: { Response: 'undefined' },
  plugins: [fewerFiles, noChildProcess],
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(
  at('dist/command/LICENCES.txt'),
  `${licences(Object.keys(metafile.inputs)).join('\n\n----\n\n')}\n`,
);
