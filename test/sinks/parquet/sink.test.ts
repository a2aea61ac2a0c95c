/** What a Parquet dataset promises as every destination does, read by the protocol of Delta. */
import { join } from 'node:path';
import { openParquet } from '../../../src/sinks/parquet/open.js';
import { ELEMENTS } from '../batches.js';
import { describeSinkContract, type Place, type SeenRow } from '../contract.js';
import { seenRow } from '../stored.js';
import { deltaTables, inDelta } from './delta-reader.js';

const folderOf = ({ directory, label }: Place): string => join(directory, label);

function readBack(place: Place): Promise<SeenRow[]> {
  const folder = folderOf(place);
  const tables = new Set(deltaTables(folder).map(({ name }) => name));
  return inDelta(folder, async (query) => {
    const rows: SeenRow[] = [];
    for (const element of ELEMENTS.filter(({ table }) => tables.has(table))) {
      for (const row of await query(`SELECT COLUMNS(*)::VARCHAR FROM "${element.table}"`)) {
        rows.push(seenRow(element, row));
      }
    }
    return rows;
  });
}

describeSinkContract(
  'parquet',
  (place, options) => openParquet(folderOf(place), options, '0.0.0'),
  readBack,
  { lasting: true, ordered: false },
);
