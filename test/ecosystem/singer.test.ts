/**
 * Real targets of Singer take the stream, and the merge of docs/singer.md makes of their tables what
 * flexetl's own merge has. `install.sh singer` installs them.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from '../commands/reports.js';
import { freshFolder, lastLine, logLines, run } from '../commands/run.js';
import { sharedDatabase } from '../postgres/database.js';
import { ROOT, textOf } from '../repository/tree.js';

const POSTGRES = join(ROOT, '.tmp/ecosystem/singer/bin/target-postgres');
const JSONL = join(ROOT, '.tmp/ecosystem/singer-jsonl/bin/target-jsonl');
const missing = [POSTGRES, JSONL].every((path) => existsSync(path))
  ? ''
  : ' (skipped: test/ecosystem/install.sh singer was not run)';
/** Ends a hang: on a busy machine a target takes minutes to start. */
const PATIENCE = 900_000;

const week = (number: number): string =>
  join(ROOT, `fixtures/loads/rolling-window-dated/${number}.xml`);
/**
 * Ten megabytes, with whatever some reader takes for the end of a line, and what JSON escapes. In a
 * report it is less than the 16 MiB that a tag may have.
 */
const LONG = 'a\n\r\t\u2028\u2029\u0085\u007f\u0080"\'\\ \\n é 😀'.repeat(350_000);
const attribute = (text: string): string =>
  text.replace(/[<&"\n\r\t]/g, (one) => `&#${one.charCodeAt(0)};`);
/** Of other accounts than the weeks. */
const DEMO = join(
  freshFolder({
    'demo.xml': readFileSync(join(ROOT, 'fixtures/demo/input.xml'), 'utf8')
      .replaceAll('U1000001', 'U1000006')
      .replaceAll('U1000002', 'U1000007'),
  }),
  'demo.xml',
);
const [MERGE = ''] = /(?<=```sql\n)SELECT[^`]*/.exec(textOf('docs/singer.md')) ?? [];

/** Of what is compared; decimals without the zeros that a column of twelve places adds. */
const COLUMNS = [
  ...['account_id', '_query', '_row_key', '_statement_id', 'symbol', 'report_date', 'buy_sell'],
  ...['quantity', 'trade_price', 'net_cash', 'fifo_pnl_realized'].map(
    (name) => `trim_scale(${name})`,
  ),
].join(', ');

/** The stream of a load. @returns what it wrote to stdout */
async function stream(inputs: readonly string[], state = ''): Promise<string> {
  const { status, stdout, stderr } = await run([
    ...['load', ...inputs, '--to', `singer:-${state}`],
  ]);
  expect(status, stderr).toBe(0);
  expect(JSON.parse(lastLine(stderr))).toMatchObject({ schema: 'flexetl/summary@1' });
  return stdout;
}

/** Feeds a target. @returns the states that it printed */
function feed(target: string, config: object, messages: string, cwd = freshFolder()) {
  const path = join(cwd, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return new Promise<string>((fed, failed) => {
    const child = spawn(target, ['--config', path], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    let [states, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (states += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', failed);
    child.on('close', (status) => (status === 0 ? fed(states) : failed(new Error(said))));
    child.stdin.on('error', () => undefined);
    child.stdin.end(messages);
  });
}

describe.skipIf(missing !== '')(`targets of Singer${missing}`, { timeout: PATIENCE }, () => {
  const database = sharedDatabase();

  const config = (schema: string): object => {
    const url = new URL(database().url);
    return {
      host: url.hostname,
      port: Number(url.port),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: url.pathname.slice(1),
      default_target_schema: schema,
      add_record_metadata: false,
      activate_version: false,
    };
  };

  const merged = (schema: string): Promise<(string | null)[][]> => {
    const sql = MERGE.replace('FROM trades', `FROM ${schema}.trades`).replace(
      'FROM flexetl_statements',
      `FROM ${schema}.flexetl_statements`,
    );
    return database().texts(`SELECT ${COLUMNS} FROM (${sql}) merged ORDER BY 1, 2, 3`);
  };

  it('hold after the merge of the documentation what the own merge has', async () => {
    const own = `${database().url}?schema=own`;
    const inputs = [week(2), week(1), DEMO];
    expect((await run(['load', ...inputs], { env: { FLEXETL_TO: own } })).status).toBe(0);

    // A file older than another comes first, and later the others, with the state given back.
    const folder = freshFolder();
    const state = join(folder, 'state.json');
    const states = await feed(POSTGRES, config('raw'), await stream([week(2)]));
    writeFileSync(state, `${lastLine(states)}\n`);
    const rest = await stream(inputs, `?state=${state}`);
    const again = await stream([week(2)], `?state=${state}`);
    expect(again.split('\n')).toEqual([expect.stringContaining('"STATE"'), '']);
    await feed(POSTGRES, config('raw'), rest);

    const expected = await database().texts(`SELECT ${COLUMNS} FROM own.trades ORDER BY 1, 2, 3`);
    expect(expected.length).toBeGreaterThan(30);
    expect(await merged('raw')).toEqual(expected);
    const [[stored]] = (await database().texts('SELECT count(*) FROM raw.trades')) as [[string]];
    expect(Number(stored)).toBeGreaterThan(expected.length);
    const types = await database().texts(
      `SELECT data_type, numeric_precision, numeric_scale FROM information_schema.columns
       WHERE table_schema = 'raw' AND table_name = 'trades' AND column_name = 'trade_price'`,
    );
    expect(types).toEqual([['numeric', '38', '12']]);

    // Sent once more, because a state was lost: nothing stands there twice.
    await feed(POSTGRES, config('raw'), await stream([week(1)]));
    expect(await database().texts('SELECT count(*) FROM raw.trades')).toEqual([[stored]]);
  });

  it('take every table of a statement', async () => {
    const cwd = freshFolder();
    const messages = await stream([DEMO]);
    const states = await feed(
      JSONL,
      { destination_path: cwd, do_timestamp_file: false },
      messages,
      cwd,
    );
    const records = (text: string): string[] =>
      text.split('\n').filter((line) => line.includes('"RECORD"'));
    const lines = readdirSync(cwd)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(cwd, name), 'utf8').trimEnd().split('\n'));
    expect(lines).toHaveLength(records(messages).length);
    const sent = records(messages).map((line) => (JSON.parse(line) as { record: object }).record);
    const byText = (rows: readonly object[]): string[] =>
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    expect(byText(lines.map((line) => JSON.parse(line) as object))).toEqual(byText(sent));
    expect(JSON.parse(lastLine(states))).toHaveProperty('bookmarks.flexetl.loaded');
  });

  it('take a text of ten megabytes as it is', async () => {
    expect(Buffer.byteLength(LONG)).toBeGreaterThan(10_000_000);
    const xml = report({ trades: 2, extra: `description="${attribute(LONG)}"` });
    const messages = await stream([join(freshFolder({ 'a.xml': xml }), 'a.xml')]);
    const sent = logLines(messages).filter(({ stream: table }) => table === 'trades');
    expect(sent.slice(1)).toMatchObject([1, 2].map(() => ({ record: { description: LONG } })));

    const cwd = freshFolder();
    await feed(JSONL, { destination_path: cwd, do_timestamp_file: false }, messages, cwd);
    const kept = logLines(readFileSync(join(cwd, 'trades.jsonl'), 'utf8'));
    expect(kept.map(({ description }) => description === LONG)).toEqual([true, true]);

    await feed(POSTGRES, config('long'), messages);
    const stored = await database().texts('SELECT description FROM long.trades');
    expect(stored.map(([description]) => description === LONG)).toEqual([true, true]);
  });
});
