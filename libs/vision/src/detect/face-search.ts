import type { DetectorFacts } from '../packs/manifest';
import type { Pyramid } from '../raster/pyramid';
import { createRaster, type Raster, type Size } from '../raster/raster';
import { windowMap } from '../raster/sample';
import { samplePhoto } from '../raster/sample-photo';
import { overlapOf, place, type Candidate } from './candidate';
import type { Detector } from './detector';
import { planSearch, type SearchLevel } from './search-plan';
import { suppress } from './suppression';

/** Two levels that see the same face agree about its box at least this much. */
const SAME_VIEW_OVERLAP = 0.6;
/** How much of the window a face fills when a pack does not say. */
const DEFAULT_LOOK = 1 / 3;
/** A candidate that is not this many times as large as the smallest face is looked at in all its detail. */
const NEEDS_DETAIL = 4;
/** A face cut by a window's edge is left to the window or level that shows it whole. */
const EDGE = 2;
/** A face's box may come out this much smaller than the face is. */
const BOX_TOLERANCE = 0.8;
/** A smaller face this far inside a better one is a part of it. */
const CONTAINMENT = 0.7;
/** How far a second look may move a box and still mean the same face. */
const SAME_FACE_OVERLAP = 0.3;

/**
 * Finds the faces of a photo with a detector of small windows: searches an overlapping pyramid, joins what several
 * windows saw, and looks at each candidate again in a window of its own, which rejects chance resemblances and
 * settles the box.
 */
export class FaceSearch {
  private readonly closeUp: Raster;

  constructor(
    private readonly detector: Detector,
    private readonly facts: DetectorFacts,
  ) {
    this.closeUp = createRaster(detector.window.width, detector.window.height);
  }

  /** The faces of at least `minimumFace` pixels, best first, in pixels of the full photo. */
  async find(photo: Pyramid, minimumFace: number): Promise<Candidate[]> {
    const plan = planSearch(photo.size, {
      window: this.detector.window,
      smallestFace: this.facts.smallestFace,
      minimumFace,
    });
    const levels: Candidate[][] = [];
    for (const level of plan) levels.push(this.distinct(await this.searchLevel(photo, level)));

    const faces: Candidate[] = [];
    for (const candidate of this.distinct(levels.flat())) {
      const face = this.settled(candidate, levels) ?? (await this.lookAgain(photo, candidate));
      if (face && sideOf(face) >= minimumFace * BOX_TOLERANCE) faces.push(face);
    }
    return this.distinct(faces);
  }

  /** What the detector makes of a region that is known to be a face; null when it sees none there. */
  async lookAt(photo: Pyramid, region: Candidate): Promise<Candidate | null> {
    return this.closest(photo, region, this.facts.verification?.looks[0] ?? DEFAULT_LOOK);
  }

  private async searchLevel(photo: Pyramid, level: SearchLevel): Promise<Candidate[]> {
    const raster = await photo.at(level.width, level.height);
    const candidates: Candidate[] = [];
    for (const top of level.tops) {
      for (const left of level.lefts) {
        for (const found of await this.detector.detect(raster, left, top)) {
          if (isWhole(found, left, top, this.detector.window, level)) {
            candidates.push(place(found, 1 / level.scale, left / level.scale, top / level.scale));
          }
        }
      }
    }
    return candidates;
  }

  /** The candidate as the levels together see it, when two of them are certain of it or there is no second look. */
  private settled(candidate: Candidate, levels: readonly (readonly Candidate[])[]): Candidate | null {
    if (!this.facts.verification) return candidate;
    const { certain } = this.facts.verification;
    const views = levels.flatMap(
      (level) =>
        level.find((view) => view.score >= certain && overlapOf(view, candidate) >= SAME_VIEW_OVERLAP) ?? [],
    );
    return views.length >= 2 ? meanOf(views, candidate) : null;
  }

  /**
   * The candidate as closer looks see it; null when it is no face. Real faces score alike however much of the window
   * they fill, but for a slip; what only resembles one does so at a single size.
   */
  private async lookAgain(photo: Pyramid, candidate: Candidate): Promise<Candidate | null> {
    const { looks, certain, scoreThreshold } = this.facts.verification!;
    let best: Candidate | null = null;
    let total = 0;
    let worst = 1;
    for (const [i, fill] of looks.entries()) {
      const face = await this.closest(photo, candidate, fill);
      const score = face?.score ?? 0;
      if (i === 0 && (score >= certain || score === 0)) return face;
      if (face && score > (best?.score ?? 0)) best = face;
      total += score;
      worst = Math.min(worst, score);
      const toCome = looks.length - 1 - i;
      if (total - worst + toCome < scoreThreshold * (looks.length - 1)) return null;
    }
    return best && { ...best, score: (total - worst) / (looks.length - 1) };
  }

  /** The detection that fits `candidate` best in a window around it, in which it fills `fill` of the height. */
  private async closest(photo: Pyramid, candidate: Candidate, fill: number): Promise<Candidate | null> {
    const { width, height } = this.detector.window;
    const side = sideOf(candidate);
    if (side < this.facts.smallestFace * NEEDS_DETAIL) await photo.whole();
    const pixelsAcross = side / (fill * Math.min(width, height));
    const left = (candidate.left + candidate.right - width * pixelsAcross) / 2;
    const top = (candidate.top + candidate.bottom - height * pixelsAcross) / 2;
    samplePhoto(photo, windowMap(left, top, pixelsAcross), this.closeUp, 127);
    const seen = (await this.detector.detect(this.closeUp, 0, 0)).map((c) =>
      place(c, pixelsAcross, left, top),
    );
    return seen.find((c) => overlapOf(c, candidate) >= SAME_FACE_OVERLAP) ?? null;
  }

  private distinct(candidates: readonly Candidate[]): Candidate[] {
    return suppress(candidates, { overlap: this.facts.overlapThreshold, containment: CONTAINMENT });
  }
}

/** The mean of several views of a face, which lies closer than each of them; scored as the best. */
function meanOf(views: readonly Candidate[], best: Candidate): Candidate {
  const mean = (value: (view: Candidate) => number) =>
    views.reduce((sum, view) => sum + value(view), 0) / views.length;
  return {
    left: mean((view) => view.left),
    top: mean((view) => view.top),
    right: mean((view) => view.right),
    bottom: mean((view) => view.bottom),
    score: best.score,
    ...(best.landmarks && { landmarks: best.landmarks.map((_, i) => mean((view) => view.landmarks![i])) }),
  };
}

/** The side of a square as large as the box. */
function sideOf(box: Candidate): number {
  return Math.sqrt(Math.max(1, box.right - box.left) * Math.max(1, box.bottom - box.top));
}

/** False for a box that is cut by an edge of its window which is not an edge of the level. */
function isWhole(box: Candidate, left: number, top: number, window: Size, level: Size): boolean {
  return (
    (left === 0 || box.left > EDGE) &&
    (top === 0 || box.top > EDGE) &&
    (left + window.width >= level.width || box.right < window.width - EDGE) &&
    (top + window.height >= level.height || box.bottom < window.height - EDGE)
  );
}
