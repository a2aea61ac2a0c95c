/**
 * One who is told of a call: the program that started it, a server that collects lineage. Types
 * only; who is there, and what happens where telling fails, is listeners.ts.
 */
import type { Catalog } from '../catalog/catalog.js';
import type { FlexError } from '../errors.js';
import type { InputOutcome } from '../pipeline/load-input.js';
import type { Summary } from '../summary/summary.js';
import type { Environment } from './orchestrator.js';

/** The call at its beginning. */
export interface Beginning {
  /** Whether reports are fetched first: `run`, not `load`. */
  readonly fetches: boolean;
  readonly loadId: string;
  /** DEST as the user gave it; may contain a password. */
  readonly to: string;
  readonly timezone: string;
  readonly catalog: Catalog;
  readonly env: Environment;
  /** Writes a line to stderr. */
  readonly print: (line: string) => void;
}

/** The call at its end. */
export interface Ending {
  /** Undefined where the settings cannot be used: then there is no summary. */
  readonly summary: Summary | undefined;
  readonly outcomes: readonly InputOutcome[];
  readonly error: FlexError | undefined;
  /** Whether the process is about to be killed. */
  readonly hurried: boolean;
}

export type LineLevel = 'info' | 'warn' | 'error';

/** Each method may throw: the load goes on. */
export interface Listener {
  /** @param message without secrets */
  log?(level: LineLevel, message: string): void;
  /** Called once. */
  end(ending: Ending): Promise<void>;
}
