/**
 * Sends the events of a call. The one of the start is on its way while the call works; the end waits
 * for it and for its own, five seconds in all, and what has not arrived then is given up.
 */
import type { Beginning, Ending, Listener } from '../listener.js';
import { endEvent, startEvent, type Identity, type RunEvent } from './events.js';
import { parentOf } from './parent.js';
import { openSender, type Sender } from './sender.js';
import { namespaceOf, readTransport } from './settings.js';

/** Milliseconds. Clients of OpenLineage have the same. */
const PATIENCE = 5000;
/** Where the process is about to be killed. */
const HURRIED_PATIENCE = 1000;

/** @throws Error for variables that cannot be used */
export function openLineage(beginning: Beginning, warn: (message: string) => void): Listener {
  const { env } = beginning;
  const sender = openSender(readTransport(env), env, beginning.print);
  return new LineageListener(beginning, sender, {
    namespace: namespaceOf(env),
    parent: readParent(beginning, warn),
  });
}

/** A parent that cannot be read keeps no event from being sent. */
function readParent({ env }: Beginning, warn: (message: string) => void): Identity['parent'] {
  try {
    return parentOf(env);
  } catch (thrown) {
    warn(`The events of OpenLineage name no parent: ${(thrown as Error).message}.`);
    return undefined;
  }
}

class LineageListener implements Listener {
  private readonly abandoned = new AbortController();
  private readonly started: Promise<Error | undefined>;

  constructor(
    private readonly beginning: Beginning,
    private readonly sender: Sender,
    private readonly identity: Identity,
  ) {
    this.started = this.send(startEvent(beginning, identity, new Date()));
  }

  async end(ending: Ending): Promise<void> {
    const { beginning, identity } = this;
    const patience = ending.hurried ? HURRIED_PATIENCE : PATIENCE;
    const timer = setTimeout(() => {
      this.abandoned.abort(new Error(`the server took more than ${patience / 1000} s`));
    }, patience);
    try {
      const failures = [
        await this.started,
        await this.send(endEvent(beginning, identity, ending, new Date())),
      ];
      const failure = failures.find((each) => each !== undefined);
      if (failure !== undefined) throw failure;
    } finally {
      clearTimeout(timer);
      this.sender.close();
    }
  }

  /** Never rejects: the event of the start fails while nobody waits for it. @returns the failure */
  private async send(event: RunEvent): Promise<Error | undefined> {
    try {
      await this.sender.send(event, this.abandoned.signal);
      return undefined;
    } catch (thrown) {
      return thrown instanceof Error ? thrown : new Error(String(thrown));
    }
  }
}
