/**
 * Imports run one way. The table says which part of src/ may know which; what
 * is not in it may not be imported, and a file that is in no part has no place.
 */
import { describe, expect, it } from 'vitest';
import { allImports, importsOf, type Import } from './imports.js';
import { SOURCES, textOf } from './tree.js';

interface Part {
  /** Files and folders of src/ that belong to it. */
  readonly holds: readonly string[];
  /** Parts that it may import. */
  readonly knows: readonly string[];
}

/** The parts that whoever reads and loads a report puts together. */
const MACHINERY = [
  'patience',
  'catalog',
  'batches',
  'service answers',
  'parser',
  'sources',
  'flex service',
  'sinks',
  'spill',
  'pipeline',
];

const PARTS: Readonly<Record<string, Part>> = {
  errors: { holds: ['errors.ts'], knows: [] },
  folders: { holds: ['folders.ts', 'maker.ts'], knows: [] },
  /** Temporary files for what does not fit in memory. */
  'private files': { holds: ['private-file.ts'], knows: ['errors'] },
  /** What anybody above may use, and what itself knows nothing of Flex. */
  words: {
    holds: [
      'conceal.ts',
      'counting.ts',
      'printable.ts',
      'secret-places.ts',
      'settings.ts',
      'table.ts',
      'version.ts',
    ],
    knows: ['errors'],
  },
  /** Counting in few bytes, for whoever must. */
  fingerprints: { holds: ['fingerprints.ts'], knows: [] },
  /** Trying again, which only errors decide. */
  patience: { holds: ['patience.ts'], knows: ['errors'] },
  catalog: { holds: ['catalog/'], knows: ['errors'] },
  /** What the parser hands out: types and accessors, which sinks may know. */
  batches: {
    holds: ['parser/batch.ts', 'parser/extent.ts', 'parser/statement.ts', 'parser/undated.ts'],
    knows: ['errors', 'catalog'],
  },
  /** What the Flex Web Service answers when it does not deliver: for whoever reads it. */
  'service answers': {
    holds: ['service-codes.ts', 'service-response.ts'],
    knows: ['errors'],
  },
  parser: {
    holds: ['parser/'],
    knows: ['errors', 'fingerprints', 'catalog', 'batches', 'service answers'],
  },
  sources: { holds: ['sources/'], knows: ['errors', 'catalog'] },
  'flex service': {
    holds: ['sources/flex-service/'],
    knows: ['errors', 'folders', 'private files', 'words', 'patience', 'service answers'],
  },
  /** It shares no code with the client that it tests, but for the table of codes. */
  'fake service': {
    holds: ['fake-service/'],
    knows: ['errors', 'words', 'patience', 'service answers'],
  },
  sinks: {
    holds: ['sinks/'],
    knows: ['errors', 'folders', 'fingerprints', 'patience', 'catalog', 'batches'],
  },
  /** A counter of the parser's that goes to disk, which the parser itself must not. */
  spill: {
    holds: ['occurrence-run.ts', 'occurrence-spill.ts'],
    knows: ['errors', 'private files', 'fingerprints', 'parser'],
  },
  pipeline: {
    holds: ['pipeline.ts', 'reading.ts'],
    knows: [
      'errors',
      'words',
      'patience',
      'catalog',
      'batches',
      'parser',
      'sources',
      'sinks',
      'spill',
    ],
  },
  /** Where fetched reports are kept: it reads them through before it takes them. */
  archive: {
    holds: ['archive/'],
    knows: [
      'errors',
      'folders',
      'words',
      'patience',
      'catalog',
      'batches',
      'parser',
      'sources',
      'flex service',
      'sinks',
      'pipeline',
    ],
  },
  /** What must be equal in the data of a destination: SQL, and a document of what came of it. */
  audit: { holds: ['audit/'], knows: ['errors', 'words', 'catalog', 'sinks'] },
  /** What is said of a load: it knows what the pipeline returns, and the types in it. */
  telling: {
    holds: [
      'logging.ts',
      'progress.ts',
      'summary.ts',
      'summary-error.ts',
      'summary-files.ts',
      'summary-size.ts',
      'summary-text.ts',
    ],
    knows: ['errors', 'words', 'catalog', 'batches', 'sinks', 'pipeline', 'archive'],
  },
  rows: { holds: ['rows.generated.ts'], knows: [] },
  library: {
    holds: ['flex.ts', 'index.ts'],
    knows: ['errors', 'words', 'rows', ...MACHINERY],
  },
  commands: {
    holds: ['commands/'],
    knows: [
      'errors',
      'words',
      'telling',
      'fake service',
      'flex service',
      'archive',
      'audit',
      ...MACHINERY,
    ],
  },
  cli: { holds: ['cli.ts'], knows: ['errors', 'words', 'telling', 'commands'] },
};

/** The part that a file belongs to: the one that names it most closely. */
function partOf(path: string): string | undefined {
  let best: { part: string; length: number } | undefined;
  for (const [part, { holds }] of Object.entries(PARTS)) {
    for (const place of holds) {
      const inside = place.endsWith('/') ? path.startsWith(place) : path === place;
      if (inside && place.length > (best?.length ?? 0)) best = { part, length: place.length };
    }
  }
  return best?.part;
}

function forbidden(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, ours }) => {
      const [importer, imported] = [partOf(from), partOf(to)];
      if (!ours || importer === imported) return false;
      return imported === undefined || !PARTS[importer ?? '']?.knows.includes(imported);
    })
    .map(({ from, to, line }) => `${from}:${line} imports ${to}`);
}

/** The files of one circle of imports, where there is one. */
function circle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, Import[]>();
  for (const each of imports.filter(({ ours }) => ours)) {
    next.set(each.from, [...(next.get(each.from) ?? []), each]);
  }
  const finished = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return undefined;
    for (const { to } of next.get(path) ?? []) {
      const found = walk(to, [...trail, path]);
      if (found !== undefined) return found;
    }
    finished.add(path);
    return undefined;
  };
  for (const path of next.keys()) {
    const found = walk(path, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('the parts of src/', () => {
  const imports = allImports();

  it('have a place for every file', () => {
    const homeless = SOURCES.filter((path) => partOf(path.slice('src/'.length)) === undefined);
    expect(homeless).toEqual([]);
  });

  it('import one way', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(forbidden(imports)).toEqual([]);
  });

  it('import files that exist', () => {
    const known = new Set(SOURCES.map((path) => path.slice('src/'.length)));
    expect(imports.filter(({ ours, to }) => ours && !known.has(to))).toEqual([]);
  });

  it('go in no circles', () => {
    expect(circle(imports)).toBeUndefined();
  });

  it('leave the parser without files, network and process', () => {
    const modules = imports
      .filter(({ from, ours }) => !ours && from.startsWith('parser/'))
      .map(({ to }) => to);
    expect([...new Set(modules)].sort()).toEqual(['node:buffer', 'node:crypto', 'saxes']);
    const touching = SOURCES.filter((path) => path.startsWith('src/parser/')).filter((path) =>
      /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bperformance\./.test(textOf(path)),
    );
    expect(touching).toEqual([]);
  });
});

describe('the check of imports', () => {
  it('finds every kind of import', () => {
    const text = [
      `import { a } from '../errors.js';`,
      `export type { B } from './batch.js';`,
      `type C = import('../sinks/sink.js').Sink;`,
      `const d = await import('../pipeline.js');`,
      `const e = createRequire(import.meta.url)('zod');`,
    ].join('\n');
    expect(importsOf('parser/x.ts', text).map(({ to, line }) => [to, line])).toEqual([
      ['errors.ts', 1],
      ['parser/batch.ts', 2],
      ['sinks/sink.ts', 3],
      ['pipeline.ts', 4],
      ['zod', 5],
    ]);
  });

  it('refuses what the table does not allow', () => {
    const refused = (from: string, to: string): boolean =>
      forbidden([{ from, to, ours: true, line: 1 }]).length > 0;
    expect(refused('sinks/csv.ts', 'parser/batch.ts')).toBe(false);
    expect(refused('sinks/csv.ts', 'parser/parser.ts')).toBe(true);
    expect(refused('parser/parser.ts', 'sinks/sink.ts')).toBe(true);
    expect(refused('sources/files.ts', 'parser/batch.ts')).toBe(true);
    expect(refused('catalog/catalog.ts', 'pipeline.ts')).toBe(true);
    expect(refused('commands/load.ts', 'cli.ts')).toBe(true);
    expect(refused('commands/load.ts', 'nowhere.ts')).toBe(true);
  });

  it('finds a circle', () => {
    const edge = (from: string, to: string): Import => ({ from, to, ours: true, line: 1 });
    expect(circle([edge('a', 'b'), edge('b', 'c')])).toBeUndefined();
    expect(circle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
  });
});
