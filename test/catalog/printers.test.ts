/** The catalogue as JSON Schema, TypeScript, markdown and a dbt source. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Catalog } from '../../src/catalog/catalog.js';
import { dbtSource, describedElements } from '../../src/catalog/formats/dbt.js';
import { rowJsonSchema, rowsJsonSchema } from '../../src/catalog/formats/json-schema.js';
import { tableReference } from '../../src/catalog/formats/markdown.js';
import { rowInterface, rowInterfaceName } from '../../src/catalog/formats/typescript.js';
import type { SectionRows, TableRows } from '../../src/library/rows.generated.js';

const catalog = Catalog.load();
const rates = catalog.table('conversion_rates')!;
const trades = catalog.table('trades')!;

describe('JSON Schema', () => {
  const lineage = { _row_key: 'k', _query: 'Daily', _statement_id: 's', _load_id: 'l' };
  const schema = z.fromJSONSchema(rowJsonSchema(trades) as Parameters<typeof z.fromJSONSchema>[0]);
  const accepts = (row: object): boolean =>
    schema.safeParse({ account_id: 'U1000001', ...lineage, ...row }).success;

  it('takes canonical text, and null where the column may be', () => {
    expect(accepts({})).toBe(true);
    expect(
      accepts({
        quantity: '-12.5',
        trade_price: '0',
        is_api_order: false,
        report_date: '2024-03-04',
        date_time: '2024-03-04T14:30:00Z',
        symbol: null,
        _extra: { newAttribute: '1' },
      }),
    ).toBe(true);
  });

  it('takes the row of a line of NDJSON, which has the lineage beside it', () => {
    expect(schema.safeParse({ account_id: 'U1000001', quantity: '1' }).success).toBe(true);
    expect(schema.safeParse({ quantity: '1' }).success).toBe(false);
  });

  it('takes an empty text only where NULL may not be: a query without a name', () => {
    expect(accepts({ _query: '' })).toBe(true);
    expect(accepts({ symbol: '' })).toBe(false);
  });

  it.each(['2024-03-04T14:30:00Z', '2024-03-04T09:30:00-05:00'])(
    'takes %s, as a query shows it in a zone',
    (date_time) => {
      const { properties } = rowJsonSchema(trades) as {
        properties: { date_time: { pattern: string } };
      };
      expect(date_time).toMatch(new RegExp(properties.date_time.pattern));
      expect(date_time.slice(0, 19)).not.toMatch(new RegExp(properties.date_time.pattern));
    },
  );

  it.each([
    ['a number', { quantity: 12.5 }],
    ['a needless zero', { quantity: '12.50' }],
    ['an exponent', { quantity: '1e5' }],
    ['a word for a boolean', { is_api_order: 'Y' }],
    ['another column', { newAttribute: '1' }],
    ['no account', { account_id: null }],
    ['an extra that is no text', { _extra: { a: 1 } }],
  ])('refuses %s', (_what, row) => {
    expect(accepts(row)).toBe(false);
  });

  it('is a document for one table, and one definition a table for several', () => {
    expect(rowsJsonSchema([rates])).toMatchObject({ title: 'conversion_rates', type: 'object' });
    const several = rowsJsonSchema([rates, trades]) as { $defs: object };
    expect(Object.keys(several.$defs)).toEqual(['conversion_rates', 'trades']);
  });

  it('can leave the lineage out', () => {
    const { properties } = rowJsonSchema(rates, { lineage: false }) as { properties: object };
    expect(Object.keys(properties)).toEqual([
      'report_date',
      'from_currency',
      'to_currency',
      'rate',
    ]);
  });
});

describe('TypeScript', () => {
  it('is an interface a table', () => {
    expect(rowInterfaceName(rates)).toBe('ConversionRatesRow');
    const text = rowInterface(rates);
    expect(text).toContain('export interface ConversionRatesRow {\n');
    expect(text).toContain('  readonly rate: string | null;\n');
    expect(text).toContain('  readonly _row_key: string;\n');
  });

  it('types rows by table and by section', () => {
    // Held by the compiler: an interface that lost a column would not compile here.
    const row: Pick<TableRows['trades'], 'account_id' | 'is_api_order' | 'quantity' | '_extra'> = {
      account_id: 'U1000001',
      is_api_order: null,
      quantity: '1',
      _extra: { newAttribute: '1' },
    };
    const level: SectionRows['Trades']['level_of_detail'] = null;
    expect([row.account_id, level]).toEqual(['U1000001', null]);
  });
});

describe('markdown', () => {
  it('describes a table with every column', () => {
    const text = tableReference(catalog, rates);
    expect(text).toContain('## conversion_rates\n');
    expect(text).toContain('Key: `reportDate` + `fromCurrency` + `toCurrency`.');
    expect(text).toContain('Rows belong to no account.');
    expect(text).toContain('| `rate` | `rate` | decimal | Rate; -1 stands for none. |\n');
    expect(text).toContain('| `_row_key` |  | text |');
  });
});

describe('dbt', () => {
  const source = dbtSource(describedElements([rates]));

  it('is a source with its tables and columns', () => {
    const lines = source.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'version: 2',
      'sources:',
      '  - name: "flex"',
      `    schema: "{{ {'duckdb': 'main', 'postgres': 'flex'}[target.type] }}"`,
      '    loader: flexetl',
    ]);
    expect(lines.slice(lines.indexOf('    tables:')).slice(0, 8)).toEqual([
      '    tables:',
      '      - name: "conversion_rates"',
      '        description: "The rate of one currency pair on one day."',
      '        columns:',
      '          - name: "report_date"',
      '            description: "Date on which the broker reports the row; corrections arrive under a new one."',
      '          - name: "from_currency"',
      '            description: "Currency converted from."',
    ]);
  });

  it('tests what is never null, and tells the type where a database has said it', () => {
    expect(source).toContain('          - name: "_row_key"\n');
    expect(source.match(/data_tests: \[not_null\]/g)).toHaveLength(4);
    expect(source).not.toContain('data_type');
    const column = { name: 'a', type: 'DECIMAL(38,12)', doc: '', nullable: true };
    expect(dbtSource([{ name: 't', doc: 'T.', columns: [column] }])).toContain(
      '          - name: "a"\n            data_type: "DECIMAL(38,12)"\n',
    );
  });

  it('keeps every character of a name from the readers of YAML and from Jinja', () => {
    const name = '{{{ a }}{%b%}{#c "\'\\: #\n\u007f\u0080\u0085\u2028\u2029\ufeff\ufffe\uffffé😀';
    const written =
      String.raw`"{{ '{{' }}{ a }}{{ '{%' }}b%}{{ '{#' }}c \"'\\: #\n\u007f\u0080` +
      String.raw`\u0085\u2028\u2029\ufeff\ufffe\uffffé😀"`;
    const column = { name, type: name, doc: name, nullable: true };
    const lines = dbtSource([{ name: 't', doc: name, columns: [column] }]).split('\n');
    expect(lines.slice(lines.indexOf('      - name: "t"'))).toEqual([
      '      - name: "t"',
      `        description: ${written}`,
      '        columns:',
      `          - name: ${written}`,
      `            data_type: ${written}`,
      `            description: ${written}`,
      '',
    ]);
  });

  it('quotes a schema for Jinja and for YAML', () => {
    expect(dbtSource([], { postgres: `o'x\\` })).toContain(
      String.raw`    schema: "{{ {'duckdb': 'main', 'postgres': 'o\\'x\\\\'}[target.type] }}"`,
    );
  });
});
