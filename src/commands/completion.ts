/** `flexetl completion`: scripts for shell completion. */
import { defineCommand } from '../cli/command.js';

export const completion = defineCommand({
  name: 'completion',
  summary: 'print a shell completion script for commands, options and their values',
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
