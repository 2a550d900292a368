import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ImportReport, KindredError } from '@kindred/domain';
import {
  importFromPhotos,
  type ImportPorts,
  importStatements,
  linesOf,
  type PhotoImportPorts,
  readStatements,
  WaitingStatements,
} from '@kindred/label-exchange';
import { openFileObjectStore } from '@kindred/objects-fs';
import type { Command } from 'commander';
import { dataFolderLayout } from '../data-folder/layout';
import { importInWords, namesInWords } from '../exchange/in-words';
import { readSettings } from '../settings/read-settings';
import { withRunningLibrary } from '../standalone/running-library';
import { counted } from '../terminal/format';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';
import { runLibrary } from './run-library';

interface ImportOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly fromPhotos?: readonly string[] | true;
}

/** `kindred import`: what humans said elsewhere, in the process that runs or in one of its own. */
export function importCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .summary('take in what kindred export wrote, or names that other programs wrote into photos')
    .description(
      'Takes in what kindred export wrote, from this library or another one. People with the same name are the same ' +
        'person. Faces are recognised by photo and place. What is about a face that is not found yet is kept and tried ' +
        'again by the next import, also by one without a file. What was said later is the last word. Importing ' +
        'something twice changes nothing. With --from-photos it labels faces with the names that digiKam, Lightroom, ' +
        'Picasa, Windows and others wrote into the photos of the library and into .xmp files beside them, and with those ' +
        'of Google Takeout where a photo has one person and one face. Only faces of which nothing was said are labeled.',
    )
    .argument('[file]', 'what kindred export wrote; without it only what waits is tried again')
    .option(
      '--from-photos [folders...]',
      'read names from photos of the library, or of these folders of it only',
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string | undefined, { json, fromPhotos, ...options }: ImportOptions) => {
      if (fromPhotos !== undefined) {
        if (file !== undefined) throw eitherOr();
        const folders = fromPhotos === true ? [] : fromPhotos.map((folder) => resolve(folder));
        const read = (ports: PhotoImportPorts) => readPhotos(folders, ports, context);
        const report = await withLibrary(options, context, read);
        context.output.write(`${json === true ? JSON.stringify(report) : namesInWords(report)}\n`);
        return;
      }
      const path = file === undefined ? null : resolve(file);
      if (path !== null) await requireFile(path);
      const waiting = dataFolderLayout(readSettings({ ...options }).values.data).waiting;
      const takeIn = (ports: ImportPorts) => importFile(path, waiting, ports, context);
      const report = await withLibrary(options, context, takeIn);
      context.output.write(`${json === true ? JSON.stringify(report) : importInWords(report)}\n`);
      if (report.refused > 0) process.exitCode = 1;
    });
}

/** Does something with a library, in the process that runs on it or in this one, which then ends when all is done. */
async function withLibrary<T>(
  options: { readonly data?: string },
  context: CommandContext,
  work: (ports: ImportPorts & PhotoImportPorts) => Promise<T>,
): Promise<T> {
  const { values: settings, report: sources } = readSettings({ ...options });
  const layout = dataFolderLayout(settings.data);
  let result: { readonly value: T } | null = null;
  const asked = await withRunningLibrary(settings, async (ports) => {
    const objects = await openFileObjectStore({ folder: layout.objects });
    return { value: await work({ ...ports, objects }) };
  });
  if (asked !== null) return asked.value;
  await runLibrary(
    {
      settings,
      sources,
      portIsFixed: false,
      folders: [],
      watch: false,
      once: true,
      json: false,
      begin: async (ports) => {
        result = { value: await work(ports) };
      },
    },
    context,
  );
  return result!.value;
}

function readPhotos(
  folders: readonly string[],
  ports: PhotoImportPorts,
  { reporter, interrupted }: CommandContext,
) {
  const onProgress = (photos: number) => reporter.progress(`${counted(photos, 'photo')} looked at`);
  return importFromPhotos(ports, { folders, onProgress, signal: interrupted });
}

async function importFile(
  path: string | null,
  waitingFile: string,
  ports: ImportPorts,
  { reporter, interrupted }: CommandContext,
): Promise<ImportReport> {
  const waiting = WaitingStatements.open(waitingFile);
  try {
    return await importStatements(ports, {
      lines: path === null ? null : readStatements(linesOf(createReadStream(path))),
      waiting,
      onRefused: ({ message }) => reporter.say(message),
      signal: interrupted,
    });
  } finally {
    waiting.close();
  }
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return;
  throw new KindredError('NOT_FOUND', `${path} is not there, or is no file.`, {
    hint: 'Name a file that kindred export wrote.',
  });
}

const eitherOr = (): KindredError =>
  new KindredError('ARGUMENT_INVALID', 'Import either from a file or from photos.', {
    hint: 'Run the command twice; in front of folders write --from-photos.',
  });
