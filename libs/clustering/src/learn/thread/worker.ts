import { parentPort, workerData } from 'node:worker_threads';
import { ExitGate, Products } from '@kindred/similarity';
import { learnPeople } from '../learn-people';
import type { Reply, Request, WorkerSetup } from './messages';

const port = parentPort!;
const { gate, processors, executionProvider } = workerData as WorkerSetup;
const opened = Products.open(processors, new ExitGate(gate), executionProvider);
// Whoever asks is told; until then nobody waits.
opened.catch(() => undefined);

/** Milliseconds between two reports of progress. */
const INTERVAL = 200;

port.on('message', async ({ faces, rules, known }: Request) => {
  let reported = 0;
  try {
    const learned = await learnPeople(await opened, faces, rules, known, (stage, done) => {
      if (stage === 'compare' && performance.now() - reported < INTERVAL) return;
      reported = performance.now();
      reply({ kind: 'progress', stage, faces: done });
    });
    reply({ kind: 'answer', learned });
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

function reply(message: Reply): void {
  port.postMessage(message);
}
