import { type Command, Option } from 'commander';
import type { Keeping } from '@kindred/ingest';
import { existingFolders, FolderList } from '../data-folder/folder-list';
import { dataFolderLayout } from '../data-folder/layout';
import { readSettings } from '../settings/read-settings';
import type { CommandContext } from './command-context';
import { withServerOptions } from './options';
import { runLibrary } from './run-library';

interface UpOptions {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly once?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly copy?: boolean;
}

/** `kindred up`: reads folders of photos and serves the dashboard. */
export function upCommand(program: Command, context: CommandContext): void {
  withServerOptions(program.command('up'))
    .summary('find the faces in your photos and open the dashboard')
    .description(
      'Reads folders of photos, finds every face and serves the dashboard. Without folders it reads the ones that ' +
        'were given before. Files that have not changed are not read again.',
    )
    .argument('[folders...]', 'folders of photos')
    .option('--watch', 'go on reading what is added or changed in these folders')
    .addOption(new Option('--reference', 'leave originals where they are (default)').conflicts('copy'))
    .addOption(new Option('--copy', 'copy originals into the data folder'))
    .action(async (folders: string[], { watch, copy, once, json, ...options }: UpOptions) => {
      const { values: settings, report: sources } = readSettings(options);
      const keeping: Keeping = copy === true ? 'copy' : 'reference';
      const given = (await existingFolders(folders)).map((path) => ({ path, keeping }));
      const known =
        given.length > 0 ? given : await new FolderList(dataFolderLayout(settings.data).folders).read();
      await runLibrary(
        {
          settings,
          sources,
          portIsFixed: options.port !== undefined,
          folders: known,
          watch: watch === true,
          once: once === true,
          json: json === true,
        },
        context,
      );
    });
}
