import { join } from 'node:path';
import type { Command } from 'commander';
import { fetchSamplePhotos } from '@kindred/vision';
import { readSettings } from '../settings/read-settings';
import type { CommandContext } from './command-context';
import { withServerOptions } from './options';
import { runLibrary } from './run-library';

interface DemoOptions {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly once?: boolean;
  readonly json?: boolean;
}

/** `kindred demo`: a library of six photos to try everything with. */
export function demoCommand(program: Command, context: CommandContext): void {
  withServerOptions(program.command('demo'))
    .summary('try Kindred with six sample photos')
    .description('Fetches six group photos and shows their faces, in a library of its own.')
    .action(async ({ once, json, ...options }: DemoOptions) => {
      const { values: defaults } = readSettings({ ...options });
      const { values: settings, report: sources } = readSettings({
        ...options,
        data: options.data ?? join(defaults.cache, 'demo'),
      });
      const download = context.reporter.download();
      const folder = join(settings.cache, 'sample-photos');
      await fetchSamplePhotos(folder, { onProgress: download.progress }).finally(() => download.end());
      await runLibrary(
        {
          settings,
          sources,
          portIsFixed: options.port !== undefined,
          folders: [{ path: folder, keeping: 'reference' }],
          watch: false,
          once: once === true,
          json: json === true,
        },
        context,
      );
    });
}
