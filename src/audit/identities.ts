/** Every identity of the audit, in the order of the documentation. No SQL here. */
import { cashMovements } from './cash-movements.js';
import { cashParts } from './cash-parts.js';
import { cashChain } from './cash-windows.js';
import { funds } from './funds.js';
import type { Identity } from './identity.js';
import { lots } from './lots.js';
import { navParts } from './nav-parts.js';
import { navTotals } from './nav-totals.js';
import { navChain } from './nav-windows.js';
import { positions } from './positions.js';

export const IDENTITIES: readonly Identity[] = [
  navParts,
  navTotals,
  navChain,
  cashParts,
  cashChain,
  cashMovements,
  positions,
  funds,
  lots,
];
