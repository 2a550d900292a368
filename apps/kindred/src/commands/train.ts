import type { Command } from 'commander';
import { requestTraining } from '@kindred/domain';
import { readSettings } from '../settings/read-settings';
import { withRunningLibrary } from '../standalone/running-library';
import type { CommandContext } from './command-context';
import { dataOption } from './options';
import { runLibrary } from './run-library';

/** `kindred train`: matches and groups every face, in the process that runs or in one of its own. */
export function trainCommand(program: Command, context: CommandContext): void {
  program
    .command('train')
    .summary('match faces to the people you named and group the others')
    .addOption(dataOption())
    .action(async (options: { data?: string }) => {
      const { values: settings, report: sources } = readSettings(options);
      const job = await withRunningLibrary(settings, (ports) => requestTraining(ports));
      if (job !== null) {
        context.output.write('Training has begun; watch with: kindred status\n');
        return;
      }
      const run = {
        settings,
        sources,
        portIsFixed: false,
        folders: [],
        watch: false,
        once: true,
        json: false,
      } as const;
      await runLibrary({ ...run, begin: (ports) => requestTraining(ports) }, context);
    });
}
