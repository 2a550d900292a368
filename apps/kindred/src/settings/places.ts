import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the operating system wants programs to keep things. */
export interface Places {
  /** The library: what must not be lost. */
  readonly data: string;
  /** Programs, models and samples: what can be fetched again; shared by all libraries. */
  readonly cache: string;
}

/** The folders of this platform: XDG on Linux, `Library` on macOS, `LOCALAPPDATA` on Windows. */
export function defaultPlaces(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): Places {
  const home = homedir();
  if (platform === 'darwin') {
    return {
      data: join(home, 'Library', 'Application Support', 'Kindred'),
      cache: join(home, 'Library', 'Caches', 'Kindred'),
    };
  }
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
    return { data: join(local, 'Kindred', 'Data'), cache: join(local, 'Kindred', 'Cache') };
  }
  return {
    data: join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'kindred'),
    cache: join(environment['XDG_CACHE_HOME'] || join(home, '.cache'), 'kindred'),
  };
}
