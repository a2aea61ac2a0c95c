/** What a Parquet dataset promises as every destination does, read by the protocol of Delta. */
import { join } from 'node:path';
import { openParquet } from '../../../src/sinks/parquet/open.js';
import { ELEMENTS } from '../batches.js';
import { describeSinkContract, type Place, type SeenRow } from '../contract.js';
import { seenRow } from '../stored.js';
import { deltaRows } from './delta-reader.js';

const folderOf = ({ directory, label }: Place): string => join(directory, label);

async function readBack(place: Place): Promise<SeenRow[]> {
  const tables = await deltaRows(folderOf(place));
  return ELEMENTS.flatMap((element) =>
    (tables.get(element.table) ?? []).map((row) => seenRow(element, row)),
  );
}

describeSinkContract(
  'parquet',
  (place, options) => openParquet(folderOf(place), options, '0.0.0'),
  readBack,
  { lasting: true, ordered: false },
);
