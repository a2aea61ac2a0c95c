/**
 * The faults of the fake service: a list of steps, each for one call. The form of a step is here
 * and, for people, in commands/fake-service.ts; server.ts and response-writer.ts carry it out.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FlexError } from '../../errors.js';

const count = z.number().int().nonnegative();

/**
 * One step. The first matching call uses it up; a call without a matching step is served as usual.
 * All fields are optional.
 */
const STEP = z.strictObject({
  /** Only for this call. Default: for both. */
  on: z.enum(['SendRequest', 'GetStatement']).optional(),
  /** Only for requests whose path contains this text. Default: for any. */
  path: z.string().optional(),
  /** How many calls it applies to. Default 1. */
  times: z.number().int().positive().optional(),
  /** Milliseconds before the answer. */
  delay: count.optional(),
  /** An error code of the service, sent in an envelope. */
  code: z.string().optional(),
  /** The words of the envelope. Default: those of the code. */
  message: z.string().optional(),
  /** Status of the envelope. Default: Warn for 1019 and 1025, else Fail. */
  word: z.enum(['Success', 'Warn', 'Fail']).optional(),
  /** HTTP status. Default 200. */
  status: z.number().int().min(100).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** The address to redirect to, with the parameters of the request. */
  redirect: z.string().optional(),
  /**
   * `report`: the report, without any delay; `empty`, `html`, `csv`, `text`; `huge`: a report of
   * `megabytes`, generated as it is sent. Default: the usual answer.
   */
  body: z.enum(['report', 'empty', 'html', 'csv', 'text', 'huge']).optional(),
  /** Size of the huge body. Default 2048. */
  megabytes: count.optional(),
  /** Compresses the body. */
  gzip: z.boolean().optional(),
  /** Cuts the connection after N bytes of the body, as sent. */
  cutAfter: count.optional(),
  /** Ends the body after N bytes as if it were complete. */
  endAfter: count.optional(),
  /** Sends N bytes of the body and then nothing more. */
  stallAfter: count.optional(),
  /** Resets the connection without an answer. */
  reset: z.boolean().optional(),
  /** The address in the answer to SendRequest. Default: the service's own. */
  url: z.string().optional(),
  /** How the element of that address is spelled. Default: `Url` and `url` in turn. */
  urlElement: z.enum(['Url', 'url']).optional(),
});

export type ScriptStep = z.infer<typeof STEP>;

/** @throws FlexError FLEX_CONFIG if the file cannot be read or is invalid */
export async function readScript(path: string): Promise<ScriptStep[]> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new FlexError('FLEX_CONFIG', `The script ${path} cannot be read (${code}).`);
  });
  return parseScript(text, path);
}

/** @param name of the script, for messages */
export function parseScript(text: string, name: string): ScriptStep[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FlexError('FLEX_CONFIG', `The script ${name} is not JSON.`);
  }
  const { data, error } = z.array(STEP).safeParse(value);
  if (data !== undefined) return data;
  const said = error.issues
    .map(
      ({ path, message }) =>
        `${path.length === 0 ? 'the whole' : `step ${path.join('.')}`}: ${message}`,
    )
    .join('; ');
  throw new FlexError('FLEX_CONFIG', `The script ${name} is invalid: ${said}.`, {
    advice: '`flexetl fake-service --help` describes the form; steps count from 0.',
  });
}

/** The steps that are not used up yet. */
export class Script {
  private readonly steps: { step: ScriptStep; left: number }[];

  constructor(steps: readonly ScriptStep[]) {
    this.steps = steps.map((step) => ({ step, left: step.times ?? 1 }));
  }

  /** The step for this call, which uses it up once more; undefined if there is none. */
  next(call: string, path: string): ScriptStep | undefined {
    const found = this.steps.find(
      ({ step, left }) => left > 0 && (step.on ?? call) === call && path.includes(step.path ?? ''),
    );
    if (found === undefined) return undefined;
    found.left--;
    return found.step;
  }
}
