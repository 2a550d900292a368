import { type EmbeddingSpace, mixed, unit } from './embedding-space';
import type { Condition } from './photo-condition';
import type { Member } from './population';
import { Random } from './random';

/** How much of a look is the period of life; the rest is with or without glasses. */
const ERA = 0.7;
/** How often two photos of a person show the same look, in the photos that were measured: an assumption. */
const SAME_LOOK = 0.6;
/** What a burst changes from photo to photo, in proportion to the length of an embedding. */
const BURST_CHANGE = 0.16;

/** A person's looks as directions, made when they are first needed. */
interface Looks {
  readonly centre: Float64Array;
  /** What is left of the person where hardly anything is. */
  readonly shape: Float64Array;
  readonly eras: Map<number, Float64Array>;
  readonly glasses: Float64Array;
  /** How much of their faces they are, more or less than others. */
  readonly signal: number;
}

/** Makes faces of people: who they are, how they look that day, and what the photo does to it. */
export class FaceMaker {
  private readonly known = new Map<number, Looks>();
  private readonly families = new Map<number, Float64Array>();

  constructor(
    private readonly space: EmbeddingSpace,
    private readonly seed: number,
  ) {}

  /** A face of somebody who comes again. */
  ofMember(
    member: Member,
    era: number,
    glasses: boolean,
    condition: Condition,
    random: Random,
  ): Float64Array {
    let looks = this.known.get(member.person);
    if (!looks) this.known.set(member.person, (looks = this.looksOf(member)));
    let period = looks.eras.get(era);
    if (!period) {
      period = this.space.residual(new Random(this.seed, member.person, 100 + era));
      looks.eras.set(era, period);
    }
    const look = glasses ? mixed(period, Math.sqrt(ERA), looks.glasses, Math.sqrt(1 - ERA)) : period;
    return this.face(looks, look, member.appearance, condition, random);
  }

  /** Someone seen by chance, as a look that is kept only as long as they are around. */
  stranger(person: number): (condition: Condition, random: Random) => Float64Array {
    const looks = this.looksOf({ person, household: -1, likeness: 0 });
    return (condition, random) => this.face(looks, looks.glasses, 0.3, condition, random);
  }

  /** Something that is no face at all. */
  mistake(condition: Condition, random: Random): Float64Array {
    return this.worse(this.space.residual(random), this.space.residual(random), condition, random);
  }

  /** The next photo of a burst. */
  again(face: Float64Array, random: Random): Float64Array {
    return unit(mixed(face, 1, this.space.residual(random), BURST_CHANGE));
  }

  private looksOf({ person, household, likeness }: Pick<Member, 'person' | 'household' | 'likeness'>): Looks {
    const random = new Random(this.seed, person, 1);
    const own = this.space.centre(random);
    const { personDeviation } = this.space.facts.signal;
    return {
      centre:
        household < 0
          ? own
          : unit(mixed(this.familyOf(household), Math.sqrt(likeness), own, Math.sqrt(1 - likeness))),
      shape: this.space.residual(random),
      eras: new Map(),
      glasses: this.space.residual(random),
      signal: personDeviation * random.normal(),
    };
  }

  private familyOf(household: number): Float64Array {
    let family = this.families.get(household);
    if (!family) {
      family = this.space.centre(new Random(this.seed, household, 2));
      this.families.set(household, family);
    }
    return family;
  }

  private face(
    { centre, shape, signal }: Looks,
    look: Float64Array,
    appearance: number,
    condition: Condition,
    random: Random,
  ): Float64Array {
    const { mean, faceDeviation } = this.space.facts.signal;
    // What was measured of pairs holds the looks that they shared; a person's centre is what is left without.
    const shared = 0.3 * SAME_LOOK;
    const centred = Math.sqrt((mean ** 2 - shared) / (1 - shared));
    const own = Math.min(0.97, Math.max(0.4, centred + signal + faceDeviation * random.normal()));
    const rest = mixed(look, Math.sqrt(appearance), this.space.residual(random), Math.sqrt(1 - appearance));
    const face = unit(mixed(centre, own, rest, Math.sqrt(1 - own * own)));
    return condition.kept === 1 ? face : this.worse(face, shape, condition, random);
  }

  private worse(face: Float64Array, shape: Float64Array, condition: Condition, random: Random): Float64Array {
    const { kept, pull, personal } = condition;
    const rest = Math.sqrt(Math.max(0, 1 - kept * kept - pull * pull));
    const left = mixed(face, kept, this.space.pullOf(condition), pull);
    const noise = mixed(shape, Math.sqrt(personal), this.space.residual(random), Math.sqrt(1 - personal));
    return unit(mixed(left, 1, noise, rest));
  }
}
