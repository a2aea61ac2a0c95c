/** `flexetl completion`: scripts with which a shell completes commands and options. */
import { defineCommand } from '../cli/command.js';

export const completion = defineCommand({
  name: 'completion',
  summary: 'print a script that makes a shell complete commands, options and their words',
  operands: '<SHELL>',
  words: ['bash', 'zsh', 'fish'],
  settings: {},
  examples: [
    'source <(flexetl completion bash)',
    'flexetl completion bash > ~/.local/share/bash-completion/completions/flexetl',
    'flexetl completion fish > ~/.config/fish/completions/flexetl.fish',
  ],
  epilogue: 'SHELL is bash, zsh or fish.\n',
  run: () => import('./completion/run.js'),
});
