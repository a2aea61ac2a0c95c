/**
 * The names and locations of files in an archive:
 *
 *     DIR/<query>/<last day>/<first>_<last>_<generated>_<digest>.xml.gz
 *
 * Names sort by time, and every part of one is checked: nothing that the service sends can lead to
 * a name outside of DIR. Pure.
 */
import { FlexError } from '../errors.js';

/** Used if a report does not state its days, or when it was generated. */
export const UNDATED = 'undated';

export const REPORT_ENDING = '.xml.gz';
export const PROVENANCE_ENDING = '.json';

/** Digits of the digest in a name: more if another report has the same ones. */
export const DIGEST_LENGTHS = [8, 16, 64] as const;

const QUERY = /^[A-Za-z0-9_-]{1,64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;

/** The parts of a report's file name. */
export interface NameParts {
  /** `2024-03-04`, or null where the report does not say. */
  readonly from: string | null;
  readonly to: string | null;
  /** `2024-03-05T12:21:04Z`, or null. */
  readonly generatedAt: string | null;
  /** SHA-256 of the XML, in hex. */
  readonly sha256: string;
}

/** Whether it can be the ID of a query: letters, digits, `-` and `_`. */
export function isQueryId(text: string): boolean {
  return QUERY.test(text);
}

/** The folder of a query. @throws FlexError FLEX_CONFIG for what is no ID */
export function queryFolder(query: string): string {
  if (!isQueryId(query)) {
    throw new FlexError('FLEX_CONFIG', `${JSON.stringify(query)} is not a query ID.`, {
      advice: 'Give the query ID that Client Portal shows: a number.',
    });
  }
  return query;
}

/** The folder, below that of the query, of a report whose last day is `to`. */
export function dayFolder(to: string | null): string {
  return day(to);
}

/** The name of a report without its ending. */
export function baseName(parts: NameParts, digestLength: number): string {
  const { from, to, generatedAt, sha256 } = parts;
  return [day(from), day(to), moment(generatedAt), sha256.slice(0, digestLength)].join('_');
}

/** Whether a report with this name may be the one with that digest. */
export function mayHold(name: string, sha256: string): boolean {
  return (
    !name.startsWith('.') &&
    DIGEST_LENGTHS.some((length) => name.endsWith(`_${sha256.slice(0, length)}${REPORT_ENDING}`))
  );
}

/** The path of the provenance that belongs to a report. */
export function provenancePath(report: string): string {
  return report.slice(0, -REPORT_ENDING.length) + PROVENANCE_ENDING;
}

function day(text: string | null): string {
  return text !== null && DAY.test(text) ? text : UNDATED;
}

/** `2024-03-05T122104Z`: colons cannot be in file names everywhere. */
function moment(text: string | null): string {
  const [, date, hour, minute, second] = INSTANT.exec(text ?? '') ?? [];
  return date === undefined ? UNDATED : `${date}T${hour}${minute}${second}Z`;
}
