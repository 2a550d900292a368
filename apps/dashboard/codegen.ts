import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Each `*.graphql` file beside the code that uses it becomes a typed document, committed and checked for drift.
 * Documents stay strings: the browser needs no GraphQL parser or printer then.
 */
const config: CodegenConfig = {
  schema: '../../libs/contracts/src/graphql/schema.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        scalars: { DateTime: 'string', ID: 'string' },
      },
    },
  },
};

export default config;
