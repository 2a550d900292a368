import type { Command } from 'commander';
import { requestScan } from '@kindred/domain';
import { readSettings } from '../settings/read-settings';
import { withRunningLibrary } from '../standalone/running-library';
import { counted } from '../terminal/format';
import type { CommandContext } from './command-context';
import { dataOption } from './options';
import { runLibrary } from './run-library';

/** `kindred rescan`: looks for faces again, in the process that runs or in one of its own. */
export function rescanCommand(program: Command, context: CommandContext): void {
  program
    .command('rescan')
    .summary('look for faces again; deleted ones come back')
    .description(
      'Looks for faces in every photo again. Labels and rejections stay. Faces that were deleted come back as unknown. ' +
        'When Kindred runs on this library it does the work; otherwise this command does and then ends.',
    )
    .addOption(dataOption())
    .option('--failed', 'only the photos that could not be scanned')
    .action(async ({ failed, ...options }: { data?: string; failed?: boolean }) => {
      const { values: settings, report: sources } = readSettings(options);
      const scan = {
        which: failed === true ? 'failed' : 'all',
        restoreDeleted: failed !== true,
        subject: failed === true ? 'Photos that failed' : 'All photos',
      } as const;
      const asked = await withRunningLibrary(settings, (ports) => requestScan(ports, scan));
      if (asked !== null) {
        context.output.write(
          `${counted(asked.photos, 'photo')} will be scanned; watch with: kindred status\n`,
        );
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
      await runLibrary({ ...run, begin: (ports) => requestScan(ports, scan) }, context);
    });
}
