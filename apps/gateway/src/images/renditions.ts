import { availableParallelism } from 'node:os';
import { KindredError, type Photo } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { decodeUpright } from '@kindred/vision';
import sharp from 'sharp';
import { Coalesce } from './coalesce';

/** Longer side in pixels and WebP quality of each rendition. */
const RENDITIONS = { thumbnail: { side: 480, quality: 78 }, preview: { side: 2048, quality: 82 } } as const;

export type Rendition = keyof typeof RENDITIONS;

/** Upright WebP images of photos, made when they are first asked for and kept. */
export class Renditions {
  private readonly making = new Coalesce<Buffer>(Math.max(1, availableParallelism() - 1));

  constructor(private readonly ports: Pick<Ports, 'objects' | 'originals'>) {}

  /** @throws KindredError when the original is gone or cannot be decoded. */
  async get(photo: Photo, rendition: Rendition): Promise<Buffer> {
    const key = `renditions/${photo.id.slice(0, 2)}/${photo.id}/${rendition}.webp`;
    try {
      return await this.ports.objects.get(key);
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'OBJECT_NOT_FOUND') throw error;
    }
    return this.making.run(key, async () => {
      const image = await render(await this.ports.originals.read(photo), rendition);
      await this.ports.objects.put(key, image);
      return image;
    });
  }
}

async function render(original: Uint8Array, rendition: Rendition): Promise<Buffer> {
  const { side, quality } = RENDITIONS[rendition];
  const { raster } = await decodeUpright(original, { workingPixels: 4 * side * side });
  return sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality, effort: 2 })
    .toBuffer();
}
