/** Every identity that an audit proves, in the order of the documentation. No SQL here. */
import type { Identity } from './identity.js';
import { navParts } from './nav-parts.js';

export const IDENTITIES: readonly Identity[] = [navParts];
