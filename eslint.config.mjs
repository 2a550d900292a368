import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom, by the tags in each package.json: apps -> adapters -> domain, and no adapter another. */
const DIRECTION = [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:vision', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:clustering', onlyDependOnLibsWithTags: ['type:domain', 'type:tool'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:domain'] },
  {
    sourceTag: 'type:exchange',
    onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:tool', 'type:harness', 'type:testing'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:tool'] },
  {
    sourceTag: 'type:adapter',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:testing', 'type:tool'],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:domain',
      'type:contracts',
      'type:vision',
      'type:clustering',
      'type:platform',
      'type:adapter',
      'type:exchange',
      'type:harness',
      'type:testing',
      'type:tool',
      'type:service',
    ],
  },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: [
      'type:domain',
      'type:contracts',
      'type:vision',
      'type:clustering',
      'type:platform',
      'type:exchange',
      'type:harness',
      'type:testing',
      'type:tool',
    ],
  },
  {
    // Gives tests of services the ports they ask for, filled with the embedded adapters.
    sourceTag: 'type:harness',
    onlyDependOnLibsWithTags: [
      'type:domain',
      'type:contracts',
      'type:vision',
      'type:platform',
      'type:adapter',
      'type:testing',
    ],
  },
  { sourceTag: 'type:bench', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/generated/**', '.nx/**', '.cache/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: DIRECTION },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Nest reads the classes of constructor parameters at run time, so these imports must stay values.
    files: ['apps/{ingest,detector,trainer,gateway,kindred}/**/*.ts', 'libs/platform/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/dashboard/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // The other rules speak for the React compiler, which needs stores that never change; ours change and tell.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['apps/dashboard/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  {
    files: ['**/*.cjs', '**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
