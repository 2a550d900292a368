import { Command } from 'commander';
import type { CommandContext } from './commands/command-context';
import { configCommand } from './commands/config';
import { demoCommand } from './commands/demo';
import { devCommand } from './commands/dev';
import { doctorCommand } from './commands/doctor';
import { evalCommand } from './commands/eval';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { modelsCommand } from './commands/models';
import { rescanCommand } from './commands/rescan';
import { statusCommand } from './commands/status';
import { trainCommand } from './commands/train';
import { upCommand } from './commands/up';
import { VERSION } from './version';

/** The command line: every command with its options and help. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('kindred')
    .description('Turns a library of photos into people.')
    .version(VERSION)
    .showHelpAfterError('(see: kindred --help)')
    .addHelpText('after', '\nStart with: kindred demo, then: kindred up ~/Pictures');
  for (const add of [
    demoCommand,
    upCommand,
    statusCommand,
    trainCommand,
    rescanCommand,
    importCommand,
    exportCommand,
    modelsCommand,
    evalCommand,
    configCommand,
    doctorCommand,
    devCommand,
  ]) {
    add(program, context);
  }
  return program;
}
