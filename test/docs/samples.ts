/**
 * The samples of a document that are marked to be run: ```sh run and ```ts run,
 * each with what it prints where the next block says so. And the room they run
 * in: a folder with the files that the samples name. No expectations here.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript-api';
import { ROOT, SOURCES } from '../repository/tree.js';
import { blocksOf } from './documents.js';

const SAMPLES = join(ROOT, '.tmp', 'samples');

export interface Sample {
  /** Line of the document on which the code begins. */
  readonly line: number;
  readonly language: 'sh' | 'ts';
  readonly code: string;
  readonly output:
    | { readonly kind: 'text' | 'json' | 'summary'; readonly text: string }
    | undefined;
}

/** The samples of a document, in their order. */
export function samplesOf(document: string): Sample[] {
  const blocks = blocksOf(document);
  return blocks.flatMap(({ info, code, line }, index) => {
    if (info !== 'sh run' && info !== 'ts run') return [];
    const next = blocks[index + 1];
    const output = {
      'text output': 'text',
      'json output': 'json',
      'json summary': 'summary',
    } as const;
    const kind = output[next?.info as keyof typeof output] as
      | (typeof output)[keyof typeof output]
      | undefined;
    return [
      {
        line,
        language: info === 'sh run' ? 'sh' : 'ts',
        code,
        output: kind === undefined ? undefined : { kind, text: next!.code },
      },
    ];
  });
}

/** Pages that find statement.xml in flexetl.duckdb; README.md shows the load itself. */
const READ_AFTER_A_LOAD: readonly string[] = [
  ...['docs/audit.md', 'docs/report.md', 'docs/tutorial.md', 'docs/views.md'],
];

/** A folder in which the samples of one page run, one after the other. */
export class Room {
  /** A database with statement.xml, once a page has asked for it. */
  private static loaded: string | undefined;

  /** The samples of the page that did not run yet, in their order. */
  private left: Sample[] = [];

  /** The programs in TypeScript, compiled, by their source. */
  private programs: ReadonlyMap<string, string> = new Map();

  private constructor(private readonly folder: string) {}

  /** @throws Error where a sample in TypeScript does not compile, with what the compiler says */
  static open(page: string, samples: readonly Sample[]): Room {
    const room = Room.furnish(page.replaceAll('/', '-'));
    if (READ_AFTER_A_LOAD.includes(page)) {
      copyFileSync((Room.loaded ??= Room.load()), join(room.folder, 'flexetl.duckdb'));
    }
    room.left = [...samples];
    const sources = samples.filter(({ language }) => language === 'ts').map(({ code }) => code);
    const files = sources.map((_, index) => join(room.folder, `sample-${index + 1}.ts`));
    for (const [index, file] of files.entries()) writeFileSync(file, sources[index]!);
    if (files.length > 0) compile(files);
    room.programs = new Map(
      files.map((file, index) => [sources[index]!, file.replace(/\.ts$/, '.js')]),
    );
    return room;
  }

  private static load(): string {
    const room = Room.furnish('loaded');
    room.execute('sh', ['-eu', '-c', 'flexetl load statement.xml']);
    const path = join(SAMPLES, 'loaded.duckdb');
    renameSync(join(room.folder, 'flexetl.duckdb'), path);
    room.close();
    return path;
  }

  /** The files that samples name. Lies in the repository, so that `flexetl` is found by its name. */
  private static furnish(name: string): Room {
    requireFreshBuild();
    const folder = join(SAMPLES, name);
    rmSync(folder, { recursive: true, force: true });
    for (const inside of ['bin', 'archive', 'more/2024', 'reports/123456']) {
      mkdirSync(join(folder, inside), { recursive: true });
    }
    const fixture = (name: string): string =>
      readFileSync(join(ROOT, 'fixtures', name, 'input.xml'), 'utf8');
    const put = (path: string, content: string | Buffer): void =>
      writeFileSync(join(folder, path), content);
    put('statement.xml', fixture('demo'));
    put('reports/123456/statement.xml', fixture('demo'));
    for (const week of [1, 2]) {
      const path = join(ROOT, 'fixtures', 'loads', 'rolling-window-dated', `${week}.xml`);
      put(`week-${week}.xml`, readFileSync(path));
    }
    put('odd.xml', fixture('attribute-unknown').replaceAll('U1000001', 'U1000003'));
    put('archive/a.xml', fixture('option-eae-same-name').replaceAll('U1000001', 'U1000004'));
    const packed = fixture('trades-levels-of-detail').replaceAll('U1000001', 'U1000005');
    put('more/2024/b.xml.gz', gzipSync(packed));
    const cli = join(ROOT, 'dist', 'cli.js');
    put('bin/flexetl', `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
    chmodSync(join(folder, 'bin', 'flexetl'), 0o755);
    return new Room(folder);
  }

  /**
   * Runs a sample, after those before it on its page, upon which it builds: a run of tests may have
   * left them out.
   * @returns stdout @throws Error where one fails, with what it said
   */
  run(sample: Sample): string {
    const before = this.left.splice(0, this.left.indexOf(sample) + 1).slice(0, -1);
    for (const one of before) this.runAlone(one);
    return this.runAlone(sample);
  }

  private runAlone({ language, code }: Sample): string {
    if (language === 'sh') return this.execute('sh', ['-eu', '-c', code]);
    return this.execute(process.execPath, [this.programs.get(code)!]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private execute(command: string, parameters: readonly string[]): string {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('FLEXETL_'));
    const path = `${join(this.folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    return execFileSync(command, parameters, {
      cwd: this.folder,
      env: { ...Object.fromEntries(own), PATH: path, XDG_STATE_HOME: join(this.folder, 'state') },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

/** Type-checks programs as a user's compiler would, and writes their JavaScript beside them. */
function compile(files: readonly string[]): void {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    types: ['node'],
    skipLibCheck: true,
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) {
    const host = {
      getCanonicalFileName: (name: string) => name,
      getCurrentDirectory: () => ROOT,
      getNewLine: () => '\n',
    };
    throw new Error(ts.formatDiagnostics(faults, host));
  }
}

/** The samples run what was built; an old build would prove nothing. */
function requireFreshBuild(): void {
  const age = (path: string): number => statSync(join(ROOT, path)).mtimeMs;
  const newest = Math.max(...SOURCES.map(age));
  if (!(age('dist/cli.js') >= newest)) {
    throw new Error('dist/ is older than src/: run `npm run build` first.');
  }
}
