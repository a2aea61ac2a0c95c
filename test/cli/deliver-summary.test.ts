import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CONTAINER_PLACES,
  printSummary,
  writeSummaryFiles,
} from '../../src/cli/deliver-summary.js';
import { createLog } from '../../src/cli/log.js';
import type { Output } from '../../src/cli/output.js';
import { summaryLine } from '../../src/summary/limit.js';
import { buildSummary, type Summary } from '../../src/summary/summary.js';
import { freshFolder } from '../commands/run.js';
import { call, counts, failed, loaded } from '../outcomes.js';

const success = buildSummary(call([loaded('a.xml', { trades: counts(1) })]));
const silent = createLog({ level: 'silent', terminal: false, write: () => undefined });
const failure = buildSummary(call([failed('a.xml', 'FLEX_HTML')]));

/** Writes into a container that has what is named. */
function deliver(summary: Summary, has: readonly ('xcom' | 'termination-log')[]) {
  const folder = freshFolder();
  const lines: string[] = [];
  const log = createLog({ terminal: true, write: (line) => lines.push(line) });
  const airflowFolder = join(folder, 'xcom');
  const terminationLog = join(folder, 'termination-log');
  if (has.includes('xcom')) mkdirSync(airflowFolder);
  if (has.includes('termination-log')) writeFileSync(terminationLog, '');
  const summaryFile = join(folder, 'summary.json');
  writeSummaryFiles(summary, { summaryFile, airflowFolder, terminationLog }, log);
  return { folder, airflowFolder, terminationLog, summaryFile, lines };
}

describe('the files that a summary goes to', () => {
  it('are those of the container where it has them', () => {
    expect(CONTAINER_PLACES).toEqual({
      airflowFolder: '/airflow/xcom',
      terminationLog: '/dev/termination-log',
    });
    const { airflowFolder, terminationLog, summaryFile, lines } = deliver(failure, [
      'xcom',
      'termination-log',
    ]);
    const line = `${summaryLine(failure)}\n`;
    expect(readFileSync(summaryFile, 'utf8')).toBe(line);
    expect(readFileSync(join(airflowFolder, 'return.json'), 'utf8')).toBe(line);
    expect(readdirSync(airflowFolder)).toEqual(['return.json']);
    expect(readFileSync(terminationLog, 'utf8')).toMatch(
      /^FLEX_HTML: a\.xml: It went wrong\. .*\n$/,
    );
    expect(lines).toEqual([]);
  });

  it('end what a database said before they say what to do', () => {
    const summary = buildSummary(call([failed('a.xml', 'FLEX_DEST_REFUSED', 'Permission denied')]));
    const { terminationLog } = deliver(summary, ['termination-log']);
    expect(readFileSync(terminationLog, 'utf8')).toContain('Permission denied. Grant the right');
  });

  it('are none that a container does not have', () => {
    expect(readdirSync(deliver(failure, []).folder)).toEqual(['summary.json']);
  });

  it('give no reason for a failure where there was none', () => {
    const { terminationLog } = deliver(success, ['termination-log']);
    expect(readFileSync(terminationLog, 'utf8')).toBe('');
  });

  it('do not change what was done where one cannot be written', () => {
    const folder = freshFolder();
    const lines: string[] = [];
    const log = createLog({ terminal: true, write: (line) => lines.push(line) });
    const nowhere = join(folder, 'nowhere');
    writeSummaryFiles(
      success,
      { summaryFile: join(nowhere, 'a.json'), airflowFolder: nowhere, terminationLog: nowhere },
      log,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error The summary could not be written to .*nowhere\/a\.json/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the summary on the screen', () => {
  function screen(isTerminal: boolean): { output: Output; written: string[] } {
    const written: string[] = [];
    const output = {
      isTerminal,
      columns: 80,
      write: (text: string) => Promise.resolve(void written.push(text)),
    };
    return { output: output as unknown as Output, written };
  }

  it.each([
    [true, false, false, /^input .*Loaded 1 input/s],
    [true, true, false, /^\{.*\}\n$/],
    [false, false, false, /^\{.*\}\n$/],
  ])('terminal %s, --json %s', async (terminal, json, rowsOnStdout, expected) => {
    const stdout = screen(terminal);
    const stderr = screen(terminal);
    const streams = { stdout: stdout.output, stderr: stderr.output, log: silent };
    await printSummary(success, streams, { json, rowsOnStdout });
    expect(stdout.written.join('')).toMatch(expected);
    expect(stderr.written).toEqual([]);
  });

  it('is beside the rows where they are on stdout', async () => {
    const stdout = screen(false);
    const stderr = screen(false);
    const streams = { stdout: stdout.output, stderr: stderr.output, log: silent };
    await printSummary(success, streams, { json: false, rowsOnStdout: true });
    expect(stdout.written).toEqual([]);
    expect(stderr.written).toEqual([`${summaryLine(success)}\n`]);
  });
});
