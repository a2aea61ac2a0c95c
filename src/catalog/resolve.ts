/**
 * From the form of a file to its meaning: columns get their types from the
 * vocabulary and their names from the naming rule, and the parts of a section
 * are held against each other. What holds across sections is catalog.ts.
 */
import { createHash } from 'node:crypto';
import { schemaInvalid, type ElementForm, type SectionForm } from './section-file.js';
import {
  columnName,
  LINEAGE,
  type Column,
  type ColumnType,
  type RowElement,
  type Section,
} from './section.js';

/** Bytes that Postgres keeps of an identifier; what is longer it cuts silently. */
export const IDENTIFIER_BYTES = 63;

export interface VocabularyEntry {
  readonly type: ColumnType;
  readonly doc: string;
}

export type Vocabulary = ReadonlyMap<string, VocabularyEntry>;

const LINEAGE_NAMES: ReadonlySet<string> = new Set(LINEAGE.map((column) => column.name));

/**
 * An identifier as it is, or, where Postgres would cut it, its beginning and a
 * hash of the whole: the same name always gives the same identifier.
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
export function resolveSection(file: string, form: SectionForm, vocabulary: Vocabulary): Section {
  const rows = form.rows.map((row, index) =>
    resolveRow(file, `rows[${index}]`, form.section, row, vocabulary),
  );
  const elements = new Set(rows.map((row) => row.name));
  if (elements.size < rows.length) throw schemaInvalid(file, 'rows', 'an element is there twice');
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
  vocabulary: Vocabulary,
): RowElement {
  const ofAccount = form.ofAccount ?? true;
  const columns = resolveColumns(file, `${field}.columns`, form, vocabulary);
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
        `${form.date} is no column of type date or datetime`,
      );
    }
  }
  refuseBound(`${field}.notBefore`, file, form, columns);
  form.keys.forEach((key, index) => {
    const stranger = key.find((name) => !attributes.has(name) || name === 'accountId');
    if (stranger === undefined && new Set(key).size === key.length) return;
    const what =
      stranger === undefined ? 'an attribute is there twice' : `${stranger} may not be there`;
    throw schemaInvalid(file, `${field}.keys[${index}]`, what);
  });
  const { element: name, table, doc, grain, date, notBefore = [], absentBeside, keys } = form;
  return {
    ...{ section, name, table, doc, grain, date, notBefore, absentBeside, keys },
    ...{ ofAccount, columns },
  };
}

/** A bound is of events alone, and by attributes that have a day. */
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
    throw schemaInvalid(file, field, `${attribute} is no column of type date or datetime`);
  }
}

function resolveColumns(
  file: string,
  field: string,
  form: ElementForm,
  vocabulary: Vocabulary,
): Column[] {
  const taken = new Map<string, string>();
  return form.columns.map((given, index) => {
    const place = `${field}[${index}]`;
    const attribute = typeof given === 'string' ? given : given.name;
    const known = vocabulary.get(attribute);
    const type = typeof given === 'string' ? known?.type : given.type;
    if (type === undefined) {
      const what = `nothing says the type of ${attribute}; say it here or in _vocabulary.json`;
      throw schemaInvalid(file, place, what);
    }
    const name = boundedIdentifier(columnName(attribute));
    const other = taken.get(name);
    if (other !== undefined) {
      throw schemaInvalid(file, place, `${attribute} and ${other} would both be column ${name}`);
    }
    if (LINEAGE_NAMES.has(name)) {
      throw schemaInvalid(file, place, `column ${name} belongs to flexetl`);
    }
    taken.set(name, attribute);
    const doc = (typeof given === 'string' ? undefined : given.doc) ?? known?.doc ?? '';
    return { attribute, name, type, doc };
  });
}
