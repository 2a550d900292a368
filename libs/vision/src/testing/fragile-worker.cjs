/**
 * A worker whose photos are words: "die" ends the thread, "throw" throws outside of any promise, "refuse" fails as
 * a photo does, "wait N" takes N milliseconds. Others succeed at once with the word's length as their width.
 */
const { setImmediate, setTimeout } = require('node:timers');
const { parentPort, workerData } = require('node:worker_threads');

if (workerData.unable) {
  parentPort.postMessage({
    kind: 'unable',
    error: { code: 'PACK_INVALID', message: 'No.', transient: false },
  });
} else {
  parentPort.on('message', ({ task, source, boxes }) => {
    if (source === 'die') process.exit(3);
    if (source === 'throw')
      setImmediate(() => {
        throw new Error('out of memory');
      });
    else if (source === 'refuse') {
      parentPort.postMessage({
        kind: 'failed',
        task,
        error: { code: 'IMAGE_CORRUPT', message: 'Bad.', hint: 'Copy.', transient: false },
      });
    } else {
      const milliseconds = source.startsWith?.('wait') ? Number(source.slice(5)) : 0;
      const analysis = { width: source.length, height: boxes ? boxes.length : 0, faces: [] };
      setTimeout(() => parentPort.postMessage({ kind: 'analysed', task, analysis }), milliseconds);
    }
  });
  parentPort.postMessage({ kind: 'ready' });
}
