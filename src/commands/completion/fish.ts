/** Completion for fish. Pure: it is printed elsewhere. */
import type { CommandDefinition } from '../../cli/command.js';
import { optionsOf, type CompletedOption } from './options.js';

export function fishScript(commands: readonly CommandDefinition[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c flexetl -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.summary)}`,
    ...operandLines(command),
    ...optionsOf(command).map((option) => `${within(command)} ${optionWords(option)}`),
  ]);
  return `# Completion of flexetl for fish. Use: flexetl completion fish | source
complete -c flexetl -f
complete -c flexetl -n __fish_use_subcommand -l help -d 'show the help'
complete -c flexetl -n __fish_use_subcommand -l version -d 'print the version'
${lines.join('\n')}
`;
}

function within({ name }: CommandDefinition): string {
  return `complete -c flexetl -n '__fish_seen_subcommand_from ${name}'`;
}

function operandLines(command: CommandDefinition): string[] {
  if (command.operands === '') return [];
  const { words } = command;
  return [`${within(command)} ${words === undefined ? '-F' : `-a ${quoted(words.join(' '))}`}`];
}

function optionWords({ name, summary, value, choices }: CompletedOption): string {
  const long = `-l ${name.slice('--'.length)} -d ${quoted(summary)}`;
  if (value === undefined) return long;
  return choices.length === 0 ? `${long} -r -F` : `${long} -x -a ${quoted(choices.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
