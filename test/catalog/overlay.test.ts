/** A directory of the user over the shipped files, and what is refused in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { FlexError } from '../../src/errors.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'flexetl-overlay-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(name: string, content: unknown): void {
  writeFileSync(
    join(directory, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
}

const load = (): Catalog => Catalog.load({ overlay: directory });

function refusal(): FlexError {
  try {
    load();
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown;
    throw thrown;
  }
  throw new Error('the overlay was accepted');
}

const row = {
  element: 'Widget',
  table: 'widgets',
  doc: 'One widget.',
  grain: 'event',
  date: 'reportDate',
  keys: [['widgetID']],
  columns: ['accountId', 'reportDate', { name: 'widgetID', type: 'text' }, 'quantity'],
};

const section = { section: 'Widgets', flex: ['AF'], doc: 'Widgets.', rows: [row] };

describe('an overlay', () => {
  it('adds a section', () => {
    write('Widgets.json', { $schema: './_section.schema.json', ...section });
    write('README.md', 'not a schema');
    const catalog = load();
    expect(catalog.sections).toHaveLength(58);
    expect(catalog.table('widgets')?.columns).toEqual([
      expect.objectContaining({ name: 'account_id', type: 'text' }),
      expect.objectContaining({ name: 'report_date', type: 'date' }),
      { attribute: 'widgetID', name: 'widget_id', type: 'text', doc: '' },
      expect.objectContaining({ name: 'quantity', type: 'decimal' }),
    ]);
    expect(catalog.bareRow('Widget', 'AF')?.table).toBe('widgets');
  });

  it('takes the place of a section as a whole', () => {
    write('SLBFees.json', { ...section, section: 'SLBFees' });
    const catalog = load();
    expect(catalog.sections).toHaveLength(57);
    expect(catalog.section('SLBFees')?.rows.map(({ table }) => table)).toEqual(['widgets']);
    expect(catalog.table('slb_fees')).toBeUndefined();
  });

  it('merges the vocabulary name by name', () => {
    write('_vocabulary.json', {
      weight: { type: 'decimal', doc: 'Grams.' },
      sparkle: { type: 'boolean', doc: '' },
    });
    write('Widgets.json', { ...section, rows: [{ ...row, columns: [...row.columns, 'sparkle'] }] });
    const catalog = load();
    expect(catalog.table('widgets')?.columns.at(-1)?.type).toBe('boolean');
    const weight = catalog.table('trades')?.columns.find(({ name }) => name === 'weight');
    expect(weight).toEqual({ attribute: 'weight', name: 'weight', type: 'decimal', doc: 'Grams.' });
    expect(catalog.attributeTypes.get('quantity')).toBe('decimal');
  });

  it('may use names that Postgres would cut: they are cut so that they stay apart', () => {
    const long = 'a'.repeat(80);
    const columns = [...row.columns, `${long}1`, `${long}2`].map((name) =>
      typeof name === 'string' && name.startsWith(long) ? { name, type: 'text' } : name,
    );
    write('Widgets.json', { ...section, rows: [{ ...row, columns }] });
    const [first, second] = load().table('widgets')!.columns.slice(-2);
    expect(first?.name).toMatch(/^a{54}_[0-9a-f]{8}$/);
    expect(second?.name).toMatch(/^a{54}_[0-9a-f]{8}$/);
    expect(first?.name).not.toBe(second?.name);
  });
});

describe('an overlay is refused, naming file and field,', () => {
  it.each([
    ['no grain', { grain: 'daily' }, 'rows[0].grain'],
    ['a misspelt field', { colums: [] }, 'rows[0]'],
    ['no table name', { table: 'Widgets' }, 'rows[0].table'],
    [
      'a type there is not',
      { columns: ['accountId', { name: 'x', type: 'int' }] },
      'rows[0].columns[1]: must be the name of an attribute, or an object',
    ],
    ['no type', { columns: ['accountId', 'reportDate', 'widgetID'] }, 'rows[0].columns[2]'],
    ['no account', { columns: ['reportDate'], keys: [] }, 'rows[0].columns'],
    ['no date', { date: undefined }, 'rows[0].date'],
    ['a date of another grain', { grain: 'window' }, 'rows[0].date'],
    ['a date that is none', { date: 'quantity' }, 'rows[0].date'],
    ['a key of no column', { keys: [['conid']] }, 'rows[0].keys[0]'],
    ['the account in a key', { keys: [['accountId']] }, 'rows[0].keys[0]'],
    ['a table that is taken', { table: 'trades' }, 'rows[0].table'],
    ['a table of flexetl', { table: 'unmapped_rows' }, 'rows[0].table'],
    ['a table of the ledger', { table: 'flexetl_loads' }, 'rows[0].table'],
    ['one column twice', { columns: [...row.columns, 'orderID', 'orderId'] }, 'rows[0].columns[5]'],
    [
      'a column of the lineage',
      { columns: [...row.columns, { name: '_query', type: 'text' }] },
      'rows[0].columns[4]',
    ],
  ])('for %s', (_what, change, field) => {
    write('Widgets.json', { ...section, rows: [{ ...row, ...change }] });
    const error = refusal();
    expect(error.code).toBe('FLEX_SCHEMA_INVALID');
    const file = join(directory, 'Widgets.json');
    expect(error.describe().split(file)).toHaveLength(2);
    expect(error.describe()).toContain(`${file}: ${field}`);
    expect(error.at.file).toBe(file);
  });

  it.each([
    ['a name that is not its file’s', 'Gadgets.json', section, 'section'],
    ['an alias that is taken', 'Widgets.json', { ...section, aliases: ['Trades'] }, 'is named'],
    ['an own row it does not have', 'Widgets.json', { ...section, ownRow: 'Gadget' }, 'ownRow'],
    ['a row as container', 'Widgets.json', { ...section, containers: ['Widget'] }, 'containers'],
    ['an element twice', 'Widgets.json', { ...section, rows: [row, row] }, 'rows'],
    ['the statements', 'FlexStatement.json', { ...section, section: 'FlexStatement' }, 'section'],
    [
      'a vocabulary of no type',
      '_vocabulary.json',
      { conid: { type: 'int', doc: '' } },
      'conid.type',
    ],
    ['a misspelt vocabulary', '_vocabulry.json', {}, '_vocabulary.json'],
    ['text that is not JSON', 'Widgets.json', '{', 'It cannot be read as JSON'],
    ['a field there is not', 'Widgets.json', { ...section, colour: 1 }, 'the whole: Unrecognized'],
  ])('for %s', (_what, name, content, named) => {
    write(name, content);
    const error = refusal();
    expect(error.code).toBe('FLEX_SCHEMA_INVALID');
    expect(error.message).toContain(named);
    expect(error.at.file).toBeDefined();
  });

  it.each(['Aardvarks', 'Widgets'])('blaming %s, and no file of ours', (name) => {
    write(`${name}.json`, { ...section, section: name, rows: [{ ...row, table: 'trades' }] });
    const { at, message } = refusal();
    expect(at.file).toBe(join(directory, `${name}.json`));
    expect(message).toContain('trades belongs to Trades');
  });

  it('for a directory that is not there', () => {
    const missing = join(directory, 'missing');
    expect(() => Catalog.load({ overlay: missing })).toThrow(
      expect.objectContaining({
        code: 'FLEX_SCHEMA_INVALID',
        at: { file: missing },
        message: 'It cannot be read as a directory (ENOENT).',
      }),
    );
  });
});
