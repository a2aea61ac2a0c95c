/**
 * Reads directories of schema files: the package's own, and an overlay of the user. Returns the
 * forms by file; nothing is looked up or resolved here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_FOLDER } from '../package-folder.js';
import {
  checkSectionForm,
  checkVocabularyForm,
  schemaInvalid,
  type SectionForm,
  type VocabularyForm,
} from './section-file.js';

/** The files of one directory. */
export interface SchemaDirectory {
  /** Section files by section name, each with its name for messages. */
  readonly sections: ReadonlyMap<string, { readonly file: string; readonly form: SectionForm }>;
  /** Empty without a `_vocabulary.json`. */
  readonly vocabulary: VocabularyForm;
}

const VOCABULARY_FILE = '_vocabulary.json';
const META_SCHEMA_FILE = '_section.schema.json';

/** schemas/ of the package. */
export const PACKAGE_SCHEMAS = fileURLToPath(new URL('schemas/', PACKAGE_FOLDER));

/**
 * @param directory holds `<Section>.json` files, and perhaps `_vocabulary.json`; files that are not
 *   JSON are ignored
 * @param checked whether to validate each file; unnecessary for the package's own
 * @throws FlexError FLEX_SCHEMA_INVALID
 */
export function readSchemaDirectory(directory: string, checked: boolean): SchemaDirectory {
  const sections = new Map<string, { file: string; form: SectionForm }>();
  let vocabulary: VocabularyForm = {};
  for (const name of listJsonFiles(directory)) {
    if (name === META_SCHEMA_FILE) continue;
    const file = checked ? join(directory, name) : `schemas/${name}`;
    const data = readJson(join(directory, name), file);
    if (name === VOCABULARY_FILE) {
      vocabulary = checked ? checkVocabularyForm(file, data) : (data as VocabularyForm);
      continue;
    }
    if (name.startsWith('_')) {
      throw schemaInvalid(file, '', `begins with an underscore, as only ${VOCABULARY_FILE} does`);
    }
    const form = checked ? checkSectionForm(file, data) : (data as SectionForm);
    if (form.section !== basename(name, '.json')) {
      throw schemaInvalid(file, 'section', `the file of ${form.section} is ${form.section}.json`);
    }
    sections.set(form.section, { file, form });
  }
  return { sections, vocabulary };
}

function listJsonFiles(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (cause) {
    throw schemaInvalid(directory, '', `cannot be read as a directory (${reason(cause)})`, cause);
  }
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (cause) {
    throw schemaInvalid(file, '', `cannot be read as JSON (${reason(cause)})`, cause);
  }
}

/** The code of the system, or what the JSON parser says. */
function reason(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException;
  if (code !== undefined) return code;
  return cause instanceof Error ? cause.message : String(cause);
}
