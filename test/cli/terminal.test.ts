/** A load whose log and summary are on one terminal: all is told once, and fits the width. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { writeInputs } from '../../src/cli/load-session.js';
import { WRITING_SETTINGS, type WritingCall } from '../../src/cli/load-settings.js';
import { createLog } from '../../src/cli/log.js';
import { Output } from '../../src/cli/output.js';
import { FlexError } from '../../src/errors.js';
import { bytesSource } from '../../src/sources/stream.js';
import { paintOf } from '../../src/text/paint.js';
import { report } from '../commands/reports.js';
import { freshFolder } from '../commands/run.js';

const WIDTH = 60;
const CUT = Buffer.from('<FlexQueryResponse><FlexStatements>');
const ODD = report({
  sections: '<CashTransactions><CashTransaction amount="twelve" odd="1" /></CashTransactions>',
});

/** A stream as Node has them, on a terminal; what is written goes to `screen`. */
function terminal(screen: string[], colours: boolean): Output {
  const stream = {
    ...{ isTTY: true, columns: WIDTH, on: () => undefined, hasColors: () => colours },
    write(text: string, done?: () => void) {
      screen.push(text);
      done?.();
    },
  };
  return new Output(stream as unknown as NodeJS.WriteStream);
}

interface Given {
  readonly colours?: boolean;
  readonly settings?: { readonly logLevel?: 'info'; readonly json?: boolean };
}

/** @returns all that stands on the screen, without the line that is rewritten */
async function screenOf({ colours = false, settings = {} }: Given = {}): Promise<string> {
  const screen: string[] = [];
  const output = terminal(screen, colours);
  const defaults = Object.fromEntries(
    Object.entries(WRITING_SETTINGS).map(([name, setting]) => [name, setting.absent]),
  );
  const to = `csv:${freshFolder()}/out`;
  const call = {
    operands: [],
    commands: [],
    settings: { ...defaults, to, ...settings } as unknown as WritingCall['settings'],
    stdout: output,
    stderr: output,
    log: createLog({
      ...{ terminal: true, columns: () => WIDTH, paint: paintOf(output.hasColours) },
      write: (line) => screen.push(line),
    }),
    beforeLog: { call: () => undefined },
    onLine: { call: () => undefined },
    lastWords: { call: () => Promise.resolve() },
    catalog: () => Promise.resolve(Catalog.load({})),
    sourceOf: () => 'default',
    invalid: () => new FlexError('FLEX_USAGE', 'Not usable.'),
  } satisfies WritingCall;
  const sources = [
    ...[1, 2, 3].map((n) => bytesSource(`odd-${n}.xml`, Buffer.from(`${ODD}\n<!-- ${n} -->`))),
    ...[1, 2].map((n) => bytesSource(`cut-${n}.xml`, CUT)),
  ];
  await writeInputs(call, { find: () => Promise.resolve(sources) });
  return screen.filter((text) => !text.startsWith('\r')).join('');
}

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('on a terminal', () => {
  it('an error and a notice are told once, at the end, in lines that fit', async () => {
    const text = await screenOf();
    expect(times(text, 'FLEX_TRUNCATED')).toBe(2);
    expect(times(text, '3 literals did not fit')).toBe(1);
    expect(times(text, 'note: Query')).toBe(1);
    expect(text).not.toMatch(/^(?:info|warn|error) /m);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^Failed: 2 of 5 inputs, in [\d.]+ s\.$/);
    const prose = text.split('\n').filter((line) => /^(?:FLEX_|note:)/.test(line));
    expect(prose.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('the log says all of it where a level is asked for', async () => {
    const text = await screenOf({ settings: { logLevel: 'info' } });
    expect(text).toMatch(/^info {2}odd-1\.xml: /m);
    expect(text).toMatch(/^error FLEX_TRUNCATED: cut-1\.xml/m);
  });

  it('the log says all of it where the summary is JSON', async () => {
    const text = await screenOf({ settings: { json: true } });
    expect(text).toMatch(/^error FLEX_TRUNCATED: cut-1\.xml/m);
  });

  it('there are colours where it has them, and none where it does not', async () => {
    const coloured = await screenOf({ colours: true });
    expect(coloured).toContain('\u001b[31mFailed: 2 of 5 inputs');
    expect(coloured).toContain('\u001b[33mnote: \u001b[39m');
    expect(await screenOf()).not.toContain('\u001b[');
  });
});
