/** Single histories, each of which some version of the loader got wrong. */
import { describe, it } from 'vitest';
import { duckdb, postgres, type Engine } from './destinations.js';
import { documentText, type RowSpec, type StatementSpec } from './documents.js';
import { play, type Call } from './play.js';

const ROW: RowSpec = { item: 0, value: 0, stray: false, date: 'there', account: 'own' };

const STATEMENT: StatementSpec = {
  account: 'U1000001',
  window: [0, 4],
  generated: 1,
  byDay: false,
  sections: {},
};

const row = (spec: Partial<RowSpec> = {}): RowSpec => ({ ...ROW, ...spec });
const statement = (spec: Partial<StatementSpec>): StatementSpec => ({ ...STATEMENT, ...spec });
const daily = (...statements: StatementSpec[]): string => documentText('Daily', statements);

function cases(engine: Engine): void {
  const plays = async (...calls: Call[]): Promise<void> => {
    const place = await engine.place();
    await play(place, calls);
    await place.drop();
  };

  it('appends a statement that stands twice in a file once', async () => {
    const twice = statement({ sections: { Trades: [row(), row({ item: 1 })] } });
    await plays({ mode: 'append', documents: [daily(twice, twice)] });
  });

  it('removes nothing that was appended', async () => {
    const old = statement({ sections: { Trades: [row()], CashReport: [row()] } });
    const emptied = statement({ generated: 2, sections: { Trades: [], CashReport: [] } });
    await plays(
      { mode: 'merge', documents: [daily(old)] },
      { mode: 'append', documents: [daily(old)] },
      { mode: 'merge', documents: [daily(emptied)] },
    );
  });

  it('loads a file again of whose statements replace has emptied one', async () => {
    const one = statement({ sections: { Trades: [row()] } });
    const other = statement({ account: 'U1000002', sections: { Trades: [row()] } });
    await plays(
      { mode: 'merge', documents: [daily(one, other)] },
      { mode: 'replace', documents: [daily(one)] },
      { mode: 'merge', documents: [daily(one, other)] },
    );
  });
}

describe('on DuckDB', () => cases(duckdb()));
describe('on Postgres', () => cases(postgres()));
