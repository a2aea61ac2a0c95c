/** What changes with the day, held against the catalogue. */
import { describe, expect, it } from 'vitest';
import { AttributeCatalog, EVENT_IDS } from '../../../src/flex-service/fake/attributes.js';
import { catalog } from '../../fixtures.js';

const attributes = new AttributeCatalog(catalog);
const rows = catalog.sections.flatMap((section) =>
  section.rows.map((row) => ({ section: section.name, flex: section.flex[0]!, row })),
);
const events = rows.filter(({ row }) => row.grain === 'event' && row.keys.length > 0);

it('ids of events are text that the catalogue knows', () => {
  const strangers = [...EVENT_IDS].filter((id) => catalog.attributeTypes.get(id) !== 'text');
  expect(strangers).toEqual([]);
});

it('each id of the catalogue is of an event, or of something that lasts', () => {
  const lasting = ['accountId', 'conid', 'securityID', 'underlyingConid', 'underlyingSecurityID'];
  const people = ['clearingFirmID', 'clearingID', 'traderID'];
  const ids = [...catalog.attributeTypes.keys()].filter((name) =>
    /(?:ID|Id|conid|Conid)$/.test(name),
  );
  expect(ids.filter((id) => !EVENT_IDS.has(id)).sort()).toEqual([...people, ...lasting].sort());
});

describe.each(events.map((event) => ({ ...event, name: event.row.table })))(
  'the rows of $name',
  ({ section, flex, row }) => {
    it('have other natural keys on other days', () => {
      const { roleOf } = attributes.of(section, row.name, flex);
      const same = row.keys.filter((key) => key.every((name) => roleOf(name) === undefined));
      expect(same).toEqual([]);
    });
  },
);

it('events and rates of a day have a day; the rest is of the whole window', () => {
  const placed = rows.filter(
    ({ section, flex, row }) => attributes.of(section, row.name, flex).placedBy.length > 0,
  );
  expect(placed.filter(({ row }) => row.grain !== 'event').map(({ row }) => row.table)).toEqual([
    'conversion_rates',
  ]);
  expect(placed.filter(({ row }) => row.grain === 'event')).toHaveLength(
    rows.filter(({ row }) => row.grain === 'event').length,
  );
});

it('an element of several sections is that of its section', () => {
  expect(attributes.of('Trades', 'Order', 'AF').placedBy[0]).toBe('reportDate');
  expect(attributes.of('Trades', 'SymbolSummary', 'AF').placedBy).toEqual([]);
  expect(attributes.of('OptionEAE', 'OptionEAE', 'AF').placedBy[0]).toBe('date');
  expect(attributes.of('Unheard', 'Row', 'AF').placedBy).toEqual(['reportDate']);
  expect(attributes.of('Unheard', 'Row', 'AF').roleOf('settleDate')).toBe('date');
  expect(attributes.of('Unheard', 'Row', 'AF').roleOf('newDate')).toBeUndefined();
});
