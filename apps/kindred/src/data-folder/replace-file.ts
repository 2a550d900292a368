import { open, rename } from 'node:fs/promises';

/** Writes a small private file in one step: readers see the old text or the new one, also after a power loss. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}`;
  await writePrivately(fresh, text);
  await rename(fresh, path);
}

/** Writes a file that only its owner may read; durable when it resolves. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
