/** Lets a process that a test starts with `node --conditions=kindred-source -r` this file run the sources. */
const { transformFileSync } = require('@swc/core');
const options = require('../../../../swc.json');

require.extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, { ...options, exclude: [], swcrc: false });
  module._compile(code, file);
};
