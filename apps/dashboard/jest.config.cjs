const preset = require('../../jest.preset.cjs');
const swc = require('../../swc.json');

/** The state machines are tested without a browser; only the parser differs, so that specs may import `.tsx`. */
module.exports = {
  ...preset,
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/delivery'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        ...swc,
        exclude: [],
        jsc: {
          ...swc.jsc,
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
