import { TerminalReporter } from '../terminal/reporter';

/** Where a command writes, and how it learns that it should end. */
export interface CommandContext {
  /** Results, for people and programs. */
  readonly output: NodeJS.WriteStream;
  /** What happens meanwhile. */
  readonly reporter: TerminalReporter;
  /** Aborted by Ctrl-C or a request to terminate. */
  readonly interrupted: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The exit status of a program that an interrupt ended, by convention. */
const INTERRUPTED_STATUS = 130;

/** The context of this process: the first interrupt ends in order, the second one at once. */
export function processContext(): CommandContext {
  const interruption = new AbortController();
  const reporter = new TerminalReporter(process.stderr);
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED_STATUS);
    interruption.abort();
    reporter.say('Stopping… (again to stop at once; nothing is lost either way)');
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return { output: process.stdout, reporter, interrupted: interruption.signal };
}

/** Resolves when the context is interrupted. */
export function interruption({ interrupted }: Pick<CommandContext, 'interrupted'>): Promise<void> {
  if (interrupted.aborted) return Promise.resolve();
  return new Promise((resolve) => interrupted.addEventListener('abort', () => resolve(), { once: true }));
}
