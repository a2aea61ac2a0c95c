/** The version of this package, from package.json: for `--version`, the ledger and provenance. */
import { readFileSync } from 'node:fs';
import { PACKAGE_FOLDER } from './package-folder.js';

const manifest = JSON.parse(readFileSync(new URL('package.json', PACKAGE_FOLDER), 'utf8')) as {
  version: string;
};

export const VERSION = manifest.version;
