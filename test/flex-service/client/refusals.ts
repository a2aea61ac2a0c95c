/** Answers that the fake service does not give, and errors without any service. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FlexError } from '../../../src/errors.js';
import { failure } from '../../../src/flex-service/fake/bodies.js';
import { readServiceResponse } from '../../../src/flex-service/response.js';
import { parseEndpoint } from '../../../src/flex-service/client/endpoint.js';
import { memoryPacer } from '../../../src/flex-service/client/pacing.js';
import { Retries } from '../../../src/flex-service/client/retries.js';
import { ManualClock } from './manual-clock.js';

/** What is said of a code, at an endpoint that tests do not speak to. */
export function refusal(endpoint: string, errorCode: string): FlexError {
  const clock = new ManualClock();
  const tries = new Retries(
    { query: '1' },
    {
      ...{ clock, waitMilliseconds: 0, pacer: memoryPacer(clock) },
      endpoint: parseEndpoint(endpoint),
      log: () => undefined,
    },
  );
  return tries.refusal(readServiceResponse(failure(errorCode)));
}

export interface OneAnswer {
  readonly url: string;
  requests: number;
  stop(): Promise<void>;
}

/** A server that gives one answer to everything. */
export async function server(
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<OneAnswer> {
  const http = createServer((_, response) => {
    service.requests++;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const service: OneAnswer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    requests: 0,
    stop: () =>
      new Promise((stopped) => {
        http.close(() => stopped());
        http.closeAllConnections();
      }),
  };
  return service;
}
