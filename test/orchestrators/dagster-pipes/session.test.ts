/** Whatever a load brings, Dagster takes each message, and no result is said twice or of others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPipes } from '../../../src/orchestrators/dagster-pipes/session.js';
import { CHECKS } from '../../../src/orchestrators/dagster-pipes/checks.js';
import { freshFolder } from '../../commands/run.js';
import { environmentOf } from './environment.js';
import { messagesOf, type Message } from './reader.js';
import { told, type Told } from './summaries.js';

const folder = freshFolder();
let files = 0;

/** What a session writes. */
async function sessionOf({ context, beginning, ending, lines }: Told): Promise<string> {
  const path = join(folder, `${files++}`);
  const { assets, ...rest } = context;
  const env = environmentOf({ ...rest, asset_keys: assets.map(({ key }) => key) }, { path });
  const session = openPipes({ ...beginning, env }, () => undefined);
  for (const line of lines) session.log('info', line);
  await session.end(ending);
  return readFileSync(path, 'utf8');
}

const named = (messages: readonly Message[], method: string): readonly Message[] =>
  messages.filter((message) => message.method === method);

describe('a session', () => {
  it('says nothing that Dagster does not take', async () => {
    await fc.assert(
      fc.asyncProperty(told, async (load) => {
        const messages = messagesOf(await sessionOf(load));
        expect(messages[0]?.method).toBe('opened');
        expect(messages.at(-1)?.method).toBe('closed');
        expect(named(messages, 'opened')).toHaveLength(1);
        expect(named(messages, 'closed')).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('reports assets of the step alone, each once, and checks that were asked for', async () => {
    await fc.assert(
      fc.asyncProperty(told, async (load) => {
        const messages = messagesOf(await sessionOf(load));
        const keys = load.context.assets.map(({ key }) => key);
        const reported = named(messages, 'report_asset_materialization').map(
          ({ params }) => params['asset_key'],
        );
        const checked = named(messages, 'report_asset_check').map(
          ({ params }) => `${String(params['asset_key'])} ${String(params['check_name'])}`,
        );
        expect(new Set(reported).size).toBe(reported.length);
        expect(reported.every((key) => keys.includes(String(key)))).toBe(true);
        expect(new Set(checked).size).toBe(checked.length);
        const asked = JSON.stringify(load.context.extras['flexetl_checks'] ?? []);
        expect(checked.every((each) => asked.includes(each.split(' ').at(-1)!))).toBe(true);
        expect(checked.every((each) => reported.includes(each.split(' ')[0]))).toBe(true);
        if (load.ending.error !== undefined) expect(reported).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('reports every check that is asked for by name', async () => {
    const [load] = fc.sample(told, { numRuns: 1, seed: 7 });
    const all = {
      ...load!,
      context: {
        ...load!.context,
        assets: [{ key: 'flex/trades', path: ['flex', 'trades'] }],
        extras: { flexetl_checks: CHECKS },
      },
      ending: { ...load!.ending, error: undefined },
    };
    const checked = named(messagesOf(await sessionOf(all)), 'report_asset_check');
    expect(checked.map(({ params }) => params['check_name'])).toEqual([...CHECKS]);
    // csv: has no ledger, so gaps are not known, which is no error.
    expect(checked.at(-1)?.params).toMatchObject({ passed: false, severity: 'WARN' });
  });

  it('stops at five hundred lines of the log', async () => {
    const [load] = fc.sample(told, { numRuns: 1, seed: 8 });
    const lines = Array.from({ length: 600 }, (_, index) => `line ${index}`);
    const logged = named(messagesOf(await sessionOf({ ...load!, lines })), 'log');
    expect(logged).toHaveLength(501);
    expect(logged.at(-1)?.params['message']).toMatch(/on stderr/);
  });
});
