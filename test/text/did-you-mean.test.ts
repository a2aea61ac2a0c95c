import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/text/did-you-mean.js';

const known = ['Trades', 'Transfers', 'CashTransactions', 'TradeConfirms', 'OpenPositions'];

describe('nearest', () => {
  it.each([
    ['Trade', ['Trades', 'TradeConfirms']],
    ['trades', ['Trades']],
    ['cash_transactions', ['CashTransactions']],
    ['CashTransaction', ['CashTransactions']],
    ['OpenPostions', ['OpenPositions']],
    ['Transfres', ['Transfers']],
    ['Dividends', []],
  ])('%s', (written, expected) => {
    expect(nearest(written, known).slice(0, expected.length || 3)).toEqual(expected);
  });

  it('makes a question of them', () => {
    expect(didYouMean('OpenPostions', known, 'No.')).toBe('Did you mean OpenPositions?');
    expect(didYouMean('Trad', known, 'No.')).toBe('Did you mean Trades or TradeConfirms?');
    expect(didYouMean('Dividends', known, 'No.')).toBe('No.');
  });
});
