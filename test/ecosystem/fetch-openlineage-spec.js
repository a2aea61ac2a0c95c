/**
 * Downloads the schemas that events of OpenLineage name, and those that these refer to, from the
 * addresses in the events into .tmp/ecosystem/openlineage-spec, at the paths that they have below
 * /spec/ there. A file that is there stays as it is, so one that was put there by hand serves as well.
 * install.sh calls it; it needs the build, and nothing else reads or writes that folder but
 * openlineage-schemas.ts.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SCHEMAS } from '../../dist/orchestrators/openlineage/facets.js';

const FOLDER = join(import.meta.dirname, '../../.tmp/ecosystem/openlineage-spec');
const SPEC = 'https://openlineage.io/spec/';
/** Milliseconds for one file. */
const PATIENCE = 30_000;

const fileOf = (address) => address.replace(/#.*/, '');

async function textOf(address) {
  const path = join(FOLDER, address.slice(SPEC.length));
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`it answers with status ${response.status}`);
  const text = await response.text();
  JSON.parse(text);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
  return text;
}

/** The other files of the specification that a schema refers to. */
function referredTo(text) {
  return [...text.matchAll(/"\$ref"\s*:\s*"([^"]+)"/g)]
    .map(([, address]) => fileOf(address))
    .filter((address) => address.startsWith(SPEC));
}

const wanted = new Set(SCHEMAS.map(fileOf));
// A set gives what is added while it is read, too.
for (const address of wanted) {
  try {
    for (const other of referredTo(await textOf(address))) wanted.add(other);
  } catch (thrown) {
    const reason = thrown.cause?.message ?? thrown.message;
    console.error(`fetch-openlineage-spec.js: ${address} cannot be had: ${reason}`);
    process.exit(1);
  }
}
