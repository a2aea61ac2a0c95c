/** Where the files are that the package ships beside its code: package.json, schemas/, sql/. */
import { existsSync } from 'node:fs';

/** Of src/, of dist/, and of dist/command/, where the bundled command is. */
const CANDIDATES = ['../', '../../'].map((above) => new URL(above, import.meta.url));

/** The folder of the package. */
export const PACKAGE_FOLDER: URL =
  CANDIDATES.find((folder) => existsSync(new URL('package.json', folder))) ?? CANDIDATES[0]!;
