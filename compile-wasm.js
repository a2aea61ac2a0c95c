/**
 * Compiles the AssemblyScript in src/ to WebAssembly in dist/. The compiler takes seconds, so a
 * module that is newer than all that it is made of stays as it is. `npm run build` runs it.
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = import.meta.dirname;
/** Each entry lies in a folder `assembly/`, and compiles what lies there and `records.ts` above it. */
const MODULES = [
  { entry: 'src/parser/lane/assembly/lane.ts', out: 'dist/parser/lane/lane.wasm' },
  { entry: 'src/sinks/encoding/assembly/rows.ts', out: 'dist/sinks/encoding/rows.wasm' },
];
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

const changed = (path) => statSync(join(ROOT, path)).mtimeMs;

function isUpToDate({ entry, out }) {
  if (!existsSync(join(ROOT, out))) return false;
  const folder = dirname(entry);
  const sources = readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
  const made = [
    ...sources,
    join(dirname(folder), 'records.ts'),
    relative(ROOT, import.meta.filename),
  ];
  return [...made, 'package-lock.json'].every((path) => changed(path) < changed(out));
}

const stale = MODULES.filter((module) => !isUpToDate(module));
if (stale.length > 0) {
  const { default: asc } = await import('assemblyscript/asc');
  for (const { entry, out } of stale) {
    mkdirSync(dirname(join(ROOT, out)), { recursive: true });
    const { stdout, stderr } = process;
    const args = [entry, '--baseDir', ROOT, '-o', out, ...OPTIONS];
    const { error } = await asc.main(args, { stdout, stderr });
    // The compiler has said where it failed.
    if (error) process.exit(1);
  }
}
