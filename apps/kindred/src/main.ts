import { toKindredError } from '@kindred/domain';
import { processContext } from './commands/command-context';
import { createProgram } from './program';

/** Runs the command line of this process; says errors in words and sets the exit status. */
export async function main(argv: readonly string[] = process.argv): Promise<void> {
  const context = processContext();
  try {
    await createProgram(context).parseAsync([...argv]);
  } catch (error) {
    const known = toKindredError(error);
    context.reporter.say(
      `kindred: ${known.message}${known.hint === undefined ? '' : `\n         ${known.hint}`}`,
    );
    if (known.code === 'INTERNAL' && error instanceof Error) context.reporter.say(error.stack ?? '');
    process.exitCode = 1;
  }
  // Libraries may keep timers or sockets alive; what had to be finished is finished.
  process.exit();
}
