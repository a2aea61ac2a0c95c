/**
 * The parts of README.md that are made from the program: the commands with
 * their settings, what an audit proves, and the error codes. The sources of truth
 * are the files of src/commands/, src/audit/ and src/errors.ts; `npm run generate` writes the parts, and
 * generated-parts.test.ts holds that they are current.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IDENTITIES } from '../../src/audit/identities.js';
import type { CommandDefinition } from '../../src/cli/command.js';
import { GLOBAL_SETTINGS } from '../../src/cli/common-settings.js';
import { ERROR_CODES } from '../../src/errors.js';
import { environmentName, optionName, type Settings } from '../../src/cli/settings.js';
import { filesOf, ROOT, textOf } from '../repository/tree.js';

/** The commands, in the order of the help. @throws Error where the list and the files differ */
export async function commands(): Promise<CommandDefinition[]> {
  const folder = join(ROOT, 'src', 'commands');
  const defined = new Map<string, CommandDefinition>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    if (!/= defineCommand\(/.test(textOf(`src/commands/${file}`))) continue;
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const each of Object.values(module).filter(isDefinition)) defined.set(each.name, each);
  }
  const listed = listedNames();
  if (listed.toSorted().join() !== [...defined.keys()].sort().join()) {
    throw new Error(`src/cli.ts lists ${listed.join()}; defined are ${[...defined.keys()].join()}`);
  }
  return listed.map((name) => defined.get(name)!);
}

/** The list in cli.ts cannot be imported: that would run the program. */
function listedNames(): string[] {
  const [, names = ''] = /\bCOMMANDS\b[^=]*= \[([^\]]*)\]/.exec(textOf('src/cli.ts')) ?? [];
  return names
    .split(',')
    .map((name) => name.trim().replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
    .filter((name) => name !== '');
}

function isDefinition(value: unknown): value is CommandDefinition {
  return typeof value === 'object' && value !== null && 'operands' in value && 'settings' in value;
}

/** Texts by the name in their markers. */
export async function generatedParts(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['identities', identitiesPart()],
    ['commands', commandsPart(await commands())],
    ['errors', errorsPart()],
  ]);
}

/** @throws Error where the document lacks the markers of a part */
export function withParts(document: string, parts: ReadonlyMap<string, string>): string {
  let text = document;
  for (const [name, part] of parts) {
    const [start, end] = [`<!-- generated: ${name} -->\n`, `<!-- end: ${name} -->\n`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`There are no markers around ${name}.`);
    text = `${text.slice(0, from + start.length)}\n${part}\n${text.slice(to)}`;
  }
  return text;
}

function commandsPart(definitions: readonly CommandDefinition[]): string {
  const sections = definitions.map(({ name, operands, summary, settings, examples, epilogue }) =>
    [
      `### flexetl ${name}`,
      '',
      '```text',
      ['flexetl', name, '[options]', operands].join(' ').trim(),
      '```',
      '',
      sentence(summary),
      '',
      ...settingsTable(settings),
      '',
      ...(epilogue === undefined ? [] : ['```text', epilogue.trim(), '```', '']),
      'Examples:',
      '',
      '```text',
      ...examples,
      '```',
    ].join('\n'),
  );
  const everywhere = ['### Options of every command', '', ...settingsTable(GLOBAL_SETTINGS)];
  return `${[...sections, everywhere.join('\n')].join('\n\n')}\n`;
}

function identitiesPart(): string {
  const rows = IDENTITIES.map(({ name, equation, tolerance, leavesOut }) => {
    const rounding = tolerance === '0' ? 'none' : tolerance;
    return `| ${code(name)} | ${cell(equation)} | ${rounding} | ${cell(leavesOut)} |`;
  });
  return [
    '| identity | what must be equal | rounding | what it leaves out, and how it is read |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function settingsTable(settings: Settings): string[] {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const { value, choices, defaultText, summary } = setting;
    const option = value === undefined ? optionName(name) : `${optionName(name)} ${value}`;
    const words = choices === undefined ? '' : ` One of ${choices.map(code).join(', ')}.`;
    const otherwise = defaultText === undefined ? '' : ` Default ${code(defaultText)}.`;
    const meaning = `${sentence(summary)}${words}${otherwise}`;
    return `| ${code(option)} | ${code(environmentName(name))} | ${cell(meaning)} |`;
  });
  return ['| option | environment variable | |', '| --- | --- | --- |', ...rows];
}

function errorsPart(): string {
  const unused = unusedCodes();
  const rows = Object.entries(ERROR_CODES)
    .filter(([name]) => !unused.includes(name))
    .map(([name, { exit, retry, meaning, advice }]) => {
      const again = retry ? 'yes' : 'no';
      return `| ${code(name)} | ${exit} | ${again} | ${cell(meaning)} | ${cell(advice)} |`;
    });
  const reserved =
    unused.length === 0
      ? []
      : ['', `Reserved, and not used by this version: ${unused.map(code).join(', ')}.`];
  return [
    '| code | exit | retry helps | meaning | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...reserved,
    '',
  ].join('\n');
}

/** Codes of the table that nothing in src/ throws. */
export function unusedCodes(): string[] {
  const text = filesOf('src')
    .filter((path) => path !== 'src/errors.ts')
    .map(textOf)
    .join('\n');
  return Object.keys(ERROR_CODES).filter((name) => !text.includes(`'${name}'`));
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return start.endsWith('.') ? start : `${start}.`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
