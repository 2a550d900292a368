import type { ObjectStore } from '@kindred/domain';
import type { PhotoAnalysis } from '@kindred/vision';
import type { Crop } from './invented-library';

/** Finds faces in photos and stores their crops, for invented faces to show. */
export async function sampleCrops(
  photos: readonly string[],
  analyser: { analyse(photo: string): Promise<PhotoAnalysis> },
  objects: Pick<ObjectStore, 'put'>,
): Promise<readonly Crop[]> {
  const crops: Crop[] = [];
  for (const photo of photos) {
    for (const { box, landmarks, crop } of (await analyser.analyse(photo)).faces) {
      const cropKey = `crops/invented/${crops.length + 1}.webp`;
      await objects.put(cropKey, crop);
      crops.push({ cropKey, box, landmarks });
    }
  }
  return crops;
}
