/** Drives the built command line in processes of its own; nothing is mocked. */
module.exports = {
  ...require('../../../jest.preset.cjs'),
  rootDir: __dirname,
  roots: ['<rootDir>'],
  setupFilesAfterEnv: ['<rootDir>/second-chance.ts'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
