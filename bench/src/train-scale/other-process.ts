import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Has a plan carried out by a file of this folder in a process of its own, whose memory is nobody else's. */
export function inOtherProcess<Plan, Result>(file: string, plan: Plan): Promise<Result> {
  const child = fork(join(__dirname, `${file}.js`), [], { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (result) => resolve(result as Result));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${file} ended without a result: ${signal ?? code}.`)),
    );
    child.send(plan as object);
  });
}

/** The other side: carries out the one plan that comes, and ends. */
export function carryOut<Plan, Result>(work: (plan: Plan) => Promise<Result>): void {
  process.once('message', async (plan) => {
    const result = await work(plan as Plan);
    process.send!(result, () => process.disconnect());
  });
}

export const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;

export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
