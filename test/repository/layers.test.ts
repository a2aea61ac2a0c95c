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

/**
 * In the order of the layers: a part may import only parts that stand before it, and of these
 * exactly the ones that it names. A part that is a folder inside of another, or a file of it,
 * is a part of its own.
 */
const PARTS: Readonly<Record<string, Part>> = {
  errors: { holds: ['errors.ts'], knows: [] },
  'package folder': { holds: ['package-folder.ts'], knows: [] },
  webassembly: { holds: ['webassembly.ts'], knows: [] },
  version: { holds: ['version.ts'], knows: ['package folder'] },
  time: { holds: ['time/'], knows: ['errors'] },
  text: { holds: ['text/'], knows: [] },
  files: { holds: ['files/'], knows: ['errors'] },
  /** HTTP: proxies, error messages, buffered answers. */
  http: { holds: ['http/'], knows: ['errors', 'text'] },
  catalog: { holds: ['catalog/'], knows: ['errors', 'package folder'] },
  'catalog formats': { holds: ['catalog/formats/'], knows: ['catalog'] },
  /** Codes and answers of the service: all that the parser, the client and the fake share. */
  'flex service': { holds: ['flex-service/'], knows: ['errors'] },
  /** Buckets: objects by key, whatever they contain. */
  'object store': {
    holds: ['object-store/'],
    knows: ['errors', 'version', 'time', 'text', 'files', 'http'],
  },
  sources: { holds: ['sources/'], knows: ['errors', 'files', 'object store'] },
  client: {
    holds: ['flex-service/client/'],
    knows: ['errors', 'version', 'time', 'text', 'files', 'http', 'flex service'],
  },
  /** It shares no code with the client that it tests, but for the table of codes. */
  fake: { holds: ['flex-service/fake/'], knows: ['errors', 'time', 'catalog', 'flex service'] },
  /** What the parser hands out: types and accessors, which sinks may know. */
  batches: {
    holds: [
      'parser/batch.ts',
      'parser/fingerprints.ts',
      'parser/statement.ts',
      'parser/statement-list.ts',
      'parser/undated.ts',
    ],
    knows: ['errors', 'catalog'],
  },
  parser: {
    holds: ['parser/'],
    knows: ['errors', 'webassembly', 'time', 'catalog', 'flex service', 'batches'],
  },
  /** What every sink is, and what those without a database share. */
  sinks: {
    holds: ['sinks/'],
    knows: ['errors', 'time', 'text', 'files', 'catalog', 'batches'],
  },
  /** Rows as text by compiled code. */
  encoding: {
    holds: ['sinks/encoding/'],
    knows: ['package folder', 'webassembly', 'files', 'batches'],
  },
  /** The merge, the ledger and the comparison, for every database alike. */
  sql: {
    holds: ['sinks/sql/'],
    knows: ['errors', 'package folder', 'time', 'catalog', 'catalog formats', 'batches', 'sinks'],
  },
  /** What each destination says of itself. */
  'destination record': {
    holds: ['sinks/destination.ts', 'sinks/destination-settings.ts'],
    knows: ['errors', 'time', 'text', 'sinks', 'sql'],
  },
  csv: {
    holds: ['sinks/csv/'],
    knows: ['errors', 'files', 'catalog', 'batches', 'sinks', 'encoding', 'destination record'],
  },
  ndjson: {
    holds: ['sinks/ndjson/'],
    knows: ['files', 'catalog', 'batches', 'sinks', 'destination record'],
  },
  singer: {
    holds: ['sinks/singer/'],
    knows: ['errors', 'files', 'catalog', 'batches', 'sinks', 'destination record'],
  },
  postgres: {
    holds: ['sinks/postgres/'],
    knows: [
      'errors',
      'time',
      'files',
      'catalog',
      'batches',
      'sinks',
      'encoding',
      'sql',
      'destination record',
    ],
  },
  duckdb: {
    holds: ['sinks/duckdb/'],
    knows: [
      'errors',
      'time',
      'files',
      'catalog',
      'batches',
      'sinks',
      'encoding',
      'sql',
      'destination record',
    ],
  },
  /** It merges in a database of DuckDB's. */
  parquet: {
    holds: ['sinks/parquet/'],
    knows: [
      'errors',
      'files',
      'catalog',
      'object store',
      'sinks',
      'sql',
      'destination record',
      'duckdb',
    ],
  },
  destinations: {
    holds: ['sinks/destinations.ts'],
    knows: [
      'errors',
      'sinks',
      'sql',
      'destination record',
      'csv',
      'ndjson',
      'singer',
      'postgres',
      'duckdb',
      'parquet',
    ],
  },
  pipeline: {
    holds: ['pipeline/'],
    knows: [
      'package folder',
      'errors',
      'time',
      'text',
      'files',
      'catalog',
      'sources',
      'batches',
      'parser',
      'sinks',
    ],
  },
  /** Where fetched reports are kept: it reads them through before it takes them. */
  archive: {
    holds: ['archive/'],
    knows: [
      'errors',
      'version',
      'time',
      'text',
      'files',
      'catalog',
      'object store',
      'sources',
      'batches',
      'parser',
      'pipeline',
    ],
  },
  /** What must be equal in the data of a destination: SQL, and a document of what came of it. */
  audit: { holds: ['audit/'], knows: ['catalog', 'sinks', 'sql'] },
  /** The HTML of `flexetl report`: SQL, drawings, and the page around them. */
  'report page': {
    holds: ['report-page/'],
    knows: ['errors', 'text', 'time', 'sinks', 'catalog', 'sql', 'audit'],
  },
  library: {
    holds: ['library/'],
    knows: [
      'errors',
      'version',
      'time',
      'catalog',
      'sources',
      'batches',
      'sinks',
      'destinations',
      'pipeline',
    ],
  },
  /** What is said of a load: it knows what the pipeline returns, and the types in it. */
  summary: {
    holds: ['summary/'],
    knows: ['errors', 'time', 'text', 'catalog', 'batches', 'sinks', 'sql', 'pipeline', 'archive'],
  },
  /** Those who are told of a load: Dagster, and servers of lineage. */
  orchestrators: {
    holds: ['orchestrators/'],
    knows: [
      'errors',
      'version',
      'time',
      'text',
      'http',
      'catalog',
      'sinks',
      'sql',
      'destinations',
      'pipeline',
      'summary',
    ],
  },
  cli: {
    holds: ['cli/'],
    knows: [
      'errors',
      'version',
      'time',
      'text',
      'files',
      'catalog',
      'client',
      'batches',
      'sources',
      'sinks',
      'sql',
      'destinations',
      'pipeline',
      'archive',
      'summary',
      'orchestrators',
    ],
  },
  commands: {
    holds: ['commands/'],
    knows: [
      'errors',
      'package folder',
      'version',
      'time',
      'text',
      'files',
      'catalog',
      'catalog formats',
      'flex service',
      'object store',
      'sources',
      'client',
      'fake',
      'batches',
      'parser',
      'sinks',
      'sql',
      'destinations',
      'pipeline',
      'archive',
      'audit',
      'report page',
      'summary',
      'cli',
    ],
  },
  executable: { holds: ['cli.ts', 'start.ts', 'compile-cache.ts'], knows: ['cli', 'commands'] },
  package: {
    holds: ['index.ts'],
    knows: ['errors', 'version', 'catalog', 'batches', 'sinks', 'pipeline', 'library'],
  },
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

/** What the table allows, and no file needs. */
function needless(imports: readonly Import[]): string[] {
  const used = new Set(
    imports
      .filter(({ ours }) => ours)
      .map(({ from, to }) => `${partOf(from)} imports ${partOf(to)}`),
  );
  return Object.entries(PARTS)
    .flatMap(([part, { knows }]) => knows.map((known) => `${part} imports ${known}`))
    .filter((allowed) => !used.has(allowed));
}

/** Parts that know a part which does not stand before them. */
function upward(): string[] {
  const order = Object.keys(PARTS);
  return order.flatMap((part, place) =>
    PARTS[part]!.knows.filter(
      (known) => order.indexOf(known) < 0 || order.indexOf(known) >= place,
    ).map((known) => `${part} knows ${known}`),
  );
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

  it('know only parts that stand before them, and need each', () => {
    expect(upward()).toEqual([]);
    expect(needless(imports)).toEqual([]);
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
    expect(refused('sinks/csv/sink.ts', 'parser/batch.ts')).toBe(false);
    expect(refused('sinks/csv/sink.ts', 'parser/parser.ts')).toBe(true);
    expect(refused('parser/parser.ts', 'sinks/sink.ts')).toBe(true);
    expect(refused('sinks/sql/merge/merge.ts', 'sinks/postgres/engine.ts')).toBe(true);
    expect(refused('flex-service/fake/server.ts', 'flex-service/client/pace.ts')).toBe(true);
    expect(refused('sources/file.ts', 'parser/batch.ts')).toBe(true);
    expect(refused('catalog/catalog.ts', 'pipeline/load-input.ts')).toBe(true);
    expect(refused('commands/load.ts', 'cli.ts')).toBe(true);
    expect(refused('commands/load.ts', 'nowhere.ts')).toBe(true);
  });

  it('finds a circle', () => {
    const edge = (from: string, to: string): Import => ({ from, to, ours: true, line: 1 });
    expect(circle([edge('a', 'b'), edge('b', 'c')])).toBeUndefined();
    expect(circle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
  });
});
