/** The fake service, spoken to without our client: what others test their pipelines with. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { parseScript } from '../../../src/flex-service/fake/script.js';
import { startFakeService } from '../../../src/flex-service/fake/server.js';
import { ManualClock } from '../client/manual-clock.js';
import { fake, folderOf, QUERY, REPORT, statement } from '../client/talk.js';

async function get(
  url: string,
  call: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const query = new URLSearchParams({ t: '31415926', v: '3', ...parameters });
  const response = await fetch(`${url}${call}?${query.toString()}`);
  return response.text();
}

const element = (name: string, xml: string): string | undefined =>
  new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(xml)?.[1];

describe('the fake service', () => {
  it('answers in two steps, as the real one', async () => {
    const { url } = await fake({ generating: 1 });
    const sent = await get(url, 'SendRequest', { q: QUERY });
    expect(sent).toMatch(/^<FlexStatementResponse timestamp='[^']*\u00a0E[DS]T'>/);
    expect(element('Status', sent)).toBe('Success');
    expect(element('Url', sent)).toBe(`${url}GetStatement`);
    const q = element('ReferenceCode', sent)!;
    expect(q).toMatch(/^\d{10}$/);
    const soon = await get(url, 'GetStatement', { q });
    expect([element('Status', soon), element('ErrorCode', soon)]).toEqual(['Warn', '1019']);
    expect(await get(url, 'GetStatement', { q })).toBe(REPORT);
    expect(await get(url, 'GetStatement', { q })).toBe(REPORT);
    const second = await get(url, 'SendRequest', { q: QUERY });
    expect(element('url', second)).toBe(`${url}GetStatement`);
  });

  it.each([
    ['SendRequest', { q: '999' }, '1014'],
    ['SendRequest', { q: QUERY, fd: '20240101', td: '20240102' }, '1003'],
    ['SendRequest', { q: QUERY, p: '3' }, '1003'],
    ['SendRequest', { q: QUERY, fd: '20240101' }, '1020'],
    ['SendRequest', { q: QUERY, t: '0' }, '1015'],
    ['SendRequest', { q: QUERY, v: '2' }, '1001'],
    ['GetStatement', { q: '1234567890' }, '1017'],
    ['GetStatement', { q: '1234567890', t: '0' }, '1015'],
  ])('answers %s %j with %s', async (call, parameters, code) => {
    const { url } = await fake({ tokens: ['31415926'] });
    expect(element('ErrorCode', await get(url, call, parameters))).toBe(code);
  });

  it('knows queries by folder and by name, and takes the newest report', async () => {
    const newest = statement('20240603', '20240630');
    const folder = folderOf({
      '11/a/old.xml': REPORT,
      '11/b/new.xml.gz': gzipSync(newest),
      'flat.XML': REPORT.replace('"Invented"', '"P &amp; L"'),
      '.hidden.xml': '<x/>',
      'notes.txt': 'x',
    });
    const { url, reports } = await fake({ folder });
    expect(reports).toHaveLength(3);
    const fetched = async (parameters: Record<string, string>): Promise<string> => {
      const q = element('ReferenceCode', await get(url, 'SendRequest', parameters))!;
      return get(url, 'GetStatement', { q });
    };
    expect(await fetched({ q: '11' })).toBe(newest);
    expect(await fetched({ q: 'a' })).toBe(REPORT);
    expect(await fetched({ q: 'P & L' })).toContain('P &amp; L');
    expect(await fetched({ q: '11', fd: '20240603', td: '20240628' })).toBe(REPORT);
    expect(await fetched({ q: '11', p: '28' })).toBe(newest);
  });

  it('answers any number with a plain directory of reports', async () => {
    const newest = statement('20240603', '20240630');
    const folder = folderOf({ 'a.xml': REPORT, '2024/06/b.xml': newest });
    const { url } = await fake({ folder });
    for (const query of ['123456', '7', '99999999999999999999']) {
      const q = element('ReferenceCode', await get(url, 'SendRequest', { q: query }))!;
      expect(await get(url, 'GetStatement', { q })).toBe(newest);
    }
    const q = element('ReferenceCode', await get(url, 'SendRequest', { q: '2024' }))!;
    expect(await get(url, 'GetStatement', { q })).toBe(newest);
    expect(element('ErrorCode', await get(url, 'SendRequest', { q: 'other' }))).toBe('1014');
  });

  it('answers a number first with the reports that are for it', async () => {
    const newest = statement('20240603', '20240630');
    const folder = folderOf({ 'new.xml': newest, '654321/old.xml': REPORT });
    const { url } = await fake({ folder });
    const sent = async (query: string): Promise<string> => {
      const q = element('ReferenceCode', await get(url, 'SendRequest', { q: query }))!;
      return get(url, 'GetStatement', { q });
    };
    expect(await sent('654321')).toBe(REPORT);
    expect(await sent('123456')).toBe(newest);
  });

  it('has a window from the first to the last day of all statements', async () => {
    const day = (from: string): string =>
      `<FlexStatement accountId="U1000001" fromDate="${from}" toDate="${from}" whenGenerated="x">${' '.repeat(70_000)}</FlexStatement>`;
    const folder = folderOf({
      'days.xml': `<FlexQueryResponse queryName='Days' type='AF'>${day('2024-06-04')}${day('20240603')}</FlexQueryResponse>`,
    });
    const { reports } = await fake({ folder });
    expect(reports[0]).toMatchObject({ from: '20240603', to: '20240604' });
    expect(reports[0]!.queries).toContain('Days');
  });

  it('throttles beyond its pace, where it is told to', async () => {
    const clock = new ManualClock();
    const { url } = await fake({ throttle: true, clock });
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 12; at++) {
      codes.push(element('ErrorCode', await get(url, 'SendRequest', { q: QUERY })));
      clock.pass(1_000);
    }
    expect(codes).toEqual([...Array<undefined>(10).fill(undefined), '1018', '1018']);
    clock.pass(60_000);
    expect(element('Status', await get(url, 'SendRequest', { q: QUERY }))).toBe('Success');
    expect(element('ErrorCode', await get(url, 'SendRequest', { q: QUERY }))).toBe('1018');
  });

  it('uses up each step of a script with one call that it is for', async () => {
    const { url, requests } = await fake({
      script: [
        { on: 'GetStatement', code: '1021' },
        { code: '1009', times: 2 },
        { path: 'other', status: 500 },
      ],
    });
    for (const call of ['SendRequest', 'SendRequest', 'GetStatement', 'SendRequest']) {
      await get(url, call, { q: QUERY });
    }
    await get(url, 'other/SendRequest', { q: QUERY });
    expect(requests.map(({ answer }) => answer)).toEqual([
      'Fail 1009',
      'Fail 1009',
      'Fail 1021',
      'Success',
      'HTTP 500',
    ]);
  });

  it('wants a user agent, and knows no other calls', async () => {
    const { url } = await fake();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const path = `/x/SendRequest?t=1&q=${QUERY}&v=3`;
    socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 403 /);
    socket.destroy();
    expect((await fetch(`${url}Elsewhere`)).status).toBe(404);
  });

  it('refuses a folder without reports, and a port that is taken', async () => {
    const starting = startFakeService({ folder: folderOf({ 'a.txt': 'x' }) });
    await expect(starting).rejects.toMatchObject({ code: 'FLEX_INPUT_NOT_FOUND' });
    const nowhere = startFakeService({ folder: '/nowhere/at/all' });
    await expect(nowhere).rejects.toMatchObject({ code: 'FLEX_INPUT_NOT_FOUND' });
    const folder = folderOf({ 'a.xml': REPORT });
    const port = Number(new URL((await fake({ folder })).url).port);
    await expect(startFakeService({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a script', () => {
  it('is a list of steps', () => {
    const steps = [
      { on: 'GetStatement', code: '1019', times: 3 },
      { body: 'huge', megabytes: 5 },
    ];
    expect(parseScript(JSON.stringify(steps), 'x.json')).toEqual(steps);
  });

  it.each([
    ['{', 'not JSON'],
    ['{}', 'the whole'],
    ['[{"cutafter": 3}]', 'step 0'],
    ['[{}, {"on": "Send"}]', 'step 1.on'],
    ['[{"status": 42}]', 'step 0.status'],
  ])('%s is none', (text, says) => {
    const parsing = (): unknown => parseScript(text, 'x.json');
    expect(parsing).toThrow(expect.objectContaining({ code: 'FLEX_CONFIG' }));
    expect(parsing).toThrow(says);
  });
});
