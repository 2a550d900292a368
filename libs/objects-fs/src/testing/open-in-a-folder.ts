import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStore } from '@kindred/domain';
import type { Opened } from '@kindred/testing';
import { openFileObjectStore } from '../store/file-object-store';

/** An empty store in a folder that is removed when it is closed. */
export async function openInAFolder(): Promise<Opened<ObjectStore>> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-objects-'));
  const port = await openFileObjectStore({ folder });
  return { port, close: () => rm(folder, { recursive: true }) };
}
