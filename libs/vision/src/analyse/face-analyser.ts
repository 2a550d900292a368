import type { Box, FaceQuality, FiveLandmarks, Point } from '@kindred/domain';
import { alignFace, alignmentScale } from '../align/align-face';
import { ARCFACE_TEMPLATE } from '../align/template';
import { cropFace } from '../crop/crop-face';
import { openPhoto } from '../decode/decode';
import type { PhotoSource } from '../decode/source';
import type { Candidate } from '../detect/candidate';
import { FaceSearch } from '../detect/face-search';
import { finestScale } from '../detect/search-plan';
import type { FivePoints } from '../landmarks/landmarker';
import { qualityOf } from '../quality/quality';
import { Pyramid } from '../raster/pyramid';
import type { Size } from '../raster/raster';
import type { AnalysedFace, AnalyserOptions, PhotoAnalyser, PhotoAnalysis } from './analysis';
import { countInferences, inferenceMilliseconds, loadModels, releaseModels, type PackModels } from './models';
import { Stopwatch } from './stopwatch';
import { Turns } from './turns';

const DEFAULT_MINIMUM_FACE = 24;
const HALF = 0.5;
/** Pixels from which a photo is loaded at half its size first; its small faces, if any, cost loading it again. */
const LARGE_PHOTO = 2_000_000;

/** How the faces of a photo come to be known. */
type Finder = (photo: Pyramid) => Promise<Candidate[]>;

/**
 * Analyses photos in the calling thread, which inference blocks. Several may be asked for at once: one photo is
 * decoded while another one has the models.
 */
export class FaceAnalyser implements PhotoAnalyser {
  private readonly turns = new Turns();
  private readonly search: FaceSearch;
  private readonly minimumFace: number;

  private constructor(
    private readonly models: PackModels,
    private readonly options: AnalyserOptions,
  ) {
    this.search = new FaceSearch(models.detector, options.pack.manifest.detector);
    this.minimumFace = options.minimumFacePixels ?? DEFAULT_MINIMUM_FACE;
  }

  /** @throws KindredError `EXECUTION_PROVIDER_UNAVAILABLE` or `PACK_INVALID`. */
  static async open(options: AnalyserOptions): Promise<FaceAnalyser> {
    return new FaceAnalyser(await loadModels(options.pack, options), options);
  }

  analyse(source: PhotoSource): Promise<PhotoAnalysis> {
    return this.describe(source, (photo) => this.search.find(photo, this.minimumFace));
  }

  analyseRegions(source: PhotoSource, boxes: readonly Box[]): Promise<PhotoAnalysis> {
    return this.describe(source, (photo) => this.lookAtRegions(photo, boxes));
  }

  async close(): Promise<void> {
    await this.turns.idle();
    await releaseModels(this.models);
  }

  private async describe(source: PhotoSource, find: Finder): Promise<PhotoAnalysis> {
    const watch = new Stopwatch();
    const photo = await watch.time('decodeMs', () => this.load(source));
    return this.turns.take(() => this.describeFaces(photo, find, watch));
  }

  /** Large photos are first loaded as small as the search needs them. */
  private async load(source: PhotoSource): Promise<Pyramid> {
    const file = await openPhoto(source, this.options);
    const { width, height } = file.facts;
    const { smallestFace } = this.options.pack.manifest.detector;
    const halfIsEnough = finestScale({ smallestFace, minimumFace: this.minimumFace }) <= HALF;
    if (halfIsEnough && file.shrinksOnLoad && width * height >= LARGE_PHOTO) {
      return new Pyramid({ width, height }, await file.load(HALF), () => file.load());
    }
    return new Pyramid({ width, height }, await file.load());
  }

  private async describeFaces(photo: Pyramid, find: Finder, watch: Stopwatch): Promise<PhotoAnalysis> {
    const { models } = this;
    const before = countInferences(models);
    const millisecondsBefore = inferenceMilliseconds(models);

    const found = await watch.time('detectMs', () => find(photo));
    const located = await watch.time('landmarkMs', () => this.locate(photo, found));
    const landmarks = located.map((points, i) => points ?? typicalLandmarks(found[i]!));
    if (!landmarks.every((points) => photo.suffices(alignmentScale(points)))) {
      await watch.time('decodeMs', () => photo.whole());
    }
    const crops = Promise.all(found.map((face) => cropFace(photo, face)));
    crops.catch(() => undefined);
    const aligned = landmarks.map((points) => alignFace(photo, points));
    const embeddings = await watch.time('embedMs', () => models.embedder.embed(aligned));
    const images = await watch.time('cropMs', () => crops);

    const faces = found.map((face, i): AnalysedFace => {
      return {
        box: boxOf(face, photo.size),
        landmarks: fractionsOf(landmarks[i]!, photo.size),
        score: Math.min(1, face.score),
        quality: located[i]
          ? qualityOf(aligned[i]!, landmarks[i]!)
          : unlocated(qualityOf(aligned[i]!, landmarks[i]!)),
        embedding: embeddings[i]!,
        crop: images[i]!,
      };
    });
    const after = countInferences(models);
    return {
      width: photo.size.width,
      height: photo.size.height,
      faces,
      timings: { ...watch.times, inferenceMs: inferenceMilliseconds(models) - millisecondsBefore },
      inferences: {
        detector: after.detector - before.detector,
        landmarker: after.landmarker - before.landmarker,
        embedder: after.embedder - before.embedder,
      },
    };
  }

  /** Null for a face of which nothing but its box can be told. */
  private async locate(photo: Pyramid, faces: readonly Candidate[]): Promise<(FivePoints | null)[]> {
    const located: (FivePoints | null)[] = [];
    for (const face of faces) {
      located.push(face.landmarks ?? (await this.models.landmarker?.locate(photo, face)) ?? null);
    }
    return located;
  }

  private async lookAtRegions(photo: Pyramid, boxes: readonly Box[]): Promise<Candidate[]> {
    const faces: Candidate[] = [];
    for (const box of boxes) {
      const drawn = candidateOf(box, photo.size);
      const seen = await this.search.lookAt(photo, drawn);
      faces.push({
        ...drawn,
        score: seen?.score ?? 0,
        ...(seen?.landmarks && { landmarks: seen.landmarks }),
      });
    }
    return faces;
  }
}

function candidateOf(box: Box, { width, height }: Size): Candidate {
  return {
    left: box.x * width,
    top: box.y * height,
    right: (box.x + box.width) * width,
    bottom: (box.y + box.height) * height,
    score: 0,
  };
}

function boxOf(face: Candidate, { width, height }: Size): Box {
  const left = Math.max(0, face.left / width);
  const top = Math.max(0, face.top / height);
  const right = Math.min(1, face.right / width);
  const bottom = Math.min(1, face.bottom / height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function fractionsOf(points: FivePoints, { width, height }: Size): FiveLandmarks {
  const at = (i: number): Point => ({ x: points[i * 2]! / width, y: points[i * 2 + 1]! / height });
  return [at(0), at(1), at(2), at(3), at(4)];
}

/** Of a face whose landmarks are a guess nobody knows how it is turned, and it counts as the worst. */
const unlocated = (quality: FaceQuality): FaceQuality => ({ ...quality, pose: 0, overall: 0 });

/** Where the ArcFace template lies in a box that a detector draws around the same face, as fractions. */
const TEMPLATE_IN_BOX = { left: 20, top: 8, width: 72, height: 100 };

/** Landmarks of a face of which nothing is known but its box. */
function typicalLandmarks(face: Candidate): FivePoints {
  const { left, top, width, height } = TEMPLATE_IN_BOX;
  return ARCFACE_TEMPLATE.map((value, i) =>
    i % 2 === 0
      ? face.left + ((value - left) / width) * (face.right - face.left)
      : face.top + ((value - top) / height) * (face.bottom - face.top),
  );
}
