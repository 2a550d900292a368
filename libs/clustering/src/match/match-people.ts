import { calibrate, type JudgedMatch } from '../confidence/calibrate';
import { type Calibration, confidenceOf, logOddsOf } from '../confidence/confidence';
import { type Constraints, NOBODY } from '../group/constraints';
import type { Candidates } from './candidates';

/** Whom each face is suggested to be. */
export interface Matches {
  /** The label number of the person; `NOBODY` where nobody is suggested. */
  readonly people: Int32Array;
  /** Calibrated probability that this is right; 0 where nobody is suggested. */
  readonly confidences: Float64Array;
}

/** A suggestion that may be made, if no better one takes its place. */
interface Offer {
  readonly face: number;
  readonly label: number;
  readonly confidence: number;
}

/**
 * Suggests a labeled person for each open face that probably is one. No suggestion contradicts a rejection, names
 * somebody who is labeled in the photo, or names one person twice in a photo: there the more confident face wins and
 * the other falls back to its next candidate.
 */
export function matchPeople(
  candidates: Candidates,
  constraints: Constraints,
  calibration: Calibration,
  minimumConfidence: number,
): Matches {
  const { photos, labels } = constraints;
  const rejected = rejectedLabels(constraints);
  const taken = new Set<string>();
  for (const [face, label] of labels.entries()) if (label !== NOBODY) taken.add(`${photos[face]}-${label}`);
  const offers: Offer[] = [];
  for (const [face, label] of labels.entries()) {
    if (label !== NOBODY) continue;
    for (const candidate of candidates.of(face, false)) {
      const confidence = confidenceOf(candidate.logOdds, calibration);
      if (!(confidence >= minimumConfidence)) break;
      if (!rejected.get(face)?.has(candidate.label))
        offers.push({ face, label: candidate.label, confidence });
    }
  }
  offers.sort(
    (one, other) => other.confidence - one.confidence || one.face - other.face || one.label - other.label,
  );
  const people = new Int32Array(labels.length).fill(NOBODY);
  const confidences = new Float64Array(labels.length);
  for (const { face, label, confidence } of offers) {
    const place = `${photos[face]}-${label}`;
    if (people[face] !== NOBODY || taken.has(place)) continue;
    taken.add(place);
    people[face] = label;
    confidences[face] = confidence;
  }
  return { people, confidences };
}

/** Corrects confidences by what humans said: labels, each judged as if it were not there, and rejections. */
export function calibrateByLabels(candidates: Candidates, constraints: Constraints): Calibration {
  const judged: JudgedMatch[] = [];
  for (const [face, label] of constraints.labels.entries()) {
    if (label === NOBODY) continue;
    const [best] = candidates.of(face, true);
    if (best) judged.push({ logOdds: best.logOdds, right: best.label === label });
  }
  const said = constraints.rejections.filter((rejection) => !('label' in rejection && rejection.follows));
  for (const [face, labels] of rejectedLabels({ rejections: said })) {
    if (constraints.labels[face] !== NOBODY) continue;
    const offered = candidates.of(face, false).find(({ label }) => labels.has(label));
    if (offered) judged.push({ logOdds: offered.logOdds, right: false });
  }
  return calibrate(judged);
}

/** The confidence of a face being of the group it is in, from what the others of the group say. */
export function confidenceInGroup(evidence: number): number {
  return confidenceOf(logOddsOf({ evidence, labeled: 1, together: true }));
}

function rejectedLabels({
  rejections,
}: Pick<Constraints, 'rejections'>): ReadonlyMap<number, ReadonlySet<number>> {
  const rejected = new Map<number, Set<number>>();
  for (const rejection of rejections) {
    if (!('label' in rejection)) continue;
    const known = rejected.get(rejection.face);
    if (known) known.add(rejection.label);
    else rejected.set(rejection.face, new Set([rejection.label]));
  }
  return rejected;
}
