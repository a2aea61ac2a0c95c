/** The bodies of the fake service other than reports of the folder. */
import { BROKER_TIMEZONE } from '../../time/days.js';
import { SERVICE_CODES } from '../codes.js';
import type { ScriptStep } from './script.js';

/** The time in New York in the service's format: with a no-break space before the zone. */
function timestamp(now: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: BROKER_TIMEZONE,
    year: 'numeric',
    month: 'long',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(now);
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  const date = `${of('day')} ${of('month')}, ${of('year')}`;
  return `${date} ${of('hour')}:${of('minute')} ${of('dayPeriod')}\u00a0${of('timeZoneName')}`;
}

export const HTML =
  '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body>Back soon.</body></html>\n';
export const CSV =
  '"ClientAccountID","CurrencyPrimary","Symbol"\n"U1000001","USD","ABCD"\n"U1000001","EUR","EFGH"\n';
export const TEXT = 'The service is not there at this time.\n';

const envelope = (lines: readonly string[]): string =>
  [
    `<FlexStatementResponse timestamp='${timestamp(new Date())}'>`,
    ...lines,
    '</FlexStatementResponse>\n',
  ].join('\n');

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An answer without a report. The service sends 1019 as a warning, and likewise 1025. */
export function failure(
  code: string,
  { message = SERVICE_CODES.get(code)?.message ?? 'Unknown.', word }: Partial<ScriptStep> = {},
): string {
  const status = word ?? (code === '1019' || code === '1025' ? 'Warn' : 'Fail');
  return envelope([
    `<Status>${status}</Status>`,
    `<ErrorCode>${text(code)}</ErrorCode>`,
    `<ErrorMessage>${text(message)}</ErrorMessage>`,
  ]);
}

/**
 * The answer to SendRequest. White space surrounds the address, as the real service sends it at
 * times.
 */
export function success(referenceCode: string, url: string, element: 'Url' | 'url'): string {
  return envelope([
    '<Status>Success</Status>',
    `<ReferenceCode>${referenceCode}</ReferenceCode>`,
    `<${element}>\n${text(url)}\n</${element}>`,
  ]);
}

/** A report of about N megabytes, generated as it is read. */
export function* huge(megabytes: number): Generator<Buffer, void, undefined> {
  yield Buffer.from(
    '<FlexQueryResponse queryName="Huge" type="AF">\n<FlexStatements count="1">\n' +
      '<FlexStatement accountId="U1000001" fromDate="20240102" toDate="20240102" period="" whenGenerated="20240103;070000">\n<Trades>\n',
  );
  const row =
    '<Trade accountId="U1000001" currency="USD" symbol="ABCD" tradeDate="20240102" quantity="1" tradePrice="2.5" levelOfDetail="EXECUTION" />\n';
  const rows = Buffer.from(row.repeat(Math.floor((1024 * 1024) / row.length)));
  for (let sent = 0; sent < megabytes; sent++) yield rows;
  yield Buffer.from('</Trades>\n</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n');
}
