import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { KindredError, toKindredError } from '@kindred/domain';
import { exportStatements, writeSidecars, writeStatements } from '@kindred/label-exchange';
import type { Command } from 'commander';
import { sidecarsInWords } from '../exchange/in-words';
import { readSettings } from '../settings/read-settings';
import { type VisitedLibrary, visitLibrary } from '../standalone/running-library';
import { VERSION } from '../version';
import type { CommandContext } from './command-context';
import { dataOption } from './options';

interface ExportOptions {
  readonly data?: string;
  readonly out?: string;
  readonly sidecars?: boolean;
}

/** `kindred export`: everything that humans said, for a backup, another library or another program. */
export function exportCommand(program: Command, context: CommandContext): void {
  program
    .command('export')
    .summary('write down everything you said: people, labels, rejections, deletions')
    .description(
      'Writes everything that was said about the library as JSON Lines: people, decisions about faces, people who are ' +
        'different. No pictures and nothing biometric is in it. kindred import reads it again, here or elsewhere. ' +
        'Works while Kindred runs on the library and when it does not. With --sidecars it writes the names of labeled ' +
        'faces into .xmp files beside the photos instead, for other programs; photos are never touched.',
    )
    .option('--out <file>', 'where to write it (default: standard output)')
    .option('--sidecars', 'write names into photo.jpg.xmp beside each photo; what else is in it stays')
    .addOption(dataOption())
    .action(async ({ out, sidecars, ...options }: ExportOptions) => {
      if (sidecars === true && out !== undefined)
        throw new KindredError('ARGUMENT_INVALID', 'Export either to a file or into sidecars.');
      const { values: settings } = readSettings(options);
      const library = await visitLibrary(settings);
      try {
        if (sidecars === true) {
          await intoSidecars(library.stores, context);
          return;
        }
        const facts = { exportedAt: new Date().toISOString(), program: `Kindred ${VERSION}` };
        const pieces = writeStatements(exportStatements(library.stores), facts);
        if (out === undefined) await pipeline(Readable.from(pieces), context.output, { end: false });
        else await writeFileInOneStep(resolve(out), pieces, context.interrupted);
      } finally {
        await library.close();
      }
    });
}

async function intoSidecars(
  stores: VisitedLibrary['stores'],
  { output, reporter, interrupted }: CommandContext,
): Promise<void> {
  const report = await writeSidecars(stores, {
    onFailed: (path, { message }) => reporter.say(`${JSON.stringify(path)}: ${message}`),
    signal: interrupted,
  });
  output.write(`${sidecarsInWords(report)}\n`);
  if (report.failed > 0) process.exitCode = 1;
}

/** The file has all of the text or is as it was. @throws KindredError `FILE_UNREADABLE`, `DISK_FULL`. */
async function writeFileInOneStep(
  path: string,
  pieces: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const fresh = `${path}.${process.pid}`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(fresh, { mode: 0o600, flush: true }), { signal });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw toKindredError(error, signal.aborted ? 'CANCELLED' : 'FILE_UNREADABLE');
  }
}
