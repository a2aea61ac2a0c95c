/**
 * Lets each report of a folder serve any days: reads its days, and sends it moved to those of a
 * request. How days are chosen is in timeline.ts, how the text changes in rebaser.ts.
 */
import { Catalog } from '../../catalog/catalog.js';
import { FlexError } from '../../errors.js';
import { AttributeCatalog } from './attributes.js';
import { dayOf, dayText, slashEvidence, type SlashOrder } from './literals.js';
import { attributeOf, PieceReader, withValues, type Piece } from './pieces.js';
import { Plan } from './plan.js';
import { daysOf, Rebaser } from './rebaser.js';
import { reportBytes, type Period, type ServedReport } from './reports.js';
import { requestedDays, type Days } from './timeline.js';

/** A report moved to the requested days. */
export interface RebasedReport {
  /** Reads the report again on each call. */
  body(): AsyncGenerator<Buffer, void, undefined>;
  /** Its days: `2024-01-01 to 2024-01-31`. */
  readonly told: string;
}

/** Facts about a report that are needed to move it. */
interface ReportDays {
  readonly own: Days;
  readonly statements: readonly Days[];
  readonly order: SlashOrder;
}

export class Rebasing {
  private readonly attributes: AttributeCatalog;
  private readonly days: ReadonlyMap<string, ReportDays>;

  private constructor(attributes: AttributeCatalog, days: ReadonlyMap<string, ReportDays>) {
    this.attributes = attributes;
    this.days = days;
  }

  /**
   * Reads all reports.
   * @throws FlexError FLEX_DATE_ORDER for a report with ambiguous dates; FLEX_CONFIG if no report
   *   names its days
   */
  static async open(reports: readonly ServedReport[]): Promise<Rebasing> {
    const attributes = new AttributeCatalog(Catalog.load());
    const days = new Map<string, ReportDays>();
    for (const { path } of reports) {
      const found = await readDays(path, attributes);
      if (found !== undefined) days.set(path, found);
    }
    if (days.size > 0) return new Rebasing(attributes, days);
    throw new FlexError('FLEX_CONFIG', 'No report in the directory names its days.', {
      advice: 'Serve a Flex report whose statements have fromDate and toDate.',
    });
  }

  /** Whether the days of the report are known, which moving it requires. */
  knows({ path }: ServedReport): boolean {
    return this.days.has(path);
  }

  /**
   * @param today as `2024-01-31`
   * @returns an error code of the service if it has no such report
   */
  rebase({ path }: ServedReport, period: Period, today: string): RebasedReport | string {
    const days = this.days.get(path);
    if (days === undefined) return '1003';
    const { own, statements, order } = days;
    const window = requestedDays(period, own, today);
    if (typeof window === 'string') return window;
    const plan = new Plan(own, statements, window);
    const count = statementsIn(plan, statements);
    if (count === 0) return '1003';
    const named = period.fd !== undefined || period.p !== undefined;
    const attributes = this.attributes;
    const options = { attributes, plan, own, order, count, named };
    return {
      told: `${dayText(window.from)} to ${dayText(window.to)}`,
      async *body() {
        for (let pass = 0; pass < plan.passes; pass++) {
          const rebaser = new Rebaser({ ...options, pass });
          for await (const pieces of piecesOf(path)) {
            const text = rebaser.take(pieces);
            if (text !== '') yield Buffer.from(text, 'latin1');
          }
        }
      },
    };
  }
}

function statementsIn(plan: Plan, statements: readonly Days[]): number {
  let count = 0;
  for (let pass = 0; pass < plan.passes; pass++) {
    count += statements.filter((days) => plan.statement(days, pass) !== undefined).length;
  }
  return count;
}

async function* piecesOf(path: string): AsyncGenerator<Piece[], void, undefined> {
  const reader = new PieceReader();
  for await (const chunk of reportBytes(path)) yield reader.take(chunk);
  yield reader.end();
}

/** @returns undefined if no statement names its days */
async function readDays(
  path: string,
  attributes: AttributeCatalog,
): Promise<ReportDays | undefined> {
  const tags: string[] = [];
  const proofs = new Set<'mdy' | 'dmy' | 'either'>();
  for await (const pieces of piecesOf(path)) {
    for (const { name, kind, text } of pieces) {
      if (kind !== 'open' && kind !== 'empty') continue;
      // A copy: a part of the text would keep all of it in memory.
      if (name === 'FlexStatement') tags.push(Buffer.from(text, 'latin1').toString('latin1'));
      for (const proof of proofsIn(text, attributes)) proofs.add(proof);
    }
  }
  const order = orderOf(proofs, path);
  const firsts = tags.map((tag) => dayOf(attributeOf(tag, 'fromDate') ?? '', order));
  const lasts = tags.map((tag) => dayOf(attributeOf(tag, 'toDate') ?? '', order));
  const own = {
    from: Math.min(...firsts.filter((day) => day !== undefined)),
    to: Math.max(...lasts.filter((day) => day !== undefined)),
  };
  if (!(own.from <= own.to) || !Number.isFinite(own.from) || !Number.isFinite(own.to)) {
    return undefined;
  }
  return { own, order, statements: tags.map((tag) => daysOf(tag, { own, order })) };
}

/** The evidence of the slash dates of a tag. */
function proofsIn(tag: string, attributes: AttributeCatalog): ('mdy' | 'dmy' | 'either')[] {
  const proofs: ('mdy' | 'dmy' | 'either')[] = [];
  if (!/["']\d\d\/\d\d\/\d\d/.test(tag)) return proofs;
  withValues(tag, (name, value) => {
    const proof = attributes.isDate(name) ? slashEvidence(value) : undefined;
    if (proof !== undefined) proofs.push(proof);
    return value;
  });
  return proofs;
}

/** A query writes all its dates in one format. */
function orderOf(proofs: ReadonlySet<'mdy' | 'dmy' | 'either'>, path: string): SlashOrder {
  if (proofs.has('mdy')) return 'mdy';
  if (proofs.has('dmy')) return 'dmy';
  if (proofs.size === 0) return undefined;
  throw new FlexError(
    'FLEX_DATE_ORDER',
    'The dates of the report are ambiguous (MM/dd or dd/MM), so it cannot be moved.',
    { at: { file: path }, advice: 'Serve a report with a date after the 12th of a month.' },
  );
}
