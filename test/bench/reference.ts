/**
 * What flexetl is compared with: saxes over the same file with no handlers, and
 * a plain copy of it. `node reference.js saxes FILE`, `node reference.js copy FILE TO`.
 */
import { createReadStream, createWriteStream, fsyncSync, openSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SaxesParser } from 'saxes';

const [what, file = '', to = ''] = process.argv.slice(2);
const CHUNK = { highWaterMark: 64 * 1024 };

if (what === 'saxes') {
  const parser = new SaxesParser({ xmlns: false, position: false });
  for await (const text of createReadStream(file, { ...CHUNK, encoding: 'utf8' })) {
    parser.write(text as string);
  }
  parser.close();
} else if (what === 'copy') {
  const fd = openSync(to, 'w');
  await pipeline(createReadStream(file, CHUNK), createWriteStream('', { fd, autoClose: false }));
  fsyncSync(fd); // as the destinations do
} else {
  throw new Error(`No such reference: ${what}`);
}
