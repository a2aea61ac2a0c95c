/**
 * Whole inputs for tests of sinks: rows by table and statement, before they are
 * laid out as batches. Values only, no assertions.
 */
import type { RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { InputFacts } from '../../src/sinks/sink.js';
import { COURIER, inputOf, PARCEL, SHELF, statementOf, type RowGiven } from './batches.js';
import { manyParcels, parcel } from './rows.js';

/** The rows of one batch, before they are laid out. */
export interface Given {
  readonly element: RowElement;
  readonly statement: Statement;
  readonly rows: readonly RowGiven[];
}

export interface InputGiven {
  readonly facts: InputFacts;
  readonly statements: readonly Statement[];
  readonly batches: readonly Given[];
}

export const EXTRAS: readonly RowGiven[] = [
  { ...parcel('1'), extra: { newAttribute: 'a "new" one', weight: 'N/A' } },
  { ...parcel('2'), extra: { path: 'C:\\x\n\ty', 'naïve☃': '🙂', comma: 'a,b' } },
  parcel('3'),
];

/** Of a report that names neither its query nor an account, days or time. */
export const BARE_STATEMENT: Statement = {
  ...statementOf(0, ''),
  ...{ query: '', type: '', from: null, to: null, period: '', generatedAt: null },
};

export function longParcel(): RowGiven {
  return parcel('1', { label: 'Ünlabelled "text", '.repeat(55_000) });
}

export function given(
  element: RowElement,
  rows: readonly RowGiven[],
  statement = statementOf(0),
): Given {
  return { element, statement, rows };
}

export function input(content: string, batches: readonly Given[]): InputGiven {
  const statements = batches.length === 0 ? [statementOf(0)] : batches.map((one) => one.statement);
  return { facts: inputOf(content), statements: [...new Set(statements)], batches };
}

/** Three statements, three tables, 3000 parcels: more than a sink keeps in its buffers. */
export function mixedInput(content: string, firstStatement: number): InputGiven {
  const batches = [0, 1, 2].flatMap((offset) => {
    const statement = statementOf(firstStatement + offset);
    const { account } = statement;
    const shelf = (no: number): RowGiven => ({
      key: `${account}-shelf-${no}`,
      cells: { account_id: account, shelf_no: `${no}`, filled: `0.${no}` },
    });
    return [
      given(PARCEL, manyParcels(account, 0, 700), statement),
      given(SHELF, [shelf(1), shelf(2)], statement),
      given(PARCEL, manyParcels(account, 700, 1000), statement),
      given(COURIER, offset === 0 ? couriers(account) : [], statement),
    ];
  });
  return input(content, batches);
}

function couriers(account: string): RowGiven[] {
  return ['Ada', 'Bo'].map((name) => ({ key: `${name} of ${account}`, cells: { name } }));
}
