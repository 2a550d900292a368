/**
 * The one Jest configuration: each project's `jest.config.cjs` spreads it. Sources of other workspace packages
 * are read directly (the `kindred-source` export condition), so that unit tests need no build.
 */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  // On a computer that has ten other things to do, what takes a tenth of a second takes seconds.
  testTimeout: 30_000,
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testEnvironmentOptions: { customExportConditions: ['kindred-source', 'node', 'require', 'default'] },
  transform: {
    '^.+\\.(t|j)sx?$': ['@swc/jest', { ...require('./swc.json'), exclude: [] }],
  },
  reporters: ['default', require.resolve('./jest.skipped-reporter.cjs')],
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
};
