/** What `flexetl check` finds, and how it is printed. Pure. */
import { asSentence, type FlexError } from '../../errors.js';
import { mostSerious } from '../../summary/error.js';
import { beginning, jsonText, printable } from '../../text/printable.js';
import { redact, redactAll } from '../../text/redact.js';

/** One thing that was tried. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  /** One sentence, where there is no error to give it. */
  readonly message?: string;
  /** The advice, where there is no error to give it. */
  readonly advice?: string;
  /** Why it failed. */
  readonly error?: FlexError;
}

/** 0, or the exit status of the worst failure. */
export function exitStatusOf(findings: readonly Finding[]): number {
  const failures = findings.flatMap(({ status, error }) =>
    status === 'fail' ? (error ?? []) : [],
  );
  return mostSerious(failures)?.exitStatus ?? 0;
}

export function findingsJson(findings: readonly Finding[]): string {
  const checks = findings.map((finding) => ({
    name: finding.name,
    status: finding.status,
    ...told(finding),
    ...(finding.error === undefined ? {} : { code: finding.error.code }),
  }));
  const exitCode = exitStatusOf(findings);
  return `${jsonText(redactAll({ schema: 'flexetl/check@1', checks, exitCode }))}\n`;
}

/** A line for each. */
export function findingsText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .map((finding) => {
      const { message, advice } = told(finding);
      const code = finding.error === undefined ? '' : `${finding.error.code}: `;
      const said = [code + message, advice].filter((part) => part !== undefined).join(' ');
      return `${finding.status.padEnd(4)}  ${finding.name.padEnd(width)}  ${printable(redactAll(said) as string)}\n`;
    })
    .join('');
}

function told({ message, advice, error }: Finding): { message: string; advice?: string } {
  if (error !== undefined)
    return { message: asSentence(beginning(redact(error.message))), advice: error.advice };
  return { message: message ?? '', ...(advice === undefined ? {} : { advice }) };
}
