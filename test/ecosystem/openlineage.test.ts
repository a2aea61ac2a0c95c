/**
 * The classes of OpenLineage's Python client, which are generated from the specification, take the
 * events of loads. `install.sh openlineage` installs it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/orchestrators/openlineage/events.js';
import { report } from '../commands/reports.js';
import { freshFolder, logLines, run } from '../commands/run.js';
import { missing, python, ROOT } from './programs.js';

const SCRIPT = join(ROOT, 'test/ecosystem/openlineage_events.py');
const PARENT = '0192f6c0-7b1e-7c3a-9d5e-0123456789ab';

describe.skipIf(missing('openlineage') !== '')(`OpenLineage${missing('openlineage')}`, () => {
  it('takes the events of loads that succeed and that fail', async () => {
    const folder = freshFolder({
      'a.xml': report(),
      'b.xml': report({ day: '20240305' }),
      'c.xml': '<FlexQueryResponse',
    });
    const env = {
      OPENLINEAGE__TRANSPORT__TYPE: 'file',
      OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: 'events',
      OPENLINEAGE__TRANSPORT__APPEND: 'true',
      OPENLINEAGE_PARENT_ID: `airflow/flex.load/${PARENT}`,
      OPENLINEAGE_ROOT_PARENT_ID: `airflow/flex/${PARENT}`,
    };
    for (const names of [['a.xml'], ['b.xml', 'c.xml'], ['a.xml', '--to', 'csv:out']]) {
      await run(['load', ...names], { cwd: folder, env });
    }
    const { stdout } = await python('openlineage', [SCRIPT, 'events', 'again'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ events: 6 });
    const eventsOf = (name: string): RunEvent[] =>
      logLines(readFileSync(join(folder, name), 'utf8')) as unknown as RunEvent[];
    const sent = eventsOf('again');
    expect(sent.map(({ eventType }) => eventType)).toEqual([
      'START',
      'COMPLETE',
      'START',
      'FAIL',
      'START',
      'COMPLETE',
    ]);
    // The client sends on what was in them, columns and their lineage included.
    expect(sent.map(({ outputs }) => outputs)).toMatchObject(
      eventsOf('events').map(({ outputs }) =>
        outputs.map(({ namespace, name }) => ({ namespace, name })),
      ),
    );
  });
});
