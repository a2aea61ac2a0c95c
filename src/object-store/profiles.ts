/**
 * Reads the settings files of the AWS tools: `~/.aws/config` and `~/.aws/credentials`. Their meaning
 * is decided in settings.ts and credentials.ts.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FlexError } from '../errors.js';
import type { Environment } from '../http/proxies.js';

/** Values by name; in a nested block, by `block.name`. */
export type Section = Readonly<Record<string, string>>;

export interface Profile {
  readonly name: string;
  readonly values: Section;
  /** The settings of services that the profile refers to. */
  readonly services: Section;
}

/**
 * The profile in AWS_PROFILE, or `default`, from both files.
 * @throws FlexError FLEX_CONFIG if a named profile is missing, or a file cannot be read
 */
export async function readProfile(env: Environment): Promise<Profile> {
  const named = env['AWS_PROFILE'] ?? '';
  const name = named === '' ? 'default' : named;
  const home = join(env['HOME'] ?? homedir(), '.aws');
  const place = (variable: string, file: string): string => {
    const given = env[variable] ?? '';
    return given === '' ? join(home, file) : given;
  };
  const config = await readIni(place('AWS_CONFIG_FILE', 'config'));
  const credentials = await readIni(place('AWS_SHARED_CREDENTIALS_FILE', 'credentials'));
  const ofConfig =
    config.get(`profile ${name}`) ?? (name === 'default' ? config.get(name) : undefined);
  const ofCredentials = credentials.get(name);
  if (named !== '' && ofConfig === undefined && ofCredentials === undefined) {
    throw new FlexError(
      'FLEX_CONFIG',
      `AWS_PROFILE is ${JSON.stringify(name)}, but there is no such profile.`,
      {
        advice: 'Correct or unset AWS_PROFILE, or add the profile to ~/.aws/config.',
      },
    );
  }
  const values = { ...ofConfig, ...ofCredentials };
  return { name, values, services: config.get(`services ${values['services'] ?? ''}`) ?? {} };
}

/** Sections by name; empty if there is no such file. */
async function readIni(path: string): Promise<Map<string, Section>> {
  try {
    return parseIni(await readFile(path, 'utf8'));
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return new Map();
    throw new FlexError('FLEX_CONFIG', `${path} cannot be read (${code ?? String(thrown)}).`, {
      advice: 'Let the user that runs flexetl read it.',
      cause: thrown,
    });
  }
}

/** `[section]`, `name = value` in any case, and indented `name = value` below a `name =` without a value. */
export function parseIni(text: string): Map<string, Section> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | undefined;
  let block = '';
  for (const line of text.split(/\r?\n/)) {
    const [, heading] = /^\[([^\]]*)\]/.exec(line) ?? [];
    if (heading !== undefined) {
      const title = heading
        .trim()
        .replaceAll(/\s+/g, ' ')
        .replace(/^(profile|services) "?(.*?)"?$/, '$1 $2');
      sections.set(title, (section = sections.get(title) ?? {}));
      block = '';
      continue;
    }
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (name === '' || /^[#;]/.test(name) || section === undefined) continue;
    const value = line.slice(at + 1).trim();
    const nested = /^\s/.test(line) && block !== '';
    section[nested ? `${block}.${name}` : name] = value.replace(/\s[#;].*$/, '');
    if (!nested) block = value === '' ? name : '';
  }
  return sections;
}
