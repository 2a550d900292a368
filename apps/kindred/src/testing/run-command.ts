import { Writable } from 'node:stream';
import { toKindredError } from '@kindred/domain';
import { createProgram } from '../program';
import { TerminalReporter } from '../terminal/reporter';

/** What a command left behind, in this process. */
export interface CommandResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number;
}

class Text extends Writable {
  text = '';
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command that starts no services; says errors as the program does. */
export async function runCommand(...args: string[]): Promise<CommandResult> {
  const [output, errors] = [new Text(), new Text()];
  const reporter = new TerminalReporter(errors as unknown as NodeJS.WriteStream);
  const statusBefore = process.exitCode;
  process.exitCode = 0;
  try {
    const interrupted = new AbortController().signal;
    const program = createProgram({ output: output as unknown as NodeJS.WriteStream, reporter, interrupted });
    await program.parseAsync(['node', 'kindred', ...args]);
  } catch (error) {
    const { message, hint } = toKindredError(error);
    errors.text += `${message} ${hint ?? ''}`;
    process.exitCode = 1;
  }
  const status = Number(process.exitCode);
  process.exitCode = statusBefore;
  return { output: output.text, errors: errors.text, status };
}
