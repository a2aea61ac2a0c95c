/**
 * Rules of tidiness that a machine can hold, so that reviewers can talk about
 * ideas: how long files are, how they are named, how they begin, what they must
 * not mention.
 */
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, filesOf, isGenerated, ROOT, SOURCES, textOf } from './tree.js';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = filesOf();

/**
 * The rule: a file of src/ that a person writes has at most 300 lines, because
 * beyond that one scrolls to remember where one is. These may be longer, up to
 * the number beside them; take one off the list when it gets shorter.
 */
const LONGEST = 300;
const LONGER: Readonly<Record<string, number>> = {
  // A table; it grows by an entry with every code.
  'src/errors.ts': 452,
  'src/parser/statements/statement-reader.ts': 330,
};

/**
 * The other bound: a file of less than 40 lines is mostly head, and what it does belongs with what
 * it is done for. These may be shorter, each for the reason beside it.
 */
const SHORTEST = 40;
const SHORTER: Readonly<Record<string, string>> = {
  'src/archive/open-shelf.ts': 'the choice of a shelf; the shelves do not know each other',
  'src/audit/identities.ts': 'the list of what each neighbour proves',
  'src/catalog/formats/distribute.ts': 'asked by schema and check, which do not know each other',
  'src/catalog/formats/generated-files.ts': 'the list of what is generated',
  'src/catalog/portal.ts': 'known to parser and sinks, which know nothing of formats',
  'src/cli.ts': 'where the process begins',
  'src/cli/answer-form.ts': 'asked by two commands, which do not know each other',
  'src/cli/input-settings.ts': 'loaded with help, which needs nothing of what they do',
  'src/cli/leak-guards.ts': 'asked by every command that has a destination',
  'src/files/spool.ts': 'known to two destinations, which do not know each other',
  'src/flex-service/client/network-error.ts': 'words for the service; a store has its own',
  'src/flex-service/client/pace.ts': 'types of the three files beside it',
  'src/package-folder.ts': 'asked by whatever reads a file of the package',
  'src/parser/lane/assembly/event-days.ts': 'of events alone, which most rows are not asked for',
  'src/parser/rows/occurrences.ts': 'what the pipeline hands into the parser',
  'src/parser/statements/spoken.ts': 'rule 6 by itself, cited by its name',
  'src/parser/undated.ts': 'words for log and summary, which do not know each other',
  'src/parser/values/boolean.ts': 'a type of values, as its neighbours are',
  'src/parser/xml/carry.ts': 'memory that both readings use',
  'src/pipeline/load-id.ts': 'made by the command line and by the library',
  'src/pipeline/digest/worker.ts': 'a program, which another thread runs',
  'src/sinks/unknown-destination.ts': 'advice by itself; the list of destinations knows no wording',
  'src/sources/source.ts': 'the contract of a source',
  'src/start.ts': 'what every call has loaded, and the bundle is cut by',
  'src/text/csv.ts': 'the one file that knows csv-stringify',
  'src/text/paint.ts': 'asked by log, summary and status',
  'src/text/wrap.ts': 'asked by log, summary and status',
  'src/time/long-wait.ts': 'asked by two databases and the command line',
  'src/version.ts': 'read by whatever tells the version',
  'src/webassembly.ts': 'known to parser and sinks, which compile code of their own',
};
/** Records, of which each has a file by rule: commands and their work, destinations. */
const RECORDS = /^src\/commands\/|\/destination\.ts$/;

/** Drawers that take whatever is dropped in them. */
const DRAWERS = /(?:^|[/.-])(?:utils?|helpers?|common|managers?|misc|shared|lib)(?:[/.-]|$)/;

/** What belongs to a workplace and not to the project. Written so as not to find itself. */
const FOREIGN: readonly RegExp[] = [
  /[/]work[/]/,
  /\.\.[/]shared\b|\bshared[/]corpus\b/,
  /[/](?:home|Users|root)[/][a-z]/,
  /\bregistry\.[a-z]+\.[a-z]+/i,
  /\b(?:localhost|127\.0\.0\.1):4873\b/,
  /\b(?:issue|pull request|ticket|fixe[sd]|close[sd]|GH)[ -]?#\d+/i,
];

function lines(path: string): number {
  return textOf(path).replace(/\n$/, '').split('\n').length;
}

function commentsOf(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g)].join('\n');
}

/** The source files that a text names, with or without their folders. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w./*-])(?:[\w-]+\/)*[\w-]+\.(?:ts|sql)\b/g)].map(
    ([name]) => name,
  );
}

describe('the files', () => {
  it('of src/ are at most 300 lines long, but for those listed', () => {
    const long = SOURCES.filter((path) => !isGenerated(path))
      .map((path) => ({ path, length: lines(path), limit: LONGER[path] ?? LONGEST }))
      .filter(({ length, limit }) => length > limit);
    expect(long).toEqual([]);
  });

  it('that may be longer are', () => {
    const needless = Object.keys(LONGER).filter((path) => lines(path) <= LONGEST);
    expect(needless).toEqual([]);
  });

  it('of src/ have at least 40 lines, but for those listed', () => {
    const short = SOURCES.filter((path) => !isGenerated(path) && !RECORDS.test(path))
      .filter((path) => lines(path) < SHORTEST)
      .sort();
    expect(short).toEqual(Object.keys(SHORTER).sort());
  });

  it('have private members that are called so, but for the one of a secret', () => {
    const hash = /[.\s]#[a-z]\w*\s*[(=:;?.]/i;
    const hashed = SOURCES.filter((path) => hash.test(textOf(path)));
    expect(hashed).toEqual(['src/flex-service/client/token.ts']);
  });

  it('are not named like a drawer for anything', () => {
    expect(files.filter((path) => DRAWERS.test(path))).toEqual([]);
    expect(DRAWERS.test('src/parser/utils.ts')).toBe(true);
    expect(DRAWERS.test('test/helpers/x.ts')).toBe(true);
  });

  it('of src/ begin with a comment that says what lives there', () => {
    const bare = SOURCES.filter((path) => {
      const text = textOf(path).replace(/^#!.*\n/, '');
      const [, comment = ''] = /^(?:\/\*\*([\s\S]*?)\*\/|((?:\/\/.*\n)+))/.exec(text) ?? [];
      return comment.replace(/[\s*/]/g, '').length < 20;
    });
    expect(bare).toEqual([]);
  });

  it('mention no workplace, registry or number of an issue', () => {
    const found = files
      .filter((path) => path !== 'package-lock.json' && !/^fixtures\/.*\/input\./.test(path))
      .flatMap((path) =>
        textOf(path)
          .split('\n')
          .flatMap((line, index) =>
            FOREIGN.some((pattern) => pattern.test(line))
              ? [`${path}:${index + 1}: ${line.trim()}`]
              : [],
          ),
      );
    expect(found).toEqual([]);
  });

  it('are where comments and documents say: paths of this repository exist', () => {
    const missing = [...SOURCES, ...DOCUMENTS, 'schemas/README.md'].flatMap((path) =>
      [...textOf(path).matchAll(/(?<![\w./<-])(?:src|test|sql|schemas|fixtures)\/[\w./-]*\w/g)]
        .map(([named]) => named)
        .filter(
          (named) =>
            !existsSync(join(ROOT, named)) && !existsSync(join(ROOT, dirname(path), named)),
        )
        .map((named) => `${path} names ${named}`),
    );
    expect(missing).toEqual([]);
  });

  it('that comments name exist', () => {
    const missing = [...SOURCES, ...filesOf('test')]
      // Its own patterns look like comments.
      .filter((path) => path.endsWith('.ts') && path !== 'test/repository/tidiness.test.ts')
      .flatMap((path) =>
        namedIn(commentsOf(textOf(path)))
          .filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`)))
          .map((name) => `${path} names ${name}`),
      );
    expect(missing).toEqual([]);
    expect(namedIn(commentsOf(`/** See rows/nowhere.ts. */ f('a.ts');`))).toEqual([
      'rows/nowhere.ts',
    ]);
  });

  it('that documents link to exist', () => {
    const dead = DOCUMENTS.flatMap((path) =>
      [...textOf(path).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target!)
        .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path} links to ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
