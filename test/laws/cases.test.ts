/** Single histories, each of which some version of the loader got wrong. */
import { describe, expect, it } from 'vitest';
import { duckdb, postgres, type Engine } from './destinations.js';
import { documentText, type RowSpec, type StatementSpec } from './documents.js';
import { loadAll, loadEach, play, withoutLoads, type Call } from './play.js';

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
const merging = (...statements: StatementSpec[]): Call => {
  return { mode: 'merge', documents: [daily(...statements)] };
};

function cases(engine: Engine): void {
  const plays = async (...calls: Call[]): Promise<void> => {
    const place = await engine.place();
    await play(place, calls);
    await place.drop();
  };

  const left = async (calls: readonly Call[]): Promise<Record<string, unknown[]>> => {
    const place = await engine.place();
    await loadEach(place, calls);
    const stored = withoutLoads(await place.read());
    await place.drop();
    return stored;
  };

  it('lets a statement of one day decide about the positions at the end of a month', async () => {
    const both = { OpenPositions: [row(), row({ item: 1 })] };
    const day = statement({ window: [4, 4], generated: 2, sections: { OpenPositions: [row()] } });
    await plays(merging(statement({ sections: both })), merging(day));
    await plays(merging(day), merging(statement({ sections: both })));
  });

  it('takes an empty section, and positions of another day, for no overlap of queries', async () => {
    const sections = { OpenPositions: [row()], Trades: [row()], CashReport: [row()] };
    const other = (spec: Partial<StatementSpec>): Call => {
      return { mode: 'merge', documents: [documentText('Monthly', [statement(spec)])] };
    };
    const { OpenPositions, CashReport } = sections;
    await plays(
      merging(statement({ sections })),
      other({ sections: { OpenPositions: [], Trades: [], CashReport: [] } }),
      other({ window: [0, 9], sections: { OpenPositions, CashReport } }),
      other({ window: [4, 4], sections: { OpenPositions } }),
      other({ window: [4, 9], sections: { Trades: [row({ item: 2 })] } }),
      other({ window: [5, 9], sections: { Trades: [row({ item: 3 })] } }),
    );
  });

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

  it('replaces the facts of two accounts alike, whichever stands first in the file', async () => {
    const facts = statement({ sections: { ConversionRates: [row(), row({ item: 1 })] } });
    const none = statement({ account: 'U1000002', sections: { ConversionRates: [] } });
    const [newFacts, newNone] = [facts, none].map((one) => ({ ...one, generated: 2 })) as [
      StatementSpec,
      StatementSpec,
    ];
    const before: Call = merging(facts, none);
    await plays(before, { mode: 'replace', documents: [daily(newFacts, newNone)] });
    await plays(before, { mode: 'replace', documents: [daily(newNone, newFacts)] });
  });

  it('takes the same of two statements to be the newer, in whatever zone times are read', async () => {
    const rows = daily(statement({ generated: 4, sections: { Trades: [row()] } }));
    const none = daily(statement({ generated: 1, sections: { Trades: [] } }));
    const read: Call = { mode: 'merge', documents: [rows, none], timezone: 'Asia/Tokyo' };
    const before: Call = { mode: 'merge', documents: [rows, none] };
    const stored = await left([before, read]);
    expect(stored['trades']).toHaveLength(1);
    expect(stored).toEqual(await left([read]));
  });

  it('takes a statement that has one unknown section to say nothing of another', async () => {
    const both = statement({
      sections: { Novelties: [row()], Oddities: [row(), row({ item: 1 })] },
    });
    const one = statement({ generated: 2, sections: { Novelties: [row({ item: 2 })] } });
    const none = statement({ generated: 3, sections: { Oddities: [] } });
    await plays(merging(both), merging(one), merging(none));
    await plays(merging(none), merging(one), merging(both));
    await plays(merging(both, one), { ...merging(both), mode: 'append' }, merging(none));
  });

  it('keeps unmapped rows of sections that are left out when a file is read again', async () => {
    // Rows that nobody knows, within a section that somebody can leave out.
    const odd = '<Trades><Oddity item="1" /></Trades><Novelties><Novelty item="1" /></Novelties>';
    const end = '</FlexStatement>';
    const document = daily(statement({})).replace(end, odd + end);
    expect(document).toContain(odd);
    const whole: Call = { mode: 'merge', documents: [document] };
    await plays(whole, { ...whole, skip: ['Trades'] }, { ...whole, only: ['Trades'], force: true });
    await plays({ ...whole, skip: ['Trades'] }, { ...whole, only: ['Trades'] }, whole);
  });

  it('takes a statement that has a section to say all of it, also of rows that nobody knows', async () => {
    const odd = (spec: Partial<StatementSpec>, ...items: number[]): Call => {
      const rows = items.map((item) => `<Oddity item="${item}" />`).join('');
      const trades = `<Trades>\n${rows}`;
      const document = daily(statement({ sections: { Trades: [row()] }, ...spec }));
      expect(document).toContain('<Trades>\n');
      return { mode: 'merge', documents: [document.replace('<Trades>\n', trades)] };
    };
    const [old, none] = [odd({}, 1, 2), odd({ generated: 2 })];
    const [fewer, absent] = [
      odd({ generated: 3 }, 2),
      merging(statement({ generated: 4, sections: { CashReport: [row()] } })),
    ];
    const elsewhere = [odd({ window: [0, 9], generated: 5 }), odd({ account: 'U1000002' }, 1)];
    const rows = async (...calls: Call[]): Promise<number> =>
      (await left(calls))['unmapped_rows']?.length ?? 0;
    expect(await rows(old, none)).toBe(0);
    expect(await rows(none, old)).toBe(0);
    expect(await rows(old, absent)).toBe(2);
    for (const order of [
      [old, absent, none, fewer, ...elsewhere],
      [fewer, ...elsewhere, old, none, absent],
      [none, old, { ...old, mode: 'append' }, { ...none, mode: 'append' }, fewer],
      [old, { ...none, skip: ['Trades'] }, none, { ...old, force: true }],
      [{ ...old, documents: [none, old, fewer].flatMap(({ documents }) => documents) }],
      [none, old, { ...none, mode: 'replace' }, old, { ...none, asQuery: 'Other' }, fewer],
    ] as Call[][]) {
      await plays(...order.map((call) => ({ ...call, allowOverlap: true })));
    }
  });

  it('keeps what stands outside of a statement, whatever else comes around the same one', async () => {
    const same = [statement({ sections: { Trades: [row()] } })];
    const text = (...messages: string[]): Call => {
      return { mode: 'merge', documents: [documentText('Daily', same, messages)] };
    };
    const [one, other, none] = [text('one', 'one'), text('other', 'one'), text()];
    const newer = merging(statement({ generated: 2, sections: { Trades: [] } }));
    const rows = async (...calls: Call[]): Promise<unknown[]> =>
      (await left(calls))['unmapped_rows']!;
    const all = await rows(one, other, none, newer);
    expect(all).toHaveLength(3);
    expect(await rows(newer, none, other, one)).toEqual(all);
    for (const mode of ['merge', 'append', 'replace'] as const) {
      const both = { ...one, mode, documents: [...one.documents, ...other.documents] };
      await plays(both, { ...none, mode }, { ...other, mode, force: true }, one);
    }
    await plays(one, { ...other, mode: 'append' }, other, { ...one, mode: 'append' }, newer, none);
    const zone = 'Asia/Tokyo';
    expect(await rows({ ...one, timezone: zone }, { ...other, timezone: zone })).toEqual(
      await rows(one, other, { ...other, timezone: zone }, { ...one, timezone: zone }),
    );
    expect(await rows(one, other, { ...other, timezone: zone })).toHaveLength(3);
  });

  it('refuses what two queries bring to one replacement of the same days', async () => {
    const sections = { Trades: [row()], CashReport: [row()] };
    const [one, other] = ['Daily', 'Monthly'].map((query) =>
      documentText(query, [statement({ sections })]),
    ) as [string, string];
    await plays({ mode: 'replace', documents: [one, other, one] });
    await plays({ mode: 'replace', documents: [one] }, { mode: 'replace', documents: [other] });
    await plays({ mode: 'replace', documents: [one, other], allowOverlap: true });
  });

  it('counts a key that two statements of a file bring once as inserted', async () => {
    const early = statement({ window: [0, 1], sections: { CashTransactions: [row()] } });
    const moved = row({ date: 'moved', value: 1 });
    const late = statement({ window: [3, 4], sections: { CashTransactions: [moved] } });
    await plays({ mode: 'merge', documents: [daily(early, late)] });
    await plays({ mode: 'merge', documents: [daily(late, early)] });
  });

  it.each(['merge', 'append', 'replace'] as const)(
    'counts in a dry run what a load would, also where keys of one file collide: mode %s',
    async (mode) => {
      const cash = (...rows: RowSpec[]) => ({ CashTransactions: rows, SecuritiesInfo: rows });
      const moved = row({ date: 'moved', value: 1 });
      const early = statement({ window: [0, 1], sections: cash(row(), row({ item: 4 })) });
      const late = statement({ window: [3, 4], sections: cash(moved) });
      const before = statement({ window: [0, 9], sections: cash(row(), row({ item: 2 })) });
      const call: Call = { mode, documents: [daily(early, late, early)] };
      const place = await engine.place();
      await loadEach(place, [merging(before), { mode: 'append', documents: [daily(early)] }]);
      const stored = await place.read();
      const dry = await loadAll(place, { ...call, dryRun: true });
      expect(await place.read()).toEqual(stored);
      const real = await loadAll(place, call);
      expect(real[0]!.status).toBe('loaded');
      expect(dry.map(({ committed }) => committed?.tables)).toEqual(
        real.map(({ committed }) => committed?.tables),
      );
      await place.drop();
      await plays(
        merging(before),
        { mode: 'append', documents: [daily(early)] },
        { mode, documents: [daily(late), daily(early, late, early)] },
        call,
        { ...call, force: true },
      );
    },
  );

  it('takes the day of an instant in the zone of the load, when parsed as when stored', async () => {
    const UTC = row({ item: 1 }); // the day before, in New York
    const names = (rows: RowSpec[]) => ({ UnbundledCommissionDetails: rows });
    await plays(
      { mode: 'merge', documents: [daily(statement({ window: [2, 2], sections: names([UTC]) }))] },
      { mode: 'merge', documents: [daily(statement({ generated: 2, sections: names([]) }))] },
    );
    await plays(
      { mode: 'merge', documents: [daily(statement({ generated: 2, sections: names([]) }))] },
      { mode: 'merge', documents: [daily(statement({ window: [2, 2], sections: names([UTC]) }))] },
    );
  });

  it.each(['merge', 'append'] as const)(
    'holds a statement as it was read last: mode %s',
    async (mode) => {
      const rows = [row(), row(), row({ item: 1, date: 'absent' }), row({ item: 4 })];
      const documents = [daily(statement({ sections: { Trades: rows } }))];
      const [first, second]: Call[] = [
        { mode, documents },
        { mode, documents, timezone: 'Asia/Tokyo' },
      ];
      expect(await left([first!, second!])).toEqual(await left([second!]));
    },
  );

  it('brings nothing back that a removed row had overtaken, in any order of files', async () => {
    const [placed, moved] = [row({ item: 1 }), row({ item: 1, date: 'moved' })];
    const on = (window: [number, number], generated: number, rows: RowSpec[]): Call => {
      const document = daily(
        statement({ window, generated, sections: { CashTransactions: rows } }),
      );
      return { mode: 'merge', documents: [document] };
    };
    const old = on([0, 4], 1, [placed]);
    const newer = on([3, 9], 2, [moved]);
    const removing = on([5, 5], 3, []);
    const rows = async (...calls: Call[]): Promise<number> =>
      (await left(calls))['cash_transactions']!.length;
    // The key stands on day 5 for a while; that it was on day 2 before does not matter any more.
    expect(await rows(old, newer, removing)).toBe(0);
    expect(await rows(old, removing, newer)).toBe(0);
    expect(await rows(newer, removing, old)).toBe(0);
    await plays(newer, removing, old, { ...newer, force: true }, { ...old, force: true });
    // What mode replace has emptied is forgotten, also what it had overtaken.
    await plays(old, newer, removing, { ...old, mode: 'replace' }, removing, newer);
    await plays({ ...newer, documents: [newer, removing, old].flatMap((call) => call.documents) });
  });
}

describe('on DuckDB', () => cases(duckdb()));
describe('on Postgres', () => cases(postgres()));
