/** The files that the package ships beside its code: package.json, schemas/, sql/, compiled code. */
import { existsSync, readFileSync } from 'node:fs';

/** From src/, from dist/, and from dist/command/, which holds the bundled command. */
const CANDIDATES = ['../', '../../'].map((above) => new URL(above, import.meta.url));

/** The folder of the package. */
export const PACKAGE_FOLDER: URL =
  CANDIDATES.find((folder) => existsSync(new URL('package.json', folder))) ?? CANDIDATES[0]!;

/** A file that `npm run build` makes; undefined where it has not. */
export function shippedCode(path: string): Uint8Array | undefined {
  try {
    return readFileSync(new URL(path, PACKAGE_FOLDER));
  } catch {
    return undefined;
  }
}
