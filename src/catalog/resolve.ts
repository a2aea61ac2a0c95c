/**
 * From the form of a file to its meaning: columns get their types from the vocabulary and their
 * names from the naming rule, and the parts of a section are checked against each other. Checks
 * across sections are in catalog.ts.
 */
import { createHash } from 'node:crypto';
import {
  schemaInvalid,
  type ColumnException,
  type ElementForm,
  type SectionForm,
} from './section-file.js';
import {
  columnName,
  LINEAGE,
  type Column,
  type ColumnType,
  type RowElement,
  type Section,
} from './section.js';

/** Postgres silently truncates longer identifiers. */
export const IDENTIFIER_BYTES = 63;

export interface VocabularyEntry {
  readonly type: ColumnType;
  readonly doc: string;
}

export type Vocabulary = ReadonlyMap<string, VocabularyEntry>;

/** What the parts of one catalogue are resolved with. */
export interface Resolving {
  readonly vocabulary: Vocabulary;
  /** Columns as the vocabulary has them, by attribute: each is made once, and is in many tables. */
  readonly columns: Map<string, Column>;
}

const LINEAGE_NAMES: ReadonlySet<string> = new Set(LINEAGE.map((column) => column.name));

/**
 * An identifier unchanged, or, if Postgres would truncate it, its beginning and a hash of the
 * whole: the same name always gives the same identifier.
 */
export function boundedIdentifier(name: string): string {
  if (Buffer.byteLength(name) <= IDENTIFIER_BYTES) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const kept = Buffer.from(name).subarray(0, IDENTIFIER_BYTES - mark.length - 1);
  return `${kept.toString('utf8').replace(/\uFFFD{1,3}$/, '')}_${mark}`;
}

/**
 * @param file how messages name the file
 * @throws FlexError FLEX_SCHEMA_INVALID
 */
export function resolveSection(file: string, form: SectionForm, resolving: Resolving): Section {
  const rows = form.rows.map((row, index) =>
    resolveRow(file, `rows[${index}]`, form.section, row, resolving),
  );
  const elements = new Set(rows.map((row) => row.name));
  if (elements.size < rows.length) throw schemaInvalid(file, 'rows', 'an element is listed twice');
  form.rows.forEach(({ absentBeside = [] }, index) => {
    const stranger = absentBeside.find((name) => !elements.has(name));
    if (stranger === undefined) return;
    throw schemaInvalid(file, `rows[${index}].absentBeside`, `${stranger} is not one of the rows`);
  });
  if (form.ownRow !== undefined && !elements.has(form.ownRow)) {
    throw schemaInvalid(file, 'ownRow', `${form.ownRow} is not one of the rows`);
  }
  const containers = form.containers ?? [];
  const both = containers.find((name) => elements.has(name));
  if (both !== undefined) {
    throw schemaInvalid(file, 'containers', `${both} is one of the rows as well`);
  }
  return {
    name: form.section,
    aliases: form.aliases ?? [],
    containers,
    flex: form.flex,
    doc: form.doc,
    ownRow: form.ownRow,
    bareRows: form.bareRows ?? true,
    rows,
  };
}

function resolveRow(
  file: string,
  field: string,
  section: string,
  form: ElementForm,
  resolving: Resolving,
): RowElement {
  const ofAccount = form.ofAccount ?? true;
  const columns = resolveColumns(file, `${field}.columns`, form, resolving);
  const attributes = new Set(columns.map((column) => column.attribute));
  if (ofAccount && !attributes.has('accountId')) {
    throw schemaInvalid(
      file,
      `${field}.columns`,
      'accountId is missing; or set ofAccount to false',
    );
  }
  if ((form.grain === 'event') !== (form.date !== undefined)) {
    throw schemaInvalid(file, `${field}.date`, 'an event has a date, the other grains have none');
  }
  if (form.date !== undefined) {
    const type = columns.find((column) => column.attribute === form.date)?.type;
    if (type !== 'date' && type !== 'datetime') {
      throw schemaInvalid(
        file,
        `${field}.date`,
        `${form.date} is not a column of type date or datetime`,
      );
    }
  }
  refuseBound(`${field}.notBefore`, file, form, columns);
  form.keys.forEach((key, index) => {
    const stranger = key.find((name) => !attributes.has(name) || name === 'accountId');
    if (stranger === undefined && new Set(key).size === key.length) return;
    const what =
      stranger === undefined ? 'an attribute is listed twice' : `${stranger} is not allowed here`;
    throw schemaInvalid(file, `${field}.keys[${index}]`, what);
  });
  const { element: name, table, doc, grain, date, notBefore = [], absentBeside, keys } = form;
  return {
    ...{ section, name, table, doc, grain, date, notBefore, absentBeside, keys },
    ...{ ofAccount, columns },
  };
}

/** Only events have a bound, given by attributes that have a day. */
function refuseBound(
  field: string,
  file: string,
  { grain, notBefore = [] }: ElementForm,
  columns: readonly Column[],
): void {
  if (notBefore.length > 0 && grain !== 'event') {
    throw schemaInvalid(file, field, 'only an event has a bound for its date');
  }
  for (const attribute of notBefore) {
    const type = columns.find((column) => column.attribute === attribute)?.type;
    if (type === 'date' || type === 'datetime') continue;
    throw schemaInvalid(file, field, `${attribute} is not a column of type date or datetime`);
  }
}

function resolveColumns(
  file: string,
  field: string,
  form: ElementForm,
  resolving: Resolving,
): Column[] {
  const taken = new Map<string, string>();
  return form.columns.map((given, index) => {
    const refuse = (what: string): never => {
      throw schemaInvalid(file, `${field}[${index}]`, what);
    };
    const column =
      typeof given === 'string' ? plainColumn(given, resolving) : exceptionOf(given, resolving);
    const attribute = typeof given === 'string' ? given : given.name;
    if (column === undefined) {
      return refuse(`${attribute} has no type; give it here or in _vocabulary.json`);
    }
    const { name } = column;
    const other = taken.get(name);
    if (other !== undefined) refuse(`${attribute} and ${other} would both be column ${name}`);
    if (LINEAGE_NAMES.has(name)) refuse(`column ${name} belongs to flexetl`);
    taken.set(name, attribute);
    return column;
  });
}

/** The column of an attribute from the vocabulary; undefined if it is not there. */
function plainColumn(attribute: string, { vocabulary, columns }: Resolving): Column | undefined {
  const made = columns.get(attribute);
  if (made !== undefined) return made;
  const known = vocabulary.get(attribute);
  if (known === undefined) return undefined;
  const { type, doc } = known;
  const column = { attribute, name: boundedIdentifier(columnName(attribute)), type, doc };
  columns.set(attribute, column);
  return column;
}

function exceptionOf(given: ColumnException, { vocabulary }: Resolving): Column {
  const { name: attribute, type, doc = vocabulary.get(attribute)?.doc ?? '' } = given;
  return { attribute, name: boundedIdentifier(columnName(attribute)), type, doc };
}
