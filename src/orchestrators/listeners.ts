/**
 * All who are told of a call. Who they are is read from the environment, and their code is loaded
 * only if they are there. They change nothing: whatever fails here is one warning in the log, and
 * the load goes on.
 */
import { redact } from '../text/redact.js';
import type { Beginning, Ending, LineLevel, Listener } from './listener.js';
import { isGiven, orchestratorOf, type DagsterRun, type Environment } from './orchestrator.js';

/** Whether events of OpenLineage are to go anywhere. */
function wantsLineage(env: Environment): boolean {
  if (env['OPENLINEAGE_DISABLED']?.trim().toLowerCase() === 'true') return false;
  const places = ['OPENLINEAGE_URL', 'OPENLINEAGE__TRANSPORT__TYPE', 'OPENLINEAGE__TRANSPORT__URL'];
  return places.some((name) => isGiven(env[name]));
}

/** All who hear of a call. */
export class Listeners {
  /** What the orchestrator says of the run, for the ledger: JSON, without secrets. */
  readonly orchestrator: string | undefined;
  private readonly present: { readonly name: string; readonly listener: Listener }[] = [];

  private constructor(
    env: Environment,
    private readonly warn: (message: string) => void,
    pipes: DagsterRun | undefined,
  ) {
    this.orchestrator = orchestratorOf(env, pipes);
  }

  /**
   * Looks who is there.
   * @param warn called once for each that cannot be told
   */
  static async open(beginning: Beginning, warn: (message: string) => void): Promise<Listeners> {
    const { env } = beginning;
    const pipes = isGiven(env['DAGSTER_PIPES_CONTEXT'])
      ? await attempt('Dagster Pipes', warn, async () => {
          const { openPipes } = await import('./dagster-pipes/session.js');
          return openPipes(beginning, warn);
        })
      : undefined;
    const all = new Listeners(env, warn, pipes?.context);
    if (pipes !== undefined) all.present.push({ name: 'Dagster Pipes', listener: pipes });
    if (wantsLineage(env)) {
      const listener = await attempt('OpenLineage', warn, async () => {
        const { openLineage } = await import('./openlineage/session.js');
        return openLineage(beginning, warn);
      });
      if (listener !== undefined) all.present.push({ name: 'OpenLineage', listener });
    }
    return all;
  }

  /** Hands a line of the log on. */
  log(level: LineLevel, message: string): void {
    for (const each of [...this.present]) {
      try {
        each.listener.log?.(level, message);
      } catch (thrown) {
        this.drop(each, thrown);
      }
    }
  }

  /** Tells the end of the call. Never throws. */
  async end(ending: Ending): Promise<void> {
    for (const each of this.present.splice(0)) {
      await attempt(each.name, this.warn, () => each.listener.end(ending));
    }
  }

  /** One that failed is told nothing more. */
  private drop(
    each: { readonly name: string; readonly listener: Listener },
    thrown: unknown,
  ): void {
    this.present.splice(this.present.indexOf(each), 1);
    this.warn(failed(each.name, thrown));
  }
}

/** @returns undefined where it failed, which is told */
async function attempt<T>(
  name: string,
  warn: (message: string) => void,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    warn(failed(name, thrown));
    return undefined;
  }
}

function failed(name: string, thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `${name} is not told of this call, which goes on: ${redact(reason).replace(/\.$/, '')}.`;
}
