import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// Type-checked, because an un-awaited promise is the hazard of a streaming loader.
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'fixtures/', '.tmp/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `private` for all; what must not be seen at run time either is a secret, and has a file.
      'no-restricted-syntax': [
        'error',
        'PropertyDefinition > PrivateIdentifier',
        'MethodDefinition > PrivateIdentifier',
      ],
    },
  },
  {
    files: ['src/flex-service/client/token.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // AssemblyScript: `<i32>` converts there, where the checker of TypeScript sees nothing.
    files: ['src/parser/lane/assembly/**'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);
