/**
 * The memory that DuckDB may use during a load: little at first, more if a load needs it. The retry
 * of the load is src/sinks/sql/load.ts.
 */
import { quoteLiteral } from '../../catalog/sql.js';
import type { SqlEngine } from '../sql/engine.js';
import type { DuckdbSettings } from './settings.js';

/**
 * What DuckDB may take while it loads, where nobody says: all that does not fit is spilled beside the
 * file, and a load that cannot do with it is tried again with the next, at last with DuckDB's own.
 */
const LOADING_LIMITS = ['120MB', '240MB', '480MB'];

function loadingLimits(settings: DuckdbSettings): readonly string[] {
  const { memoryLimit, loadingLimits: limits = LOADING_LIMITS } = settings;
  return memoryLimit === undefined ? limits : [memoryLimit];
}

/**
 * Settings of DuckDB's for a load. One thread: it works on fewer buffers at a time, and a few rows
 * take longer to be shared out than to be read. What is freed goes back to the system at once. The
 * log is worked into the file less often than after every 16 MB: each time, all columns of all
 * tables that were touched are written again.
 */
export function loadingSettings(settings: DuckdbSettings): Record<string, string> {
  const [first = ''] = loadingLimits(settings);
  return {
    memory_limit: first,
    threads: '1',
    checkpoint_threshold: '32MB',
    default_block_size: '16384',
    allocator_flush_threshold: '1MB',
    allocator_bulk_deallocation_flush_threshold: '1MB',
  };
}

/** The limit that is in force in a database. */
export class MemoryLimit {
  private lifted = 0;

  constructor(
    private readonly engine: Pick<SqlEngine, 'rollback' | 'rows' | 'run'>,
    private readonly settings: DuckdbSettings,
  ) {}

  /** Rolls back, and allows more. @returns false where there is no more, or the user has said how much */
  async lift(): Promise<boolean> {
    const { engine, settings } = this;
    const limits = loadingLimits(settings);
    if (settings.memoryLimit !== undefined || this.lifted === limits.length) return false;
    this.lifted++;
    // A transaction that failed takes no setting.
    await engine.rollback();
    const limit = limits[this.lifted] ?? (await this.ownLimit());
    await engine.run(`SET memory_limit = ${quoteLiteral(limit)}`);
    return true;
  }

  /** DuckDB's own: most of the machine. RESET tells which it is, and does not put it in force. */
  private async ownLimit(): Promise<string> {
    await this.engine.run('RESET memory_limit');
    const [own] = await this.engine.rows(`SELECT current_setting('memory_limit') AS most`);
    return own!['most']!;
  }
}
