/**
 * The documents and the program say the same. `npm run generate` is this test with
 * --update, which writes what is generated.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GLOBAL_SETTINGS } from '../../src/cli/general-settings.js';
import { environmentName, optionName } from '../../src/cli/settings.js';
import { COMMANDS } from '../../src/commands/all.js';
import { ERROR_CODES, EXIT } from '../../src/errors.js';
import { SERVICE_CODES } from '../../src/flex-service/codes.js';
import { DESTINATIONS } from '../../src/sinks/destinations.js';
import { allViews } from '../../src/sinks/sql/schema/view-text.js';
import { filesOf, ROOT, textOf } from '../repository/tree.js';
import { blocksOf, codeSpansOf, DOCUMENTS } from './documents.js';
import { generatedDocuments, unusedCodes } from './generated-parts.js';

const optionsOf = (name: string): string[] => {
  const settings = COMMANDS.find((each) => each.name === name)?.settings;
  return Object.keys({ ...settings, ...GLOBAL_SETTINGS }).map(optionName);
};

/** What reads the environment: the program, and the tests that have settings of their own. */
const code = [...filesOf('src'), ...filesOf('test')]
  .filter((path) => path.endsWith('.ts'))
  .map(textOf)
  .join('\n');

describe('what `npm run generate` writes', () => {
  it.each([...generatedDocuments()])('%s', async (path, text) => {
    await expect(text).toMatchFileSnapshot(join(ROOT, path));
  });
});

describe('the pages name all there is:', () => {
  it('every code of the error table, which is in use or said to be reserved', () => {
    const page = textOf('docs/reference/errors.md');
    for (const name of Object.keys(ERROR_CODES)) expect(page).toContain(`\`${name}\``);
    const [, reserved = ''] = /^Reserved, and not used by this version: (.*)$/m.exec(page) ?? [];
    const named = [...reserved.matchAll(/FLEX_[A-Z_]+/g)].map(([name]) => name);
    expect(named).toEqual(unusedCodes());
  });

  it('every exit status', () => {
    const page = textOf('docs/troubleshooting.md');
    const told = [...page.matchAll(/^\| (\d+(?:, \d+)*) \|/gm)].flatMap(([, all]) =>
      all!.split(', '),
    );
    expect(told.map(Number)).toEqual(expect.arrayContaining(Object.values(EXIT)));
  });

  it('every code of the service', () => {
    const page = textOf('docs/troubleshooting.md');
    for (const name of SERVICE_CODES.keys()) expect(page).toContain(name);
  });

  it('every destination', () => {
    const page = textOf('docs/destinations.md');
    expect(DESTINATIONS.length).toBeGreaterThan(0);
    for (const { schemes } of DESTINATIONS) {
      expect(page).toMatch(new RegExp(`^\\| \`${schemes[0]}:`, 'm'));
    }
  });

  it('every view', () => {
    const page = textOf('docs/views.md');
    for (const { name } of allViews()) expect(page).toContain(`\`${name}\``);
  });
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = textOf(path);

  it('names error codes that exist', () => {
    const named = [...text.matchAll(/\bFLEX_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !(name in ERROR_CODES))).toEqual([]);
  });

  it('names environment variables that are read', () => {
    const settings = COMMANDS.flatMap((each) => Object.keys(each.settings));
    const known = new Set([...settings, ...Object.keys(GLOBAL_SETTINGS)].map(environmentName));
    const named = [...text.matchAll(/\bFLEXETL_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name) && !code.includes(name))).toEqual([]);
  });

  it('calls commands with options that they have', () => {
    const calls = [
      ...blocksOf(text).flatMap((block) => block.code.split('\n')),
      ...codeSpansOf(text),
    ];
    const wrong = calls.flatMap((call) =>
      [...call.matchAll(/(?:^|[\s"=/])flexetl ([a-z][a-z-]*)(.*)/g)].flatMap(([, name, rest]) =>
        COMMANDS.some((each) => each.name === name)
          ? optionsIn(rest!).filter((option) => !optionsOf(name!).includes(option))
          : [call],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('names options that some command has', () => {
    const known = new Set(COMMANDS.flatMap(({ name }) => optionsOf(name)));
    const spans = codeSpansOf(text).filter((span) => span.startsWith('--'));
    const wrong = spans.flatMap(optionsIn).filter((option) => !known.has(option));
    expect(wrong.filter((option) => !FOREIGN.has(option))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** Options of no command: what any has, and the words that a report writes for "none". */
const FOREIGN = new Set(['--help', '--version', '--']);

function optionsIn(text: string): string[] {
  return [...text.matchAll(/(?<=^|\s)--[a-z-]*/g)]
    .map(([option]) => option)
    .filter((option) => !FOREIGN.has(option));
}
