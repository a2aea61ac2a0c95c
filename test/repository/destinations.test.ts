/**
 * Nobody asks which destination or database one is: what differs is a member of its record, of its
 * SqlEngine, or of its dialect. Such a question is a place that a new one would have to be added to.
 */
import { expect, it } from 'vitest';
import { SOURCES, textOf } from './tree.js';

/** Whose own names these are. */
const OWN = /^src\/sinks\/(?:postgres|duckdb|parquet|csv|ndjson|singer)\//;

const NAMES = `'(?:postgres(?:ql)?|duckdb|parquet|ndjson|singer)'`;
const QUESTIONS: readonly RegExp[] = [
  // `engine.dialect === 'postgres'`, `scheme !== other`; that there is no scheme may be asked.
  /\b(?:dialect|scheme)\w*\s*[!=]==?(?![=\s]*'')/i,
  new RegExp(`[!=]==?\\s*${NAMES}`),
  new RegExp(`${NAMES}\\s*[!=]==?`),
  new RegExp(`\\bcase ${NAMES}`),
  /\b(?:dialect|scheme)\w*\.(?:startsWith|includes|endsWith)\(/i,
  /\.includes\((?:[\w.()]*\.)?(?:dialect|scheme)\b/i,
  /switch \((?:\w+\.)*(?:dialect|scheme)\b/i,
];

const asks = (text: string): boolean => QUESTIONS.some((question) => question.test(text));

/** The list itself finds a record by its scheme. */
const FINDS = 'schemes.includes(scheme)';

it('no source asks which database or destination it has', () => {
  const found = SOURCES.filter((path) => !OWN.test(path)).flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) =>
        asks(line.replace(FINDS, '')) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
  expect(textOf('src/sinks/destinations.ts').split(FINDS)).toHaveLength(2);
});

it.each([
  `if (engine.dialect === 'postgres') {`,
  `const isFile = scheme === 'csv' || path !== '-';`,
  `if ('duckdb' === name) return;`,
  `    case 'postgresql':`,
  `switch (destination.scheme) {`,
  `WITH_LEDGER.includes(parseDestination(to).scheme)`,
  `scheme.startsWith('postgres')`,
])('the check finds %s', (line) => {
  expect(asks(line)).toBe(true);
});

it.each([`scheme === '' ? 'none' : scheme`, `dialect: choice(DIALECTS, 'database', 'postgres'),`])(
  'and lets pass %s',
  (line) => {
    expect(asks(line)).toBe(false);
  },
);
