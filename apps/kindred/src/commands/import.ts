import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { eraseFaces, KindredError } from '@kindred/domain';
import { readStatements } from '@kindred/label-exchange';
import { openFileObjectStore } from '@kindred/objects-fs';
import type { Command } from 'commander';
import { dataFolderLayout } from '../data-folder/layout';
import { eraseForRunning } from '../exchange/erase-for-running';
import {
  type ImportPorts,
  type ImportReport,
  importStatements,
} from '../exchange/import-statements.use-case';
import { importInWords } from '../exchange/in-words';
import { WaitingStatements } from '../exchange/waiting-statements';
import { readSettings } from '../settings/read-settings';
import { withRunningLibrary } from '../standalone/running-library';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';
import { runLibrary } from './run-library';

interface ImportOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `kindred import`: what humans said elsewhere, in the process that runs or in one of its own. */
export function importCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .summary('take in what kindred export wrote')
    .description(
      'Takes in what kindred export wrote, from this library or another one. People with the same name are the same ' +
        'person. Faces are recognised by photo and place. What is about a face that is not found yet is kept and tried ' +
        'again by the next import, also by one without a file. What was said later is the last word. Importing ' +
        'something twice changes nothing.',
    )
    .argument('[file]', 'what kindred export wrote; without it only what waits is tried again')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (file: string | undefined, { json, ...options }: ImportOptions) => {
      const path = file === undefined ? null : resolve(file);
      if (path !== null) await requireFile(path);
      const report = await run(path, options, context);
      context.output.write(`${json === true ? JSON.stringify(report) : importInWords(report)}\n`);
      if (report.refused > 0) process.exitCode = 1;
    });
}

async function run(
  path: string | null,
  options: { readonly data?: string },
  context: CommandContext,
): Promise<ImportReport> {
  const { values: settings, report: sources } = readSettings({ ...options });
  const layout = dataFolderLayout(settings.data);
  const takeIn = (ports: ImportPorts) => importFile(path, layout.waiting, ports, context);

  const meanwhile = await withRunningLibrary(settings, async (ports) => {
    const objects = await openFileObjectStore({ folder: layout.objects });
    return takeIn({ ...ports, erase: (faces) => eraseForRunning({ ...ports, objects }, faces) });
  });
  if (meanwhile !== null) return meanwhile;
  let report: ImportReport | null = null;
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
        report = await takeIn({ ...ports, erase: (faces) => eraseFaces(ports, faces) });
      },
    },
    context,
  );
  return report!;
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
      lines: path === null ? null : readStatements(linesOf(path)),
      waiting,
      onRefused: ({ message }) => reporter.say(message),
      signal: interrupted,
    });
  } finally {
    waiting.close();
  }
}

const linesOf = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path), crlfDelay: Infinity });

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return;
  throw new KindredError('NOT_FOUND', `${path} is not there, or is no file.`, {
    hint: 'Name a file that kindred export wrote.',
  });
}
