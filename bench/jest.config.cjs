module.exports = {
  ...require('../jest.preset.cjs'),
  rootDir: __dirname,
  testEnvironment: '../jest.native-environment.cjs',
};
