/** `flexetl verify` on stdout: for a person, or as one JSON document. */
import type { Difference } from '../../sinks/sql/verify/comparison.js';
import { variantWords } from '../../sinks/variant.js';
import { plural, andMore, formatNumber } from '../../text/numbers.js';
import { jsonText, printable } from '../../text/printable.js';
import { redact, redactAll } from '../../text/redact.js';
import type { VerifyOutcome, VerifiedInput } from './compare.js';

/** How many files are listed; those that are the same are not. */
const INPUTS_SHOWN = 20;
/** How many columns of a row are listed. */
const COLUMNS_SHOWN = 5;

export function verificationJson(found: VerifyOutcome): string {
  return `${jsonText(redactAll(found))}\n`;
}

/** The differences, and a line of counts. */
export function verificationText(found: VerifyOutcome): string {
  const { inputs, differences, totals, notAttempted } = found;
  const odd = inputs.filter(({ status }) => status !== 'same');
  const shown = odd.slice(0, INPUTS_SHOWN);
  const lines = [
    ...shown.map(inputLine),
    ...andMore(odd.length - shown.length, 'file'),
    ...differences.map(differenceLine),
    ...andMore(totals.missing + totals.different + totals.unexpected - differences.length, 'row'),
    totalLine(found),
    ...(notAttempted.length === 0
      ? []
      : [`${plural(notAttempted.length, 'file was', 'files were')} not compared`]),
  ];
  return `${lines.join('\n')}\n`;
}

function inputLine({
  name,
  status,
  rows,
  tables = {},
  loadedAs = [],
  error,
}: VerifiedInput): string {
  const file = printable(redact(name));
  switch (status) {
    case 'same':
      return `${file}: same`;
    case 'failed':
    case 'cancelled':
      return `${file}: not compared, ${error?.code ?? ''}`;
    case 'not_loaded': {
      const ways = loadedAs.map(variantWords).join(', and ');
      const otherwise = ways === '' ? '' : ` in this way; it was loaded ${ways}`;
      return `${file}: not loaded${printable(redact(otherwise))}`;
    }
    case 'differs': {
      const { missing = 0, different = 0, unexpected = 0 } = rows ?? {};
      const names = Object.keys(tables).join(', ');
      return `${file}: ${formatNumber(missing)} missing, ${formatNumber(different)} different, ${formatNumber(unexpected)} unexpected, in ${printable(names)}`;
    }
  }
}

function differenceLine(difference: Difference & { readonly input: string }): string {
  const { kind, table, account, query, key, columns } = difference;
  const place = [account, query, key].filter((part) => part !== null && part !== '').join(' ');
  const named = columns
    .slice(0, COLUMNS_SHOWN)
    .map(
      ({ column, file, stored }) =>
        `${column} is ${value(file)} in the file, ${value(stored)} here`,
    );
  const rest = columns.length - named.length;
  const what = [...named, ...(rest > 0 ? [plural(rest, 'more column')] : [])].join('; ');
  return printable(`  ${kind}: ${table} ${place}${what === '' ? '' : `: ${what}`}`);
}

function value(text: string | null): string {
  return text === null ? 'NULL' : jsonText(text);
}

function totalLine({ destination, totals }: VerifyOutcome): string {
  const { same, differing, notLoaded, failed, overruled, required } = totals;
  const files = [
    `${formatNumber(same)} same`,
    `${formatNumber(differing)} differing`,
    `${formatNumber(notLoaded)} not loaded`,
    ...(failed > 0 ? [`${formatNumber(failed)} failed`] : []),
  ].join(', ');
  const note = overruled > 0 ? `; ${plural(overruled, 'more was', 'more were')} overruled` : '';
  return `${printable(destination)}: files ${files}; ${plural(required, 'row')} compared${note}`;
}
