/**
 * The files of recipes/ and the pages that show them say the same: a block of a page is a file, or a
 * part of it. That the files work is shown in test/ecosystem, with the programs that they are for.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from '../repository/tree.js';
import { blocksOf } from './documents.js';

const PAGES = ['docs/daily-job.md', 'docs/many-workers.md'];
const pages = PAGES.map(textOf).join('\n');
const files = readdirSync(join(ROOT, 'recipes'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
  .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length).replace(/^\//, ''));

describe('a recipe', () => {
  it.each(files.filter((path) => path.endsWith('.py')))('%s is named by a page', (path) => {
    expect(pages).toContain(`](../${path})`);
  });

  it.each([
    ['recipes/systemd/flexetl.service', 'ini', '[Service]'],
    ['recipes/systemd/flexetl.timer', 'ini', '[Timer]'],
    ['recipes/crontab', 'text', 'CRON_TZ='],
    ['recipes/airflow/flex_daily.py', 'python', 'WorthARetry()'],
  ])('%s is what a page shows', (path, info, mark) => {
    const shown = blocksOf(textOf(PAGES[0]!)).filter(
      (block) => block.info === info && block.code.includes(mark),
    );
    expect(shown).toHaveLength(1);
    expect(textOf(path)).toContain(shown[0]!.code.trimEnd());
  });
});
