/**
 * The form of the files of schemas/: section files and the vocabulary before anything is looked up.
 * Only the form is checked here; resolve.ts checks how the parts fit together. zod is loaded only
 * when a file has to be checked: the package's own files are checked by the tests, so that commands
 * need not wait for it.
 */
import { createRequire } from 'node:module';
import type * as zod from 'zod';
import { FlexError } from '../errors.js';
import { COLUMN_TYPES, GRAINS, type ColumnType, type Grain } from './section.js';

/** A column whose type differs from the vocabulary's. */
export interface ColumnException {
  readonly name: string;
  readonly type: ColumnType;
  readonly doc?: string | undefined;
}

/** A row element in its section file. */
export interface ElementForm {
  readonly element: string;
  readonly table: string;
  readonly doc: string;
  readonly grain: Grain;
  readonly why?: string | undefined;
  readonly date?: string | undefined;
  readonly notBefore?: readonly string[] | undefined;
  readonly absentBeside?: readonly string[] | undefined;
  readonly keys: readonly (readonly string[])[];
  readonly ofAccount?: boolean | undefined;
  readonly columns: readonly (string | ColumnException)[];
}

/** One section file. */
export interface SectionForm {
  readonly section: string;
  readonly aliases?: readonly string[] | undefined;
  readonly containers?: readonly string[] | undefined;
  readonly flex: readonly ('AF' | 'TCF')[];
  readonly doc: string;
  readonly ownRow?: string | undefined;
  readonly bareRows?: boolean | undefined;
  readonly note?: string | undefined;
  readonly rows: readonly ElementForm[];
}

/** Type and meaning of each attribute, by its XML name. */
export type VocabularyForm = Readonly<
  Record<string, { readonly type: ColumnType; readonly doc: string }>
>;

interface Forms {
  readonly section: zod.ZodType<SectionForm>;
  readonly vocabulary: zod.ZodType<VocabularyForm>;
  readonly library: typeof zod;
}

let forms: Forms | undefined;

function loadForms(): Forms {
  if (forms !== undefined) return forms;
  const library = createRequire(import.meta.url)('zod') as typeof zod;
  const xmlName = library
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'must be a name that XML allows');
  const type = library.enum(COLUMN_TYPES).describe('The type of the column.');
  const element = rowForm(library, xmlName, type);
  const section = library
    .strictObject({
      $schema: library.string().optional(),
      section: xmlName.describe('Name of the container on the wire; the file is named by it.'),
      aliases: library.array(xmlName).optional().describe('Other names of the container.'),
      containers: library
        .array(xmlName)
        .optional()
        .describe('Elements inside the section that hold rows and are none themselves.'),
      flex: library
        .array(library.enum(['AF', 'TCF']))
        .min(1)
        .describe('Reports with the section: Activity (AF), Trade Confirmation (TCF).'),
      doc: library.string().min(1).describe('The content of the section, in one line.'),
      ownRow: xmlName
        .optional()
        .describe('The row element that attributes of the container itself are a row of.'),
      bareRows: library
        .boolean()
        .optional()
        .describe('Whether rows may stand in a statement without the container; default true.'),
      note: library.string().min(1).optional().describe('A note for readers.'),
      rows: library.array(element).describe('The row elements; a table each.'),
    })
    .describe('One section of a Flex statement.');
  const vocabulary = library.record(xmlName, library.strictObject({ type, doc: library.string() }));
  forms = { section, vocabulary, library };
  return forms;
}

function rowForm(
  library: typeof zod,
  xmlName: zod.ZodType<string>,
  type: zod.ZodType<ColumnType>,
): zod.ZodType<ElementForm> {
  return library.strictObject({
    element: xmlName.describe('Name of the row on the wire.'),
    table: library
      .string()
      .regex(/^[a-z][a-z0-9_]{0,54}$/, 'must be snake_case, at most 55 characters')
      .describe('Name of the table; no other element has it.'),
    doc: library.string().min(1).describe('The meaning of one row, in one line.'),
    grain: library
      .enum(GRAINS)
      .describe('The meaning of a row, and so the rows that a later statement replaces.'),
    why: library
      .string()
      .min(1)
      .optional()
      .describe('Why this grain and these keys, where it is not obvious.'),
    date: xmlName.optional().describe('The attribute that places an event on a day.'),
    notBefore: library
      .array(xmlName)
      .min(1)
      .optional()
      .describe('Attributes, best first, whose day the date of an event never precedes.'),
    absentBeside: library
      .array(xmlName)
      .optional()
      .describe(
        'Elements beside whose rows the absence of this one says that there are none; default all.',
      ),
    keys: library
      .array(library.array(xmlName).min(1))
      .describe('Natural keys, best first; the account belongs to each and is not listed.'),
    ofAccount: library
      .boolean()
      .optional()
      .describe('Whether rows belong to an account; default true.'),
    columns: library
      .array(
        library.union(
          [
            xmlName,
            library.strictObject({ name: xmlName, type, doc: library.string().optional() }),
          ],
          {
            error: `must be the name of an attribute, or an object of its name, its type (${COLUMN_TYPES.join(', ')}) and perhaps its doc`,
          },
        ),
      )
      .min(1)
      .describe('Attributes in the order of the columns; types come from the vocabulary.'),
  });
}

/**
 * @param file how messages name the file
 * @throws FlexError FLEX_SCHEMA_INVALID naming the file and the field
 */
export function checkSectionForm(file: string, data: unknown): SectionForm {
  return check(file, data, loadForms().section);
}

/** As checkSectionForm, for `_vocabulary.json`. */
export function checkVocabularyForm(file: string, data: unknown): VocabularyForm {
  return check(file, data, loadForms().vocabulary);
}

function check<Form>(file: string, data: unknown, form: zod.ZodType<Form>): Form {
  const result = form.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw schemaInvalid(
    file,
    fieldName(issue?.path ?? []) || 'the whole',
    issue?.message ?? 'is not valid',
  );
}

/** `rows[0].columns[3]`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * The one error of this catalogue: a file, a field of it, what is wrong with it.
 * @param field '' for the file as a whole: then `what` says what it does or cannot do
 */
export function schemaInvalid(
  file: string,
  field: string,
  what: string,
  cause?: unknown,
): FlexError {
  const message = field === '' ? `It ${what}.` : `${field}: ${what}.`;
  return new FlexError('FLEX_SCHEMA_INVALID', message, { at: { file }, cause });
}

/** The JSON Schema of a section file: `schemas/_section.schema.json`, for editors. */
export function sectionFormJsonSchema(): object {
  const { library, section } = loadForms();
  return library.toJSONSchema(section, { target: 'draft-2020-12' });
}
