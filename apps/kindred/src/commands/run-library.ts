import type { PhotoId } from '@kindred/domain';
import { type FolderWatch, type Keeping, watchFolders } from '@kindred/ingest';
import type { Ports, SettingReport } from '@kindred/platform';
import type { LibraryFolder } from '../data-folder/folder-list';
import { type FilesRead, type LibraryReport, reportLibrary } from '../library/library-report';
import { ProgressLine } from '../library/progress-line';
import { untilIdle } from '../library/until-idle';
import type { KindredSettings } from '../settings/kindred-settings';
import { openStandalone, type Standalone, WORKING_GROUPS } from '../standalone/standalone';
import { counted, duration } from '../terminal/format';
import { type CommandContext, interruption } from './command-context';

export interface LibraryRun {
  readonly settings: KindredSettings;
  /** Where each setting came from. */
  readonly sources: readonly SettingReport[];
  readonly portIsFixed: boolean;
  /** Folders to read now. */
  readonly folders: readonly LibraryFolder[];
  /** Goes on reading what changes in them. */
  readonly watch: boolean;
  /** Ends when nothing is left to do. */
  readonly once: boolean;
  /** Prints the report as JSON. */
  readonly json: boolean;
  /** What to ask for first. */
  readonly begin?: (ports: Ports) => Promise<unknown>;
}

/** Starts Kindred, reads the folders, and stays until it is interrupted or, when asked to, until all is done. */
export async function runLibrary(run: LibraryRun, context: CommandContext): Promise<void> {
  const startedAt = performance.now();
  const { reporter } = context;
  const { settings, sources, portIsFixed } = run;
  const kindred = await openStandalone({ settings, sources, portIsFixed, reporter });
  try {
    if (!run.once) reporter.say(`Kindred is ready: ${kindred.url}`);
    const progress = new ProgressLine(kindred.ports, reporter);
    let watch: FolderWatch | null = null;
    try {
      await run.begin?.(kindred.ports);
      const files = await readFolders(kindred, run.folders, context);
      await untilIdle(kindred.ports, WORKING_GROUPS, context.interrupted);
      const elapsedSeconds = (performance.now() - startedAt) / 1000;
      const report = await reportLibrary(kindred.ports, {
        files,
        folders: run.folders.map(({ path }) => path),
        elapsedSeconds,
      });
      if (run.once) {
        await progress.stop();
        print(report, run.json, context);
        return;
      }
      if (run.folders.length > 0 && !context.interrupted.aborted) reporter.say(summary(report));
      if (run.watch && !context.interrupted.aborted) watch = await watching(kindred, run.folders, context);
      reporter.say('Press Ctrl-C to stop.');
      await interruption(context);
    } finally {
      await watch?.close();
      await progress.stop();
    }
  } finally {
    await kindred.close();
  }
}

/** Reads all folders, those that keep originals the same way in one go. */
async function readFolders(
  kindred: Standalone,
  folders: readonly LibraryFolder[],
  { interrupted }: CommandContext,
): Promise<FilesRead> {
  await kindred.folders.remember(folders);
  const photos = new Set<PhotoId>();
  const sum = { found: 0, failed: 0, photos };
  for (const keeping of ['reference', 'copy'] satisfies Keeping[]) {
    const paths = folders.filter((folder) => folder.keeping === keeping).map(({ path }) => path);
    if (paths.length === 0 || interrupted.aborted) continue;
    const report = await kindred.ingest.ingest(paths, keeping, interrupted);
    sum.found += report.found;
    sum.failed += report.failed;
    for (const photo of report.photos) photos.add(photo);
  }
  return sum;
}

async function watching(
  kindred: Standalone,
  folders: readonly LibraryFolder[],
  { reporter, interrupted }: CommandContext,
): Promise<FolderWatch> {
  const keepingOf = (path: string): Keeping =>
    folders.findLast((folder) => path.startsWith(folder.path))?.keeping ?? 'reference';
  const watch = await watchFolders(
    folders.map(({ path }) => path),
    async (changed) => {
      for (const keeping of ['reference', 'copy'] satisfies Keeping[]) {
        const paths = changed.filter((path) => keepingOf(path) === keeping);
        if (paths.length > 0) await kindred.ingest.ingest(paths, keeping, interrupted);
      }
    },
    kindred.ports.logger,
  );
  reporter.say(`Watching ${counted(folders.length, 'folder')} for new photos.`);
  return watch;
}

function print(report: LibraryReport, json: boolean, { output, reporter }: CommandContext): void {
  if (!json) {
    reporter.say(summary(report));
    return;
  }
  output.write(`${JSON.stringify(report)}\n`);
}

const MOST_FAILURES = 10;

/** The report for people. */
function summary({ photos, faces, people, failures, elapsedSeconds }: LibraryReport): string {
  const lines = [
    `${counted(photos.found, 'file')}: ${counted(photos.stored, 'photo')}, ${counted(photos.duplicates, 'duplicate')}, ${photos.failed} failed (${duration(elapsedSeconds)})`,
    `${counted(faces.detected, 'face')}: ${faces.labeled} labeled, ${faces.inferred} inferred, ${faces.unknown} unknown; ${counted(people.named, 'named person', 'named people')}`,
    ...failures.slice(0, MOST_FAILURES).map(({ path, message }) => `  ${JSON.stringify(path)}: ${message}`),
  ];
  if (failures.length > MOST_FAILURES)
    lines.push(`  and ${failures.length - MOST_FAILURES} more: kindred status`);
  return lines.join('\n');
}
