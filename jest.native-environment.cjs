const { TestEnvironment } = require('jest-environment-node');

/**
 * Node's environment with the typed arrays that native libraries know: Jest gives each test file its own, which
 * ONNX Runtime does not accept as tensors.
 */
module.exports = class NativeEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const type of [Float32Array, Uint8Array, ArrayBuffer]) this.global[type.name] = type;
  }
};
