/**
 * The job of docs/spark.md, in two threads of PySpark with Delta, over a dataset of simulated
 * accounts: it finds what `flexetl query` finds. SPARK_ACCOUNTS says how many accounts there are, a
 * year each.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { generateStatement } from '../../bench/generate.js';
import { freshFolder, run as flexetl } from '../../commands/run.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REFEREES = join(ROOT, '.tmp/referees');
const PYTHON = join(REFEREES, 'bin/python');
const JARS = join(REFEREES, 'jars');
const ACCOUNTS = Number(process.env['SPARK_ACCOUNTS'] ?? 12);
const run = promisify(execFile);

interface Month {
  readonly account_id: string;
  readonly month: string;
  /** A count of DuckDB is text in JSON. */
  readonly trades: number | string;
  readonly net_cash: string;
}

const QUERY = `SELECT account_id, strftime(trade_date, '%Y-%m') AS month, count(*) AS trades,
  CAST(sum(net_cash) AS VARCHAR) AS net_cash FROM trades WHERE year(report_date) = 2024
  GROUP BY ALL ORDER BY ALL`;

it('a Spark job finds what flexetl query finds', { timeout: 3_600_000 }, async ({ skip }) => {
  if (!existsSync(JARS)) skip('test/sinks/parquet/install-referees.sh --spark was not run');
  const folder = freshFolder();
  const archive = freshFolder();
  for (let number = 0; number < ACCOUNTS; number++) writeYear(archive, number);
  const to = `parquet:${join(folder, 'lake')}`;
  expect((await flexetl(['load', archive, '--to', to])).status).toBe(0);

  const { stdout } = await flexetl(['query', QUERY, '--to', to, '--json']);
  const wanted = (JSON.parse(stdout) as Month[]).map(told);
  expect(new Set(wanted.map(({ account_id: account }) => account)).size).toBe(ACCOUNTS);
  expect(await ofSpark(folder, join(folder, 'lake'))).toEqual(wanted);
});

function writeYear(archive: string, number: number): void {
  const account = `U${1_000_001 + number}`;
  const chunks = generateStatement({
    seed: number,
    account,
    query: 'Year',
    from: '2024-01-01',
    to: '2024-12-31',
    whenGenerated: '20250102;072104',
    sections: ['Trades'],
    levels: ['EXECUTION'],
  });
  writeFileSync(join(archive, `${account}.xml`), [...chunks].join(''));
}

/** Runs the first code of the page. */
async function ofSpark(folder: string, dataset: string): Promise<Month[]> {
  const page = readFileSync(join(ROOT, 'docs/spark.md'), 'utf8');
  const [, code] = /```python\n([\s\S]*?)```/.exec(page)!;
  const job = join(folder, 'job.py');
  writeFileSync(job, code!);
  const jars = readdirSync(JARS).map((name) => join(JARS, name));
  const { stdout } = await run(PYTHON, [job, dataset], {
    maxBuffer: 2 ** 30,
    env: {
      ...process.env,
      PYSPARK_SUBMIT_ARGS: `--master local[2] --jars ${jars.join(',')} --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2 pyspark-shell`,
    },
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => told(JSON.parse(line) as Month));
}

/** Sums as numbers of units: Spark writes all twelve places. */
function told({ account_id: account, month, trades, net_cash: cash }: Month): Month {
  const [whole, fraction = ''] = cash.split('.');
  const net = `${whole}.${fraction.padEnd(12, '0')}`;
  return { account_id: account, month, trades: Number(trades), net_cash: net };
}
