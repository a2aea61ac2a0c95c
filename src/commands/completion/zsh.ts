/** Completion for zsh. Pure: it is printed elsewhere. */
import type { CommandDefinition } from '../../cli/command.js';
import { optionsOf, type CompletedOption } from './options.js';

/** Works as a file of $fpath, and sourced. */
export function zshScript(commands: readonly CommandDefinition[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  );
  return `#compdef flexetl
# Completion of flexetl for zsh. Use: source <(flexetl completion zsh)
_flexetl() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${described.join('\n')}
  )
  _arguments -C '--help[show the help]' '--version[print the version]' '1: :->command' '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _flexetl ]]; then
  _flexetl "$@"
else
  compdef _flexetl flexetl
fi
`;
}

function commandCase(command: CommandDefinition): string {
  const specs = [...optionsOf(command).map(optionSpec), ...operandSpec(command)];
  return `        ${command.name})\n          _arguments ${specs.map(quoted).join(' \\\n            ')} ;;`;
}

function optionSpec({ name, summary, value, choices }: CompletedOption): string {
  const what = `${name}[${summary.replaceAll(/[[\]]/g, '\\$&')}]`;
  if (value === undefined) return what;
  const words = choices.length === 0 ? '_files' : `(${choices.join(' ')})`;
  return `${what}:${value}:${words}`;
}

function operandSpec({ operands, words }: CommandDefinition): string[] {
  if (operands === '') return [];
  const name = operands.replaceAll(/[<>[\].]/g, '');
  return [`*:${name}:${words === undefined ? '_files' : `(${words.join(' ')})`}`];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
