/**
 * The catalogue: every section and table, found by name. It describes the meaning of rows, and has
 * no parsing and no SQL.
 */
import { schemaInvalid } from './section-file.js';
import { PACKAGE_SCHEMAS, readSchemaDirectory, type SchemaDirectory } from './schema-directory.js';
import { resolveSection, type Vocabulary, type VocabularyEntry } from './resolve.js';
import {
  STATEMENTS_TABLE,
  UNMAPPED_TABLE,
  type Column,
  type ColumnType,
  type RowElement,
  type Section,
} from './section.js';

/** The schema file of the statements themselves. */
const STATEMENT_ELEMENT = 'FlexStatement';

/** Rows of sections and elements that have no schema file, each with all its attributes. */
const UNMAPPED: RowElement = {
  section: '',
  name: '',
  table: UNMAPPED_TABLE,
  doc: 'One row of a section or element that has no schema.',
  grain: 'window',
  date: undefined,
  notBefore: [],
  absentBeside: undefined,
  keys: [],
  ofAccount: true,
  columns: [
    { attribute: 'section', name: 'section', type: 'text', doc: 'The section that held the row.' },
    { attribute: 'element', name: 'element', type: 'text', doc: 'Name of the row on the wire.' },
    { attribute: 'accountId', name: 'account_id', type: 'text', doc: 'Account.' },
    { attribute: 'attributes', name: 'attributes', type: 'json', doc: 'All attributes, verbatim.' },
  ],
};

/** Notes from the schema files: for people, never for the loader. */
interface Remarks {
  readonly note: ReadonlyMap<Section, string>;
  readonly why: ReadonlyMap<RowElement, string>;
}

export class Catalog {
  /** Every section, by name; the statements are not one. */
  readonly sections: readonly Section[];
  /** Every table: those of the sections in order, the statements, the unmapped rows. */
  readonly elements: readonly RowElement[];
  readonly statements: RowElement;
  readonly unmapped: RowElement = UNMAPPED;
  /** Type of each attribute by its XML name, exceptions of an element aside. */
  readonly attributeTypes: ReadonlyMap<string, ColumnType>;
  private static shipped: Catalog | undefined;
  private readonly words: Vocabulary;
  private readonly remarks: Remarks;
  private readonly byName = new Map<string, Section>();
  private readonly byElement = new Map<string, RowElement[]>();
  private readonly byTable = new Map<string, RowElement>();

  private constructor(
    sections: readonly Section[],
    statements: RowElement,
    vocabulary: Vocabulary,
    remarks: Remarks,
  ) {
    this.sections = sections;
    this.statements = statements;
    this.elements = [...sections.flatMap((section) => section.rows), statements, UNMAPPED];
    this.attributeTypes = new Map([...vocabulary].map(([name, { type }]) => [name, type]));
    this.words = vocabulary;
    this.remarks = remarks;
    for (const section of sections) {
      for (const name of [section.name, ...section.aliases]) this.byName.set(name, section);
      for (const row of section.rows) {
        const alike = this.byElement.get(row.name) ?? [];
        this.byElement.set(row.name, [...alike, row]);
      }
    }
    for (const element of this.elements) this.byTable.set(element.table, element);
  }

  /**
   * Reads the schema files of the package and applies those of an overlay: a section file replaces
   * the one with its name, or is a new section; `_vocabulary.json` is merged name by name. The
   * package's own files are read once in a process.
   * @throws FlexError FLEX_SCHEMA_INVALID naming file and field
   */
  static load({ overlay }: { readonly overlay?: string | undefined } = {}): Catalog {
    if (overlay !== undefined) return Catalog.read(readSchemaDirectory(overlay, true));
    return (Catalog.shipped ??= Catalog.read(undefined));
  }

  private static read(overlay: SchemaDirectory | undefined): Catalog {
    const shipped = readSchemaDirectory(PACKAGE_SCHEMAS, false);
    const own = overlay?.sections.get(STATEMENT_ELEMENT);
    if (own !== undefined) {
      throw schemaInvalid(own.file, 'section', 'the table of the statements belongs to flexetl');
    }
    const vocabulary = new Map<string, VocabularyEntry>(
      Object.entries({ ...shipped.vocabulary, ...overlay?.vocabulary }),
    );
    const files = [...new Map([...shipped.sections, ...(overlay?.sections ?? [])]).values()];
    files.sort((a, b) => (a.form.section < b.form.section ? -1 : 1));

    const resolving = { vocabulary, columns: new Map<string, Column>() };
    const resolved = files.map(({ file, form }) => ({
      file,
      form,
      section: resolveSection(file, form, resolving),
    }));
    // The user's files come last: an error is reported for the last one.
    const isOverlaid = ({ form }: Resolved): boolean =>
      overlay?.sections.has(form.section) ?? false;
    refuseClashes([
      ...resolved.filter((entry) => !isOverlaid(entry)),
      ...resolved.filter(isOverlaid),
    ]);
    const statements = resolved.find(({ form }) => form.section === STATEMENT_ELEMENT);
    const [statementRow] = statements?.section.rows ?? [];
    if (statementRow === undefined) {
      throw schemaInvalid(`schemas/${STATEMENT_ELEMENT}.json`, 'rows', 'is missing');
    }
    const sections = resolved.filter((entry) => entry !== statements).map(({ section }) => section);
    return new Catalog(sections, statementRow, vocabulary, collectRemarks(resolved));
  }

  /** By its XML name or an alias. */
  section(name: string): Section | undefined {
    return this.byName.get(name);
  }

  row(section: Section, element: string): RowElement | undefined {
    return section.rows.find((row) => row.name === element);
  }

  /**
   * The row element that can occur in a statement without its container.
   * @param flexType type of the report (`AF`, `TCF`), which decides between elements of one name
   * @returns undefined if there is none, or more than one is possible
   */
  bareRow(element: string, flexType: string): RowElement | undefined {
    const alike = (this.byElement.get(element) ?? []).filter(
      (row) => this.section(row.section)?.bareRows,
    );
    const ofType = alike.filter((row) =>
      this.section(row.section)?.flex.some((type) => type === flexType),
    );
    const candidates = ofType.length > 0 ? ofType : alike;
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  table(name: string): RowElement | undefined {
    return this.byTable.get(name);
  }

  /** Every attribute name with its type and meaning, in the order of the files. */
  get vocabulary(): Vocabulary {
    return this.words;
  }

  /** A note on a section for its readers, or undefined. */
  noteOn(section: Section): string | undefined {
    return this.remarks.note.get(section);
  }

  /** Why an element has its grain and keys, if that is not obvious. */
  whyOf(element: RowElement): string | undefined {
    return this.remarks.why.get(element);
  }
}

interface Resolved {
  readonly file: string;
  readonly form: {
    readonly section: string;
    readonly note?: string | undefined;
    readonly rows: readonly { readonly why?: string | undefined }[];
  };
  readonly section: Section;
}

/** No two sections may share a name, and no two elements a table. */
function refuseClashes(resolved: readonly Resolved[]): void {
  const names = new Map<string, string>();
  const tables = new Map<string, string>([[UNMAPPED_TABLE, 'flexetl']]);
  for (const { file, section } of resolved) {
    for (const name of [section.name, ...section.aliases]) {
      const other = names.get(name);
      if (other !== undefined)
        throw schemaInvalid(file, 'aliases', `${other} is named ${name} too`);
      names.set(name, section.name);
    }
    section.rows.forEach((row, index) => {
      const field = `rows[${index}].table`;
      const other = tables.get(row.table);
      if (other !== undefined) throw schemaInvalid(file, field, `${row.table} belongs to ${other}`);
      const reserved = row.table.startsWith('flexetl_') && row.table !== STATEMENTS_TABLE;
      if (reserved) throw schemaInvalid(file, field, 'tables of flexetl_ belong to the ledger');
      tables.set(row.table, section.name);
    });
  }
}

function collectRemarks(resolved: readonly Resolved[]): Remarks {
  const note = new Map<Section, string>();
  const why = new Map<RowElement, string>();
  for (const { form, section } of resolved) {
    if (form.note !== undefined) note.set(section, form.note);
    section.rows.forEach((row, index) => {
      const reason = form.rows[index]?.why;
      if (reason !== undefined) why.set(row, reason);
    });
  }
  return { note, why };
}
