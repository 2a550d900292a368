import { createInterface } from 'node:readline';
import { DataFolderLock } from '../data-folder/lock';

/** A process that takes and releases the lock of its first argument as it is told, line by line. */
let lock: DataFolderLock | null = null;

createInterface({ input: process.stdin }).on('line', async (line) => {
  if (line === 'release') {
    await lock?.release();
    lock = null;
    console.log('released');
    return;
  }
  try {
    lock = await DataFolderLock.take(process.argv[2]!);
    console.log('taken');
  } catch (error) {
    console.log((error as { code?: string }).code ?? String(error));
  }
});
console.log('ready');
