/** Every test asserts something: by its text, and whenever it runs. */
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.js';
import { BRIEF_MODE, SOME, spread } from '../brief.js';
import { testsWithoutAssertion, type Texts } from './assertions.js';
import { filesOf, textOf } from './tree.js';

const texts: Texts = new Map(
  filesOf('test')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, textOf(path)]),
);

const bare = (text: string, others: Readonly<Record<string, string>> = {}): string[] =>
  testsWithoutAssertion(new Map(Object.entries({ ...others, 'test/a.test.ts': text })));

describe('every test', () => {
  it('says what it expects', () => {
    expect(texts.size).toBeGreaterThan(150);
    expect(testsWithoutAssertion(texts)).toEqual([]);
  });

  it.each(['test', BRIEF_MODE])('fails where it came to no assertion (mode %s)', (mode) => {
    const { test } = config({ command: 'serve', mode }) as Config;
    expect(test.expect.requireAssertions).toBe(true);
    expect(test.projects.length).toBeGreaterThan(0);
    for (const project of test.projects) {
      expect(project.extends).toBe(true);
      expect(project.test).not.toHaveProperty('expect');
      expect(project.test.provide.brief).toBe(mode === BRIEF_MODE);
      expect('runner' in project.test).toBe(mode === BRIEF_MODE);
    }
  });
});

interface Config {
  readonly test: {
    readonly expect: { readonly requireAssertions: boolean };
    readonly projects: readonly {
      readonly extends: boolean;
      readonly test: { readonly provide: { readonly brief: boolean } };
    }[];
  };
}

describe('the check', () => {
  it.each([
    `it('runs', () => { run(); });`,
    `it('runs', { timeout: 1 }, async () => { await run(); });`,
    `it.each(expected)('%s', (one) => run(one));`,
    `function look() { run(); }\nit('looks', look);`,
    `import { look } from './looking.js';\nit('looks', () => look());`,
  ])('finds what asserts nothing: %s', (text) => {
    expect(bare(text, { 'test/looking.ts': 'export function look() {}' })).toHaveLength(1);
  });

  it.each([
    `it('runs', () => { expect(run()).toBe(1); });`,
    `const look = () => expect(1).toBe(1);\nit.each(['a'])('%s', look);`,
    `import { look as see } from './looking.js';\nit('looks', async () => { await see(); });`,
    `it('needs a server', ({ skip }) => skip('there is none'));`,
  ])('lets pass what does: %s', (text) => {
    const looking = 'export function look() { expect(1).toBe(1); }';
    expect(bare(text, { 'test/looking.ts': looking })).toEqual([]);
  });
});

describe('of the long files, `npm test`', () => {
  it('runs some tests, and the files are there', () => {
    const paths = Object.keys(SOME).map((path) => `test/${path}`);
    expect(paths.filter((path) => !texts.has(path))).toEqual([]);
    expect(Object.values(SOME).filter((count) => count === 0)).toEqual([]);
  });

  it('leaves none out of `npm run test:all`, which is what .ci/run calls', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    expect(scripts['test']).toBe(`${scripts['test:all']} --mode ${BRIEF_MODE}`);
    expect(scripts['test:all']).toMatch(/&& vitest run$/);
    expect(scripts['pretest:all']).toBe(scripts['pretest']);
    expect(textOf('.ci/run')).toMatch(/^step npm run test:all -- --reporter/m);
    expect(textOf('.ci/run')).not.toMatch(/npm test|--mode/);
  });

  it('spreads them evenly, the first among them or the last', () => {
    expect([...spread(10, 5)]).toEqual([0, 2, 4, 6, 8]);
    expect([...spread(38, 3)]).toEqual([0, 12, 25]);
    expect([...spread(3, 3)]).toEqual([0, 1, 2]);
    expect([...spread(3, 5)]).toEqual([0, 1, 2]);
    expect([...spread(10, -2)]).toEqual([9, 4]);
    expect([...spread(7, -1)]).toEqual([6]);
  });
});
