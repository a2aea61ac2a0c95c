/**
 * The files made from the catalogue are current. `npm run generate` is this
 * test with --update, which writes them.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../../src/catalog/catalog.js';
import { generatedFiles } from '../../../src/catalog/formats/generated-files.js';

describe('generated files', () => {
  const files = generatedFiles(Catalog.load());

  it('are these', () => {
    expect([...files.keys()]).toEqual([
      'schemas/README.md',
      'schemas/_section.schema.json',
      'sql/tables.sql',
      'src/library/rows.generated.ts',
    ]);
  });

  it.each([...files])('%s is what `npm run generate` writes', async (path, text) => {
    await expect(text).toMatchFileSnapshot(
      fileURLToPath(new URL(`../../../${path}`, import.meta.url)),
    );
  });
});
