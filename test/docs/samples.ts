/**
 * The samples of a document that are marked to be run: ```sh run and ```ts run,
 * each with what it prints where the next block says so. And the room they run
 * in: a folder with the files that the samples name. No expectations here.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { ROOT, SOURCES } from '../repository/tree.js';

export interface Sample {
  /** Line of the document on which the code begins. */
  readonly line: number;
  readonly language: 'sh' | 'ts';
  readonly code: string;
  readonly output:
    { readonly kind: 'text' | 'json' | 'summary'; readonly text: string } | undefined;
}

/** The samples of a document, in their order. */
export function samplesOf(document: string): Sample[] {
  const blocks = [...document.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1]!,
    code: match[2]!,
    line: document.slice(0, match.index).split('\n').length + 1,
  }));
  return blocks.flatMap(({ info, code, line }, index) => {
    if (info !== 'sh run' && info !== 'ts run') return [];
    const next = blocks[index + 1];
    const output = {
      'text output': 'text',
      'json output': 'json',
      'json summary': 'summary',
    } as const;
    const kind = output[next?.info as keyof typeof output] as
      (typeof output)[keyof typeof output] | undefined;
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

/** A folder in which samples run one after the other. */
export class Room {
  private samples = 0;

  private constructor(private readonly folder: string) {}

  /** Must lie in the repository, so that `flexetl` is found by its own name. */
  static open(): Room {
    requireFreshBuild();
    const folder = join(ROOT, '.tmp', 'samples');
    rmSync(folder, { recursive: true, force: true });
    for (const inside of ['bin', 'archive', 'more/2024']) {
      mkdirSync(join(folder, inside), { recursive: true });
    }
    const fixture = (name: string): string =>
      readFileSync(join(ROOT, 'fixtures', name, 'input.xml'), 'utf8');
    const put = (path: string, content: string | Buffer): void =>
      writeFileSync(join(folder, path), content);
    put('statement.xml', fixture('demo'));
    put('odd.xml', fixture('attribute-unknown').replaceAll('U1000001', 'U1000003'));
    put('archive/a.xml', fixture('option-eae-same-name').replaceAll('U1000001', 'U1000004'));
    const packed = fixture('trades-levels-of-detail').replaceAll('U1000001', 'U1000005');
    put('more/2024/b.xml.gz', gzipSync(packed));
    const cli = join(ROOT, 'dist', 'cli.js');
    put('bin/flexetl', `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
    chmodSync(join(folder, 'bin', 'flexetl'), 0o755);
    return new Room(folder);
  }

  /** Runs a sample. @returns stdout @throws Error where it fails, with what it said */
  run({ language, code }: Sample): string {
    if (language === 'sh') return this.execute('sh', ['-eu', '-c', code]);
    const file = join(this.folder, `sample-${++this.samples}.ts`);
    writeFileSync(file, code);
    const compiled = compile(file);
    return this.execute(process.execPath, [compiled]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private execute(command: string, parameters: readonly string[]): string {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('FLEXETL_'));
    const path = `${join(this.folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    return execFileSync(command, parameters, {
      cwd: this.folder,
      env: { ...Object.fromEntries(own), PATH: path },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

/** Type-checks a sample as a user's compiler would. @returns path of the JavaScript */
function compile(file: string): string {
  const program = ts.createProgram([file], {
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
  return file.replace(/\.ts$/, '.js');
}

/** The samples run what was built; an old build would prove nothing. */
function requireFreshBuild(): void {
  const age = (path: string): number => statSync(join(ROOT, path)).mtimeMs;
  const newest = Math.max(...SOURCES.map(age));
  if (!(age('dist/cli.js') >= newest)) {
    throw new Error('dist/ is older than src/: run `npm run build` first.');
  }
}
