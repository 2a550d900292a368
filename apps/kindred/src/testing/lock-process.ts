import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** Another process that takes a lock. */
export class LockProcess {
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    child.stderr.pipe(process.stderr);
    this.reader = createInterface({ input: child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  static async start(lock: string): Promise<LockProcess> {
    const sources = ['--conditions=kindred-source', '-r', join(__dirname, 'run-typescript.cjs')];
    const child = spawn(process.execPath, [...sources, join(__dirname, 'lock-taker.ts'), lock]);
    const started = new LockProcess(child);
    await started.hears();
    return started;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** `taken`, or the code of the error. */
  take(): Promise<string> {
    this.child.stdin.write('take\n');
    return this.hears();
  }

  release(): Promise<string> {
    this.child.stdin.write('release\n');
    return this.hears();
  }

  /** Ends the process as a crash would. */
  async kill(): Promise<void> {
    if (this.child.signalCode !== null || this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGKILL');
    await ended;
    this.reader.close();
  }

  private async hears(): Promise<string> {
    const { value } = (await this.lines.next()) as { value: string };
    return value;
  }
}
