/**
 * What flexetl is compared with: saxes over the same file with no handlers, a plain copy of it, and
 * DuckDB writing the tables of a Parquet dataset once more, one file each. `node reference.js saxes
 * FILE`, `node reference.js copy FILE TO`, `node reference.js recopy DATASET TO`; DuckDB making a new
 * file with one table, and nothing at all: `node reference.js new-file FILE`, `… nothing`.
 */
import {
  createReadStream,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';

const [what, file = '', to = ''] = process.argv.slice(2);
const CHUNK = { highWaterMark: 64 * 1024 };

if (what === 'saxes') {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: false });
  for await (const text of createReadStream(file, { ...CHUNK, encoding: 'utf8' })) {
    parser.write(text as string);
  }
  parser.close();
} else if (what === 'copy') {
  const fd = openSync(to, 'w');
  await pipeline(createReadStream(file, CHUNK), createWriteStream('', { fd, autoClose: false }));
  fsyncSync(fd); // as the destinations do
} else if (what === 'recopy') {
  // Here, so that the others do not bear it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  mkdirSync(to);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const table of readdirSync(file)) {
    const names = readdirSync(`${file}/${table}`, { recursive: true }).map(String);
    // The logs, the ledger, and tables of which no statement has a row.
    if (/^(_|flexetl_)/.test(table) || !names.some((name) => name.endsWith('.parquet'))) continue;
    await connection.run(
      `COPY (FROM read_parquet('${file}/${table}/**/*.parquet', hive_partitioning = false))
       TO '${to}/${table}.parquet' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
} else if (what === 'new-file') {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(file, { threads: '1' });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE one (a INTEGER)');
  connection.closeSync();
  instance.closeSync();
} else if (what !== 'nothing') {
  throw new Error(`No such reference: ${what}`);
}
