/**
 * A report served for other days, in this process: what is sent for a request, and its rows.
 * No expectations here.
 */
import { fake, folderOf } from '../client/talk.js';

/** A Friday: its last day of business is Thursday, 2026-11-26. */
export const TODAY = new Date('2026-11-27T17:00:00Z');

/** The days of a request, as they are sent; absent parameters are not. */
export type Asked = Readonly<Partial<Record<'fd' | 'td' | 'p', string>>>;

/** Days of a request: `2024-01-02`, both included. */
export const days = (from: string, to = from): Asked => ({
  fd: from.replaceAll('-', ''),
  td: to.replaceAll('-', ''),
});

export interface Rebased {
  /** The body, or the code of an error. */
  readonly ask: (period?: Asked) => Promise<string>;
}

/** Serves one report, or several by name, with `rebase`. */
export async function rebased(
  report: string | Buffer | Readonly<Record<string, string | Buffer>>,
  now = TODAY,
): Promise<Rebased> {
  const files =
    typeof report === 'string' || Buffer.isBuffer(report) ? { 'report.xml': report } : report;
  const { url } = await fake({ folder: folderOf(files), rebase: true, now: () => now });
  const get = async (call: string, parameters: Asked & { readonly q: string }): Promise<string> => {
    const query = new URLSearchParams({ t: '1', v: '3', ...parameters });
    return (await fetch(`${url}${call}?${query.toString()}`)).text();
  };
  return {
    async ask(period = {}) {
      const sent = await get('SendRequest', { q: '123456', ...period });
      const [, code] = /<ErrorCode>(\d+)/.exec(sent) ?? [];
      if (code !== undefined) return code;
      const [, q = ''] = /<ReferenceCode>(\d+)/.exec(sent) ?? [];
      return get('GetStatement', { q });
    },
  };
}

export type Attributes = Readonly<Record<string, string>>;

/** The attributes of every element of this name. */
export function rowsOf(xml: string, element: string): Attributes[] {
  const tags = [...xml.matchAll(new RegExp(`<${element}\\s[^<>]*>`, 'g'))];
  return tags.map(([tag]) => {
    const pairs = [...tag.matchAll(/(\w+)="([^"]*)"/g)];
    return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
  });
}

/** A report of one account, with these sections. */
export function reportWith(statement: string, sections: string): string {
  return (
    '<FlexQueryResponse queryName="Moved" type="AF">\n<FlexStatements count="1">\n' +
    `<FlexStatement accountId="U1000001" ${statement}>\n${sections}\n</FlexStatement>\n` +
    '</FlexStatements>\n</FlexQueryResponse>\n'
  );
}
