import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KindredError } from '@kindred/domain';

const TOKEN = /^[A-Za-z0-9_-]{32,}$/;

/**
 * The access token in a file that only its owner may read; made when there is none yet. Of several that make one at
 * once, all get the same.
 * @throws KindredError `CONFIGURATION_INVALID` when the file holds something else or cannot be read.
 */
export async function loadOrCreateAccessToken(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await createToken(path);
  const token = await readToken(path);
  if (TOKEN.test(token)) return token;
  throw new KindredError('CONFIGURATION_INVALID', `${path} holds no access token.`, {
    hint: 'Delete the file; a new token is made at the next start.',
  });
}

/** Leaves a file that is there as it is. The file appears with its token in it, so that no crash leaves half of one. */
async function createToken(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(24).toString('base64url'));
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function readToken(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, 0o600);
    return text.trim();
  } catch (error) {
    throw new KindredError('CONFIGURATION_INVALID', `The access token in ${path} cannot be read.`, {
      cause: error,
      hint: 'Make it a file that this user owns, or delete it.',
    });
  }
}
