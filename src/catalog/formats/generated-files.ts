/**
 * The files of the repository that are generated from the catalogue, and their text. `npm run
 * generate` writes them; test/catalog/formats/generated-files.test.ts checks that they are current.
 */
import type { Catalog } from '../catalog.js';
import { tablesFile } from './create-table.js';
import { readmeFile } from './markdown.js';
import { sectionFormJsonSchema } from '../section-file.js';
import { rowsFile } from './typescript.js';

/** Text by path, from the root of the repository. */
export function generatedFiles(catalog: Catalog): ReadonlyMap<string, string> {
  return new Map([
    ['schemas/README.md', readmeFile(catalog)],
    ['schemas/_section.schema.json', `${JSON.stringify(sectionFormJsonSchema(), null, 2)}\n`],
    ['sql/tables.sql', tablesFile(catalog)],
    ['src/library/rows.generated.ts', rowsFile(catalog)],
  ]);
}
