import { basename, dirname } from 'node:path';
import type { Logger } from '@kindred/platform';
import { isHiddenOrSystem, isPhotoName } from '../walk/photo-names';

/** Milliseconds without further changes before a burst of them is ingested. */
const QUIET = 1500;

export interface FolderWatch {
  close(): Promise<void>;
}

/**
 * Watches folders for new and changed photos and calls `onChange` with the folders they are in, once a burst of
 * changes (a card being copied) is over and files have stopped growing. Bursts are handled one after the other.
 */
export async function watchFolders(
  folders: readonly string[],
  onChange: (changed: readonly string[]) => Promise<void>,
  logger: Logger,
): Promise<FolderWatch> {
  const { watch } = await import('chokidar');
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const handOver = () => {
    const burst = [...changed];
    changed.clear();
    running = running
      .then(() => onChange(burst))
      .catch((error: unknown) => logger.error({ err: error }, 'watch.ingest-failed'));
  };
  const roots = new Set(folders);
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      !roots.has(path) && (isHiddenOrSystem(basename(path)) || (stats?.isFile() === true && !isPhotoName(path))),
    awaitWriteFinish: { stabilityThreshold: QUIET, pollInterval: 200 },
  });
  const note = (path: string) => {
    changed.add(dirname(path));
    clearTimeout(timer);
    timer = setTimeout(handOver, QUIET);
  };
  watcher.on('add', note);
  watcher.on('change', note);
  watcher.on('error', (error) => logger.warn({ err: error }, 'watch.error'));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
