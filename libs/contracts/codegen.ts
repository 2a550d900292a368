import type { CodegenConfig } from '@graphql-codegen/cli';

/** The schema is written by hand; the types of resolvers are generated from it, committed and checked for drift. */
const config: CodegenConfig = {
  schema: 'src/graphql/schema.graphql',
  generates: {
    'src/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        maybeValue: 'T | null',
        scalars: { DateTime: 'string', ID: 'string' },
        mappers: {
          Face: '@kindred/domain#Face as FaceModel',
          Person: '@kindred/domain#PersonWithCounts as PersonModel',
          FaceSummary: '@kindred/domain#FaceFilter as FaceFilterModel',
          Appearance: '@kindred/domain#AppearanceOfPerson as AppearanceModel',
          Photo: '@kindred/domain#Photo as PhotoModel',
          Job: '@kindred/domain#Job as JobModel',
          SamePersonQuestion: '@kindred/domain#SamePersonQuestion as SamePersonQuestionModel',
          FailedSource: '@kindred/domain#FailedSource as FailedSourceModel',
        },
      },
    },
  },
};

export default config;
