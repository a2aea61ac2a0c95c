/**
 * README.md and the program say the same. `npm run generate` is this test with
 * --update, which writes the generated parts.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GLOBAL_SETTINGS } from '../../src/cli/common-settings.js';
import { ERROR_CODES, FlexError } from '../../src/errors.js';
import { environmentName, optionName } from '../../src/cli/settings.js';
import { parseDestination } from '../../src/sinks/destinations.js';
import { DOCUMENTS, filesOf, ROOT, textOf } from '../repository/tree.js';
import { commands, generatedParts, unusedCodes, withParts } from './generated-parts.js';

const readme = textOf('README.md');
const definitions = await commands();

/** What reads the environment: the program, and the tests that have settings of their own. */
const code = [...filesOf('src'), ...filesOf('test')]
  .filter((path) => path.endsWith('.ts'))
  .map(textOf)
  .join('\n');

describe('README.md', () => {
  it('has the generated parts that `npm run generate` writes', async () => {
    const parts = await generatedParts();
    await expect(withParts(readme, parts)).toMatchFileSnapshot(join(ROOT, 'README.md'));
  });

  it('names every code of the error table, which is in use or said to be reserved', () => {
    for (const code of Object.keys(ERROR_CODES)) expect(readme).toContain(`\`${code}\``);
    const [, reserved = ''] = /^Reserved, and not used by this version: (.*)$/m.exec(readme) ?? [];
    const named = [...reserved.matchAll(/FLEX_[A-Z_]+/g)].map(([code]) => code);
    expect(named).toEqual(unusedCodes());
  });

  it('names every destination', () => {
    const kinds = /Use (.*)\.$/.exec(refusal(() => parseDestination('nothing:x')).advice)?.[1];
    const schemes = [...kinds!.matchAll(/\b([a-z]+):/g)].map(([scheme]) => scheme);
    expect(schemes).toContain('duckdb:');
    for (const scheme of schemes) expect(readme).toMatch(new RegExp(`^\\| \`${scheme}`, 'm'));
  });

  it('has commands with options that exist', () => {
    const lines = readme.matchAll(/^flexetl ([a-z-]+)( .*)?$/gm);
    for (const [line, name, rest] of lines) {
      const settings = definitions.find((each) => each.name === name)?.settings;
      expect(settings, line).toBeDefined();
      const known = Object.keys({ ...settings, ...GLOBAL_SETTINGS }).map(optionName);
      const given = [...(rest ?? '').matchAll(/(?<=\s)--[a-z-]+/g)].map(([option]) => option);
      expect(
        given.filter((option) => !known.includes(option)),
        line,
      ).toEqual([]);
    }
  });
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = textOf(path);

  it('names error codes that exist', () => {
    const named = [...text.matchAll(/\bFLEX_[A-Z_]+\b/g)].map(([code]) => code);
    expect(named.filter((code) => !(code in ERROR_CODES))).toEqual([]);
  });

  it('names environment variables that are read', () => {
    const settings = definitions.flatMap((each) => Object.keys(each.settings));
    const known = new Set([...settings, ...Object.keys(GLOBAL_SETTINGS)].map(environmentName));
    const named = [...text.matchAll(/\bFLEXETL_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name) && !code.includes(name))).toEqual([]);
  });

  it('names commands that exist', () => {
    const named = [...text.matchAll(/`flexetl ([a-z][a-z-]*)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !definitions.some((each) => each.name === name))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/`npm run ([a-z:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

function refusal(run: () => unknown): FlexError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown;
  }
  throw new Error('It was not refused.');
}
