/** `flexetl inspect` on stdout: for a person, or as one JSON document. */
import type { Output } from '../../cli/output.js';
import { describePosition } from '../../errors.js';
import { andMore, formatNumber, size } from '../../text/numbers.js';
import { beginning, jsonText, MESSAGE_KEPT, printable } from '../../text/printable.js';
import { redact, redactAll } from '../../text/redact.js';
import { table, type TableColumn } from '../../text/table.js';
import type { Inspection, InspectedStatement, Refusal } from './document.js';

const STATEMENTS_SHOWN = 20;
const PROBLEMS_SHOWN = 5;
const NAMES_SHOWN = 20;

const STATEMENT_COLUMNS: readonly TableColumn[] = [
  'account',
  'query',
  'type',
  'from',
  'to',
  'generated',
].map((title) => ({ title }));

const TABLE_COLUMNS: readonly TableColumn[] = [
  { title: 'section' },
  { title: 'table' },
  { title: 'rows', align: 'right' },
];

/** One document, written piece by piece. */
export class JsonDocument {
  private separator = '{"schema":"flexetl/inspect@1","inputs":[\n';

  constructor(private readonly stdout: Output) {}

  async add(found: Inspection | Refusal): Promise<void> {
    await this.stdout.write(this.separator);
    this.separator = ',\n';
    if ('error' in found) {
      await this.stdout.write(jsonText(redactAll({ name: found.name, error: errorFields(found) })));
    } else {
      for (const piece of jsonPieces(found)) await this.stdout.write(piece);
    }
  }

  async end(): Promise<void> {
    await this.stdout.write('\n]}\n');
  }
}

/** How many statements are written at once. */
const STATEMENTS_AT_ONCE = 100;

/** The JSON of an inspection: never all of its statements in memory. */
function* jsonPieces(found: Inspection): Generator<string, void, undefined> {
  const { name, sha256, bytes, dates, statements, ...rest } = found;
  yield `${jsonText(redactAll({ name, sha256, bytes, dates })).slice(0, -1)},"statements":[`;
  let separator = '';
  let piece: string[] = [];
  for (const statement of statements) {
    piece.push(separator + jsonText(redactAll(statement)));
    separator = ',';
    if (piece.length < STATEMENTS_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  yield `${piece.join('')}],${jsonText(redactAll(rest)).slice(1)}`;
}

/** One paragraph for each input. */
export class Text {
  private separator = '';

  constructor(private readonly stdout: Output) {}

  async add(found: Inspection | Refusal): Promise<void> {
    const width = this.stdout.isTerminal ? this.stdout.columns : undefined;
    const lines = 'error' in found ? refusal(found) : inspection(found, width);
    await this.stdout.write(`${this.separator}${lines.join('\n')}\n`);
    this.separator = '\n';
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}

function errorFields({ error }: Refusal): object {
  const { code, message, advice, at } = error;
  return { code, message: beginning(redact(message)), advice, at };
}

function refusal({ name, error }: Refusal): string[] {
  return [
    printable(name),
    `  refused: ${printable(beginning(redact(error.describe()), 2 * MESSAGE_KEPT))}`,
  ];
}

function inspection(found: Inspection, width: number | undefined): string[] {
  const inner = width === undefined ? undefined : width - 2;
  const { name, bytes, sha256, dates, statements, tables } = found;
  return [
    `${printable(name)}  ${size(bytes)}  sha256 ${sha256.slice(0, 12)}…`,
    ...[
      `dates: ${printable(dates)}`,
      '',
      ...(statements.length === 0
        ? ['no statements']
        : table(STATEMENT_COLUMNS, firstOf(statements, STATEMENTS_SHOWN).map(statementRow), inner)),
      ...andMore(statements.length - STATEMENTS_SHOWN, 'statement'),
      '',
      ...(tables.length === 0
        ? ['no sections']
        : table(
            TABLE_COLUMNS,
            tables.map((each) => [
              each.section === '' ? '(none)' : each.section,
              each.table,
              each.rows === 0 ? 'empty' : formatNumber(each.rows),
            ]),
            inner,
          )),
      ...oddities(found),
    ].map((line) => `  ${line}`.trimEnd()),
  ];
}

function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length >= most) break;
    first.push(item);
  }
  return first;
}

function statementRow(statement: InspectedStatement): string[] {
  const { account, query, type, from, to, generatedAt } = statement;
  return [account, query, type, from ?? '?', to ?? '?', generatedAt ?? '?'];
}

function oddities({ problems, drift, notices }: Inspection): string[] {
  const { count, first } = problems;
  return [
    ...paragraph(
      count === 1
        ? '1 literal does not fit its column:'
        : `${formatNumber(count)} literals do not fit their column:`,
      first
        .slice(0, PROBLEMS_SHOWN)
        .map(({ line, section, element, attribute, literal, reason }) => {
          const named = { section, element, attribute };
          const place = describePosition(
            Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined)),
          );
          const text = `line ${line ?? '?'}, ${place}: ${jsonText(literal)}, ${reason}`;
          return printable(text);
        }),
      count,
    ),
    ...paragraph('attributes that the catalogue does not know:', seen(drift.attributes)),
    ...paragraph('sections and elements without a schema:', seen(drift.sections)),
    ...notices.flatMap((notice) => ['', `note: ${printable(notice)}`]),
  ];
}

function seen(names: Readonly<Record<string, number>>): string[] {
  return Object.entries(names).map(
    ([name, count]) => `${printable(name)} (${formatNumber(count)})`,
  );
}

function paragraph(title: string, items: readonly string[], count = items.length): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, NAMES_SHOWN);
  return ['', title, ...shown.map((item) => `  ${item}`), ...andMore(count - shown.length)];
}
