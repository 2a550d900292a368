import { homedir } from 'node:os';
import { join } from 'node:path';
import { locateNatsServer } from '../locate';
import { obtainNatsServer } from '../obtain';

/** Path of a real nats-server, obtained when this computer has none. */
export async function realServer(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const toolsFolder = join(cache, 'kindred', 'tools');
  const { found } = await locateNatsServer({ toolsFolder, explicit: process.env['KINDRED_NATS_SERVER'] });
  return found?.path ?? obtainNatsServer({ toolsFolder });
}
