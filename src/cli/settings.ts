/**
 * The settings of commands: each is one option on the command line and one environment variable.
 * How they are given to commander is cli/options.ts; no setting of a particular command is here.
 */

/** How one setting is written and read. */
export interface Setting<T> {
  readonly summary: string;
  /** Name of the value in the help; undefined for a flag. */
  readonly value: string | undefined;
  /** Another name, hidden from the help: `toDate`. */
  readonly alias?: string;
  /** May be given several times. */
  readonly repeatable: boolean;
  readonly choices: readonly string[] | undefined;
  /** The default as the help shows it. */
  readonly defaultText: string | undefined;
  /** The value if it is not given. */
  readonly absent: T;
  /** What is accepted, for messages: `merge, append or replace`. */
  readonly expected: string;
  /** @returns undefined if the texts are invalid */
  readonly read: (texts: readonly string[]) => T | undefined;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

export type Values<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

/** A boolean setting. In the environment: 1, true, yes, on, or 0, false, no, off. */
export function flag(summary: string): Setting<boolean> {
  return {
    summary,
    value: undefined,
    repeatable: false,
    choices: undefined,
    defaultText: undefined,
    absent: false,
    expected: '1, true, yes, 0, false or no',
    read: ([text = '']) => readBoolean(text),
  };
}

/** Free text. */
export function text(value: string, summary: string): Setting<string | undefined>;
export function text(value: string, summary: string, absent: string): Setting<string>;
export function text(value: string, summary: string, absent?: string): Setting<string | undefined> {
  return {
    summary,
    value,
    repeatable: false,
    choices: undefined,
    defaultText: absent,
    absent,
    expected: 'some text',
    read: (texts) => (last(texts)?.trim() === '' ? undefined : last(texts)),
  };
}

/** One of a few words. */
export function choice<const T extends string>(
  choices: readonly T[],
  summary: string,
  absent: T,
): Setting<T>;
export function choice<const T extends string>(
  choices: readonly T[],
  summary: string,
): Setting<T | undefined>;
export function choice<const T extends string>(
  choices: readonly T[],
  summary: string,
  absent?: T,
): Setting<T | undefined> {
  return {
    summary,
    value: 'WORD',
    repeatable: false,
    choices,
    defaultText: absent,
    absent,
    expected: choices.join(', ').replace(/, ([^,]*)$/, ' or $1'),
    read: (texts) => choices.find((word) => word === last(texts)),
  };
}

/** Names, separated by commas; may be given several times. */
export function list(value: string, summary: string): Setting<readonly string[]> {
  return {
    summary,
    value: `${value},…`,
    repeatable: true,
    choices: undefined,
    defaultText: undefined,
    absent: [],
    expected: 'names separated by commas',
    read: (texts) => {
      const names = texts.flatMap((part) => part.split(',')).map((name) => name.trim());
      const given = names.filter((name) => name !== '');
      return given.length === 0 ? undefined : given;
    },
  };
}

/** A whole number from `min` to `max`. */
export function integer(
  value: string,
  summary: string,
  { min, max }: { readonly min: number; readonly max: number },
): Setting<number | undefined> {
  return {
    summary,
    value,
    repeatable: false,
    choices: undefined,
    defaultText: undefined,
    absent: undefined,
    expected: `a whole number from ${min} to ${max}`,
    read: (texts) => {
      const digits = last(texts) ?? '';
      const number = Number(digits);
      return /^\d{1,15}$/.test(digits) && number >= min && number <= max ? number : undefined;
    },
  };
}

/** A umask: the permissions withheld from files, in octal digits. */
export function mask(summary: string): Setting<number | undefined> {
  return {
    ...text('OCTAL', summary),
    absent: undefined,
    expected: 'octal digits from 000 to 077',
    read: (texts) => {
      const digits = last(texts) ?? '';
      return /^0{0,2}[0-7]{1,2}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
    },
  };
}

/** The name of an IANA time zone. */
export function timezone(summary: string, absent: string): Setting<string> {
  return {
    ...text('IANA', summary, absent),
    expected: 'the name of a time zone, such as America/New_York or UTC',
    read: (texts) => {
      const zone = last(texts) ?? '';
      return isTimezone(zone) ? zone : undefined;
    },
  };
}

/** `asQuery` is `--as-query`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** `asQuery` is `FLEXETL_AS_QUERY`. */
export function environmentName(name: string): string {
  return `FLEXETL_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(word)) return true;
  if (['0', 'false', 'no', 'off'].includes(word)) return false;
  return undefined;
}

function last(texts: readonly string[]): string | undefined {
  return texts.at(-1);
}

function isTimezone(zone: string): boolean {
  // Offsets such as +05:00 are accepted by newer runtimes only, and are not zones.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
