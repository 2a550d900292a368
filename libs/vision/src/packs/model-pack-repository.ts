import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { KindredError, toKindredError } from '@kindred/domain';
import { BUILTIN_PACKS } from './builtin';
import { sha256Of } from './fetch/checksum';
import { adopt, fetchFiles } from './fetch/fetch-files';
import type { FetchOptions } from './fetch/progress';
import type { InstalledPack } from './installed-pack';
import { modelPackManifest, type ModelPackManifest, type PackFile } from './manifest';

export interface ListedPack {
  readonly manifest: ModelPackManifest;
  /** Every file is here. */
  readonly installed: boolean;
  /** Bytes still to fetch. */
  readonly missingBytes: number;
}

export interface PullOptions extends FetchOptions {
  /** A folder whose files are used before anything is downloaded, for computers without a network. */
  readonly from?: string;
}

/**
 * The model packs of one computer: those that Kindred knows and those that were added, with their files.
 * Files are kept by checksum, so packs that share a model share its file, and a pull that was cut off leaves
 * nothing half done.
 */
export class ModelPackRepository {
  private readonly filesFolder: string;
  private readonly manifestsFolder: string;

  constructor({ folder }: { readonly folder: string }) {
    this.filesFolder = join(resolve(folder), 'files');
    this.manifestsFolder = join(resolve(folder), 'manifests');
  }

  /** Every pack that is known, built-in ones first. */
  async list(): Promise<ListedPack[]> {
    const manifests = await this.manifests();
    return Promise.all(
      manifests.map(async (manifest) => {
        const missing = await this.missingFiles(manifest);
        const missingBytes = missing.reduce((sum, file) => sum + file.bytes, 0);
        return { manifest, installed: missing.length === 0, missingBytes };
      }),
    );
  }

  /** @throws KindredError `PACK_UNKNOWN` or `PACK_NOT_INSTALLED`. */
  async get(name: string): Promise<InstalledPack> {
    const manifest = await this.manifest(name);
    if ((await this.missingFiles(manifest)).length > 0) {
      throw new KindredError('PACK_NOT_INSTALLED', `The model pack "${name}" is not on this computer yet.`, {
        hint: `Run "kindred models pull ${name}".`,
      });
    }
    return this.installed(manifest);
  }

  /**
   * Fetches what is missing of a pack and checks it. A pack that is complete costs no download.
   * @throws KindredError `PACK_UNKNOWN`, `PACK_DOWNLOAD_FAILED`, `PACK_CHECKSUM_MISMATCH` or `DISK_FULL`.
   */
  async pull(name: string, options: PullOptions = {}): Promise<InstalledPack> {
    const manifest = await this.manifest(name);
    await mkdir(this.filesFolder, { recursive: true });
    if (options.from) await this.adoptFrom(options.from, await this.missingFiles(manifest));
    await fetchFiles(await this.missingFiles(manifest), (file) => this.placeOf(file), options);
    return this.installed(manifest);
  }

  /**
   * Makes a manifest known, from a path or an https URL; the same name again replaces it.
   * @throws KindredError `PACK_INVALID`, also for the name of a built-in pack.
   */
  async add(pathOrUrl: string): Promise<ModelPackManifest> {
    const manifest = parseManifest(await readText(pathOrUrl), pathOrUrl);
    if (BUILTIN_PACKS.some((pack) => pack.name === manifest.name)) {
      throw new KindredError(
        'PACK_INVALID',
        `"${manifest.name}" is the name of a pack that comes with Kindred.`,
        {
          hint: 'Give the pack another name.',
        },
      );
    }
    await mkdir(this.manifestsFolder, { recursive: true });
    const path = join(this.manifestsFolder, `${manifest.name}.json`);
    await writeFile(`${path}.partial`, JSON.stringify(manifest, null, 2));
    await rename(`${path}.partial`, path);
    return manifest;
  }

  /**
   * Reads every file of an installed pack and compares checksums. A file that differs is removed, so that the next
   * pull fetches it again.
   * @throws KindredError `PACK_UNKNOWN`, `PACK_NOT_INSTALLED` or `PACK_CHECKSUM_MISMATCH`.
   */
  async verify(name: string): Promise<void> {
    const { manifest } = await this.get(name);
    for (const file of manifest.files) {
      if ((await sha256Of(this.placeOf(file))) === file.sha256) continue;
      await rm(this.placeOf(file), { force: true });
      throw new KindredError(
        'PACK_CHECKSUM_MISMATCH',
        `${file.name} of the model pack "${name}" was damaged.`,
        {
          hint: `Run "kindred models pull ${name}".`,
        },
      );
    }
  }

  private async manifest(name: string): Promise<ModelPackManifest> {
    const manifests = await this.manifests();
    const manifest = manifests.find((pack) => pack.name === name);
    if (manifest) return manifest;
    throw new KindredError('PACK_UNKNOWN', `There is no model pack "${name}".`, {
      hint: `Use one of ${manifests.map((pack) => pack.name).join(', ')}, or add your own.`,
    });
  }

  private async manifests(): Promise<ModelPackManifest[]> {
    const names = await readdir(this.manifestsFolder).catch(() => []);
    const added = names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map(async (name) => parseManifest(await readFile(join(this.manifestsFolder, name), 'utf8'), name));
    return [...BUILTIN_PACKS, ...(await Promise.all(added))];
  }

  private async missingFiles(manifest: ModelPackManifest): Promise<PackFile[]> {
    const present = await Promise.all(
      manifest.files.map(
        async (file) => (await stat(this.placeOf(file)).catch(() => null))?.size === file.bytes,
      ),
    );
    return manifest.files.filter((_, i) => !present[i]);
  }

  /** Takes the files that a folder has under their names; what it lacks is fetched as usual. */
  private async adoptFrom(folder: string, files: readonly PackFile[]): Promise<void> {
    for (const file of files) {
      const path = join(folder, file.name);
      if (await stat(path).catch(() => null)) await adopt(path, file, this.placeOf(file));
    }
  }

  private installed(manifest: ModelPackManifest): InstalledPack {
    return {
      manifest,
      paths: Object.fromEntries(manifest.files.map((file) => [file.name, this.placeOf(file)])),
    };
  }

  private placeOf(file: PackFile): string {
    return join(this.filesFolder, file.sha256);
  }
}

function parseManifest(text: string, origin: string): ModelPackManifest {
  try {
    return modelPackManifest.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new KindredError('PACK_INVALID', `${origin} is not a model pack manifest: ${reason}`, {
      cause: error,
      hint: 'Correct the manifest; the built-in packs are examples.',
    });
  }
}

async function readText(pathOrUrl: string): Promise<string> {
  try {
    if (!pathOrUrl.startsWith('https://')) return await readFile(pathOrUrl, 'utf8');
    const response = await fetch(pathOrUrl);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  } catch (error) {
    throw new KindredError(
      'PACK_DOWNLOAD_FAILED',
      `${pathOrUrl} cannot be read: ${toKindredError(error).message}`,
      {
        cause: error,
        hint: 'Check the path or address of the manifest.',
      },
    );
  }
}
