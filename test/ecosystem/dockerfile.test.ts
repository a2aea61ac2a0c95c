/** The Dockerfile, as its linter sees it. `install.sh hadolint` installs that. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../repository/tree.js';
import { missing, pythonOf, ROOT } from './programs.js';

const HADOLINT = join(dirname(pythonOf('hadolint')), 'hadolint');

describe.skipIf(missing('hadolint') !== '')(`the Dockerfile${missing('hadolint')}`, () => {
  it('has nothing that a linter finds', () => {
    const found = execFileSync(HADOLINT, ['--format', 'json', 'Dockerfile'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(found)).toEqual([]);
  });

  it('is found wanting where it is', () => {
    const wrong = 'FROM node:latest\nRUN cd /tmp && sudo apt-get install tini\n';
    expect(() =>
      execFileSync(HADOLINT, ['-'], { input: wrong, stdio: ['pipe', 'pipe', 'pipe'] }),
    ).toThrow(/Command failed/);
  });

  it('runs without root, and passes signals on', () => {
    const stages = textOf('Dockerfile').split(/^FROM /m);
    const last = stages.at(-1)!;
    expect(last).toMatch(/^USER 1000$/m);
    expect(last).toMatch(/^ENTRYPOINT \["tini", "--", "flexetl"\]$/m);
    expect(last).not.toMatch(/^HEALTHCHECK/m);
  });
});
