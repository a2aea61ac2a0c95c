/**
 * The ways that an event can take: a request, a file, stderr. Stdout is not one, for the summary is
 * its last line.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { agentOf, answerTo } from '../../http/exchange.js';
import { failureOf } from '../../http/failures.js';
import { Proxies, type Environment } from '../../http/proxies.js';
import { eventJson, type RunEvent } from './events.js';
import type { Transport } from './settings.js';

export interface Sender {
  /** @throws what kept the event from arriving, without secrets */
  send(event: RunEvent, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Milliseconds for a connection and for an answer. */
const PATIENCE = 5000;
const MOST_ANSWER = 1024 * 1024;

/** @param print writes a line to stderr */
export function openSender(
  transport: Transport,
  env: Environment,
  print: (line: string) => void,
): Sender {
  if (transport.type === 'http') return new HttpSender(transport, env);
  const write = transport.type === 'file' ? fileWriter(transport) : print;
  return {
    send: (event) => {
      write(`${eventJson(event)}\n`);
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

/** As the clients do: a line for each event, or a file for each, named after the time. */
function fileWriter({ path, append }: Transport & { type: 'file' }): (line: string) => void {
  if (append) return (line) => appendFileSync(path, line);
  return (line) => {
    const { eventType, eventTime } = JSON.parse(line) as RunEvent;
    const time = eventTime.replace(/[^0-9TZ]/g, '');
    writeFileSync(`${path}-${time}-${eventType}.json`, line, { flag: 'wx' });
  };
}

class HttpSender implements Sender {
  private readonly agent;

  /** @throws FlexError for a proxy that cannot be used */
  constructor(
    private readonly transport: Transport & { type: 'http' },
    env: Environment,
  ) {
    const proxies = new Proxies(env);
    proxies.for(transport.url);
    this.agent = agentOf(proxies, undefined, PATIENCE);
  }

  async send(event: RunEvent, signal: AbortSignal): Promise<void> {
    const { url, authorization, gzip } = this.transport;
    const json = Buffer.from(eventJson(event));
    const { status } = await answerTo(this.agent, {
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
        ...(gzip && { 'content-encoding': 'gzip' }),
      },
      body: gzip ? gzipSync(json) : json,
      limit: MOST_ANSWER,
      patience: PATIENCE,
      signal,
    }).catch((thrown: unknown) => {
      throw new Error(`${url.host}: ${failureOf(thrown).told}`);
    });
    if (status >= 300) throw new Error(`${url.host} answers with status ${status}`);
  }

  close(): void {
    void this.agent.destroy();
  }
}
