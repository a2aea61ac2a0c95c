/** The list of commands is whole: `ls src/commands` reads as `flexetl --help`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all.js';
import { ROOT } from '../repository/tree.js';

it('there is a file for each command, and no other beside the list', () => {
  const files = readdirSync(join(ROOT, 'src', 'commands'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  expect(files).toEqual([...COMMANDS.map(({ name }) => name), 'all'].sort());
});
