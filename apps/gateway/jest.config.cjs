const preset = require('../../jest.preset.cjs');
const swc = require('../../swc.json');

module.exports = {
  ...preset,
  rootDir: __dirname,
  // What Fastify's plugins load are ES modules, which Jest cannot import: here they become CommonJS, and so does the
  // `import()` of them.
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      { ...swc, exclude: [], module: { ...swc.module, ignoreDynamic: false } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!\\.pnpm|content-disposition|cookie|@fastify/cookie)'],
};
