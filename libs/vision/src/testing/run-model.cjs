/** A thread that runs the ONNX model it is given once, on an image of fixed noise, and posts every output by its name. */
const { parentPort, workerData } = require('node:worker_threads');
const { InferenceSession, Tensor } = require('onnxruntime-node');

async function main() {
  const { model, shape } = workerData;
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const count = shape.reduce((product, length) => product * length);
  const noise = Float32Array.from({ length: count }, (_, i) => ((i * 7919) % 255) / 128 - 1);
  const outputs = await session.run({ [session.inputNames[0]]: new Tensor('float32', noise, shape) });
  parentPort.postMessage(
    Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data])),
  );
}

main().catch((error) => {
  throw error;
});
