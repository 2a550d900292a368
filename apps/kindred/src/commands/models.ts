import type { Command } from 'commander';
import { modelPacksOf } from '../standalone/model-pack';
import { dataFolderLayout } from '../data-folder/layout';
import { changeSettingsFile } from '../settings/settings-file';
import { readSettings } from '../settings/read-settings';
import { bytes, columns } from '../terminal/format';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';

/** `kindred models`: the model packs that find and describe faces. */
export function modelsCommand(program: Command, context: CommandContext): void {
  const models = program
    .command('models')
    .summary('list, fetch and choose the models that find and describe faces')
    .description('A model pack is a face detector with the models that align and describe faces.');
  listCommand(models, context);
  pullCommand(models, context);
  addCommand(models, context);
  useCommand(models, context);
}

function listCommand(models: Command, { output }: CommandContext): void {
  models
    .command('list', { isDefault: true })
    .summary('say which model packs there are')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ json, ...options }: { data?: string; json?: boolean }) => {
      const { values: settings } = readSettings(options);
      const packs = await modelPacksOf(settings).list();
      const facts = packs.map(({ manifest, installed }) => ({
        name: manifest.name,
        title: manifest.title,
        installed,
        used: manifest.name === settings.pack,
        licence: manifest.licence,
        commercialUse: manifest.commercialUse,
        bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
      }));
      if (json === true) {
        output.write(`${JSON.stringify(facts)}\n`);
        return;
      }
      const rows = facts.map((pack) => [
        pack.used ? '*' : ' ',
        pack.name,
        pack.installed ? 'installed' : 'not fetched',
        bytes(pack.bytes),
        `${pack.licence}${pack.commercialUse ? '' : ' (no commercial use)'}`,
        pack.title,
      ]);
      output.write(`${columns(rows)}\n`);
    });
}

function pullCommand(models: Command, { output, reporter }: CommandContext): void {
  models
    .command('pull')
    .summary('fetch a model pack and check it')
    .argument('<name>')
    .option('--from <folder>', 'take the files from a folder where it has them')
    .addOption(dataOption())
    .action(async (name: string, { from, ...options }: { data?: string; from?: string }) => {
      const { values: settings } = readSettings(options);
      const packs = modelPacksOf(settings);
      const download = reporter.download();
      await packs.pull(name, { from, onProgress: download.progress }).finally(() => download.end());
      await packs.verify(name);
      output.write(`${name} is installed; use it with: kindred models use ${name}\n`);
    });
}

function addCommand(models: Command, { output }: CommandContext): void {
  models
    .command('add')
    .summary('make a model pack of your own known')
    .argument('<manifest>', 'path or https address of its manifest')
    .addOption(dataOption())
    .action(async (manifest: string, options: { data?: string }) => {
      const { name } = await modelPacksOf(readSettings(options).values).add(manifest);
      output.write(`${name} is known; fetch it with: kindred models pull ${name}\n`);
    });
}

function useCommand(models: Command, { output, reporter }: CommandContext): void {
  models
    .command('use')
    .summary('choose the model pack of a library')
    .argument('<name>')
    .addOption(dataOption())
    .action(async (name: string, options: { data?: string }) => {
      const { values: settings } = readSettings(options);
      const download = reporter.download();
      await modelPacksOf(settings)
        .pull(name, { onProgress: download.progress })
        .finally(() => download.end());
      await changeSettingsFile(dataFolderLayout(settings.data).settings, { pack: name });
      output.write(
        `${name} is used from the next start. Faces found before have no ${name} description yet: kindred rescan\n`,
      );
    });
}
