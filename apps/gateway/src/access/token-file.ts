import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KindredError } from '@kindred/domain';

const TOKEN = /^[A-Za-z0-9_-]{32,}$/;

/**
 * The access token in a file that only its owner may read; made when there is none yet.
 * @throws KindredError `CONFIGURATION_INVALID` when the file holds something else.
 */
export async function loadOrCreateAccessToken(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600);
    const token = randomBytes(24).toString('base64url');
    try {
      await file.writeFile(token);
      await file.sync();
    } finally {
      await file.close();
    }
    return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const token = (await readFile(path, 'utf8')).trim();
  if (TOKEN.test(token)) return token;
  throw new KindredError('CONFIGURATION_INVALID', `${path} holds no access token.`, {
    hint: 'Delete the file; a new token is made at the next start.',
  });
}
