/** Columns of type `json`, which schemas of users can have: what is no JSON is a problem. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { load } from '../../src/library/load.js';
import { isStorableJson } from '../../src/parser/values/json.js';
import { freshFolder } from '../commands/run.js';
import { sharedDatabase } from '../postgres/database.js';

const NOTES = {
  section: 'Notes',
  flex: ['AF'],
  doc: 'Notes of a house.',
  rows: [
    {
      ...{ element: 'Note', table: 'notes', doc: 'One note.', grain: 'window' },
      ...{ keys: [['noteNumber']], columns: ['accountId', 'noteNumber', 'noteData'] },
    },
  ],
};

const GOOD = ['{}', '[1, 2.50, -3e5]', '"text"', 'null', '{"a":{"b":["é","\\ud83d\\ude00"]}}', '7'];
const BAD = [
  ...['{', "{'a':1}", 'free text', '[1,]', '01', 'NaN', '{"a":1}}'],
  ...['"\\u0000"', '{"\\u0000":1}', '"\\ud800"', '1e999999', `1${'0'.repeat(140_000)}`],
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const report = (literals: readonly string[]): Buffer =>
  Buffer.from(
    `<FlexQueryResponse queryName="Q" type="AF"><FlexStatements><FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304"><Notes>${literals
      .map((literal, number) => `<Note noteNumber="${number}" noteData="${escaped(literal)}" />`)
      .join('')}</Notes></FlexStatement></FlexStatements></FlexQueryResponse>`,
  );

function notesCatalog(): Catalog {
  const overlay = freshFolder();
  writeFileSync(join(overlay, 'Notes.json'), JSON.stringify(NOTES));
  const vocabulary = {
    noteNumber: { type: 'text', doc: 'Number.' },
    noteData: { type: 'json', doc: 'Data.' },
  };
  writeFileSync(join(overlay, '_vocabulary.json'), JSON.stringify(vocabulary));
  return Catalog.load({ overlay });
}

describe('a literal of a json column', () => {
  it.each(GOOD)('is taken: %s', (literal) => expect(isStorableJson(literal)).toBe(true));

  it.each(BAD.map((literal) => [literal.slice(0, 20), literal]))('is refused: %s', (_, literal) =>
    expect(isStorableJson(literal)).toBe(false),
  );

  it('is taken where it is a value of JSON, in whatever white space', () => {
    const storable = fc.jsonValue().map((value) => JSON.stringify(value, null, 1));
    fc.assert(
      fc.property(storable, (text) => {
        fc.pre(!text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text));
        expect(isStorableJson(text)).toBe(true);
      }),
    );
  });
});

describe('a load of them', () => {
  const database = sharedDatabase();
  const literals = [...GOOD, ...BAD];

  const loaded = async (sink: string): Promise<void> => {
    const [outcome] = await load({ source: report(literals), sink, catalog: notesCatalog() });
    expect(outcome?.error?.describe()).toBeUndefined();
    expect(outcome?.report?.problemCount).toBe(BAD.length);
  };
  const wanted = literals.map((literal, number) =>
    number < GOOD.length ? [`${number}`, 'there', null] : [`${number}`, null, literal],
  );
  const QUERY = `SELECT note_number, CASE WHEN note_data IS NULL THEN NULL ELSE 'there' END AS kept,
    _extra ->> 'noteData' AS literal FROM notes ORDER BY CAST(note_number AS int)`;

  it('keeps what is no JSON beside the row, in DuckDB', async () => {
    const path = join(freshFolder(), 'notes.duckdb');
    await loaded(`duckdb:${path}`);
    const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const rows = (await connection.runAndReadAll(QUERY)).getRows();
    connection.closeSync();
    instance.closeSync();
    expect(rows).toEqual(wanted);
  });

  it('keeps what is no JSON beside the row, in Postgres', async () => {
    await loaded(`${database().url}?schema=house`);
    const query = QUERY.replace('FROM notes', 'FROM house.notes');
    expect(await database().texts(query)).toEqual(wanted);
  });
});
