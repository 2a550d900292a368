/** Drives the built command line in processes of its own; nothing is mocked. */
module.exports = {
  ...require('../../../jest.preset.cjs'),
  rootDir: __dirname,
  roots: ['<rootDir>'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
