import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { writeInputs, type Inputs } from '../../src/cli/load-session.js';
import { WRITING_SETTINGS, type WritingCall } from '../../src/cli/load-settings.js';
import { createLog } from '../../src/cli/log.js';
import type { Output } from '../../src/cli/output.js';
import { FlexError } from '../../src/errors.js';
import { bytesSource } from '../../src/sources/stream.js';
import type { Summary } from '../../src/summary/summary.js';
import { report } from '../commands/reports.js';
import { freshFolder } from '../commands/run.js';

/** What a command would do that loads into `to`, and the summary that it prints. */
async function write(to: string, inputs: Omit<Inputs, 'find'>): Promise<Summary> {
  const written: string[] = [];
  const output = {
    isTerminal: false,
    columns: 80,
    ended: false,
    write: (text: string) => Promise.resolve(void written.push(text)),
    writeNow: () => undefined,
  } as unknown as Output;
  const defaults = Object.fromEntries(
    Object.entries(WRITING_SETTINGS).map(([name, setting]) => [name, setting.absent]),
  );
  const call = {
    operands: [],
    commands: [],
    settings: { ...defaults, to } as unknown as WritingCall['settings'],
    stdout: output,
    stderr: output,
    log: createLog({ level: 'silent', terminal: false, write: () => undefined }),
    beforeLog: { call: () => undefined },
    onLine: { call: () => undefined },
    lastWords: { call: () => Promise.resolve() },
    catalog: () => Promise.resolve(Catalog.load({})),
    sourceOf: () => 'default',
    invalid: () => new FlexError('FLEX_USAGE', 'Not usable.'),
  } satisfies WritingCall;
  const find = () => Promise.resolve([bytesSource('a.xml', Buffer.from(report()))]);
  await writeInputs(call, { ...inputs, find });
  return JSON.parse(written.join('')) as Summary;
}

describe('files that are shown, and a note about them that fails', () => {
  it.each(['csv', 'ndjson'])('are not told to be withdrawn: %s', async (scheme) => {
    const path = join(freshFolder(), 'out');
    const failure = new FlexError('FLEX_DEST_FULL', 'No space.');
    const summary = await write(`${scheme}:${path}`, { loaded: () => Promise.reject(failure) });
    expect(existsSync(path)).toBe(true);
    expect(summary).toMatchObject({ notices: [], exitCode: 73, error: { code: 'FLEX_DEST_FULL' } });
    expect(summary.tables).toMatchObject({ trades: { inserted: 2 } });
  });
});
