/** Everything that runs in one process is tested like the gateway, the most demanding part of it. */
module.exports = { ...require('../gateway/jest.config.cjs'), rootDir: __dirname };
