import { describe, expect, it } from 'vitest';
import {
  choice,
  environmentName,
  flag,
  integer,
  list,
  optionName,
  text,
  timezone,
} from '../../src/cli/settings.js';

describe('settings', () => {
  it('have two names', () => {
    expect([optionName('asQuery'), environmentName('asQuery')]).toEqual([
      '--as-query',
      'FLEXETL_AS_QUERY',
    ]);
    expect([optionName('to'), environmentName('to')]).toEqual(['--to', 'FLEXETL_TO']);
  });

  it('that are flags take words for yes and no', () => {
    const { read } = flag('x');
    for (const word of ['1', 'true', 'YES', ' on ']) expect(read([word])).toBe(true);
    for (const word of ['0', 'False', 'no', 'off']) expect(read([word])).toBe(false);
    for (const word of ['', '2', 'perhaps']) expect(read([word])).toBeUndefined();
  });

  it('that are text take the last one', () => {
    expect(text('A', 'x').read(['a', 'b'])).toBe('b');
    expect(text('A', 'x').read(['a', ' '])).toBeUndefined();
  });

  it('that are a choice take no other word', () => {
    const { read } = choice(['one', 'two'], 'x');
    expect([read(['two']), read(['Two']), read(['']), read([])]).toEqual([
      'two',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('that are lists take commas and repetitions', () => {
    expect(list('A', 'x').read(['a, b', '', 'c,,d'])).toEqual(['a', 'b', 'c', 'd']);
    // No name at all would mean all of them, which nobody says with a comma.
    for (const wrong of ['', ' ', ',', ' , ']) expect(list('A', 'x').read([wrong])).toBeUndefined();
  });

  it('that are numbers take whole ones in range', () => {
    const { read } = integer('N', 'x', { min: 1, max: 255 });
    expect(['1', '255'].map((digits) => read([digits]))).toEqual([1, 255]);
    for (const wrong of ['0', '256', '-1', '1.5', '1e2', '', ' 7', '0x7']) {
      expect(read([wrong])).toBeUndefined();
    }
  });

  it('that are zones take those that are known', () => {
    const { read } = timezone('x', 'UTC');
    for (const zone of ['America/New_York', 'UTC', 'Europe/Zurich'])
      expect(read([zone])).toBe(zone);
    for (const wrong of ['', '+05:00', 'New York', 'Mars/Base']) {
      expect(read([wrong])).toBeUndefined();
    }
  });
});
