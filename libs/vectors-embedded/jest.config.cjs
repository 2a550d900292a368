const preset = require('../../jest.preset.cjs');

module.exports = { ...preset, rootDir: __dirname, testEnvironment: '../../jest.native-environment.cjs' };
