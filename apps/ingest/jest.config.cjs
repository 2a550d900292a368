const preset = require('../../jest.preset.cjs');
const swc = require('../../swc.json');

module.exports = {
  ...preset,
  rootDir: __dirname,
  // chokidar is an ES module, which Jest cannot import: here it becomes CommonJS, and so does the `import()` of it.
  transform: { '^.+\\.(t|j)sx?$': ['@swc/jest', { ...swc, exclude: [], module: { ...swc.module, ignoreDynamic: false } }] },
  transformIgnorePatterns: ['/node_modules/(?!\\.pnpm|chokidar|readdirp)', '/dist/'],
};
