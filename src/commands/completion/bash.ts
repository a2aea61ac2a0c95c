/** Completion for bash. Pure: it is printed elsewhere. */
import type { CommandDefinition } from '../../cli/command.js';
import { optionsOf } from './options.js';

/**
 * The words are in the script itself, so that pressing Tab starts no process. Where there are none,
 * as for operands and free values, bash completes file names.
 */
export function bashScript(commands: readonly CommandDefinition[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of flexetl for bash. Use: source <(flexetl completion bash)
_flexetl() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' words='' options='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in
      ${names.join('|')}) command=\${COMP_WORDS[at]}; break ;;
    esac
  done
  case $command in
    '') words='${names.join(' ')}' options='--help --version' ;;
${commands.map(commandCase).join('\n')}
  esac
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  [[ $word == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _flexetl flexetl
`;
}

function commandCase(command: CommandDefinition): string {
  const options = optionsOf(command).map(({ name }) => name);
  return `    ${command.name}) words='${(command.words ?? []).join(' ')}' options='${options.join(' ')}' ;;`;
}

/** What may follow an option that takes a value. */
function valueCases(command: CommandDefinition): string[] {
  return optionsOf(command)
    .filter(({ value }) => value !== undefined)
    .map(
      ({ name, choices }) =>
        `    '${command.name} ${name}') words='${choices.join(' ')}' options='' ;;`,
    );
}
