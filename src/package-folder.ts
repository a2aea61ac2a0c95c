/** The folder of the files that the package ships beside its code: package.json, schemas/, sql/. */
import { existsSync } from 'node:fs';

/** From src/, from dist/, and from dist/command/, which holds the bundled command. */
const CANDIDATES = ['../', '../../'].map((above) => new URL(above, import.meta.url));

/** The folder of the package. */
export const PACKAGE_FOLDER: URL =
  CANDIDATES.find((folder) => existsSync(new URL('package.json', folder))) ?? CANDIDATES[0]!;
