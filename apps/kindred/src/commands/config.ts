import type { Command } from 'commander';
import { dataFolderLayout } from '../data-folder/layout';
import { SECRET_SETTINGS } from '../settings/kindred-settings';
import { readDataFolder, readSettings } from '../settings/read-settings';
import { changeSettingsFile } from '../settings/settings-file';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';

/** `kindred config`: every setting with its value, where that comes from and what it means. */
export function configCommand(program: Command, context: CommandContext): void {
  const config = program
    .command('config')
    .summary('show and change settings')
    .description(
      'Settings come from, the later winning: defaults, settings.json in the data folder, environment variables ' +
        '(KINDRED_…), options of the command line.',
    );
  listCommand(config, context);
  setCommand(config, context);
  unsetCommand(config, context);
}

function listCommand(config: Command, { output }: CommandContext): void {
  config
    .command('list', { isDefault: true })
    .summary('show every setting with its value, source and meaning')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(({ json, ...options }: { data?: string; json?: boolean }) => {
      const report = readSettings(options).report.map((setting) => ({
        ...setting,
        value: SECRET_SETTINGS.has(setting.name) && setting.value !== undefined ? '(secret)' : setting.value,
      }));
      if (json === true) {
        output.write(`${JSON.stringify(report)}\n`);
        return;
      }
      for (const { name, value, source, environmentVariable, description } of report) {
        const shown =
          value === undefined
            ? '(not set)'
            : Array.isArray(value)
              ? value.join(', ') || '(none)'
              : String(value);
        output.write(
          `${name} = ${shown}\n  ${description}\n  from ${source}; set with ${environmentVariable}\n`,
        );
      }
    });
}

function setCommand(config: Command, { output }: CommandContext): void {
  config
    .command('set')
    .summary('keep a setting in the data folder')
    .argument('<name>')
    .argument('<value>')
    .addOption(dataOption())
    .action(async (name: string, value: string, options: { data?: string }) => {
      await changeSettingsFile(dataFolderLayout(readDataFolder(options)).settings, {
        [name]: value,
      });
      output.write(`${name} is ${value} from the next start.\n`);
    });
}

function unsetCommand(config: Command, { output }: CommandContext): void {
  config
    .command('unset')
    .summary('take a setting out of the data folder')
    .argument('<name>')
    .addOption(dataOption())
    .action(async (name: string, options: { data?: string }) => {
      await changeSettingsFile(dataFolderLayout(readDataFolder(options)).settings, {
        [name]: undefined,
      });
      output.write(`${name} has its default again from the next start.\n`);
    });
}
