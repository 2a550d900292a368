import { join } from 'node:path';
import { fetchSamplePhotos } from '@kindred/vision';
import { defaultPlaces } from '../src/settings/places';

/** Paths of the six sample photos, fetched once for this computer. */
export const samplePhotos = (): Promise<string[]> =>
  fetchSamplePhotos(join(defaultPlaces().cache, 'sample-photos'));
