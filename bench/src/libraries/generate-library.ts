import type { EmbeddingFacts } from './embedding-facts';
import { EmbeddingSpace } from './embedding-space';
import { type Library, NOBODY } from './library';
import { FaceMaker } from './looks';
import { drawOccasion, drawSubjects, type Occasion } from './occasion';
import { BACKGROUND_MIX, type Condition, Conditions, SUBJECT_MIX } from './photo-condition';
import { drawPopulation, type Member, type Population } from './population';
import { Random } from './random';

export interface LibraryPlan {
  readonly faces: number;
  readonly seed: number;
  readonly facts: EmbeddingFacts;
}

/** Part of a library: faces of whole occasions, in the order they were taken. */
export type LibraryPart = Omit<Library, 'name'>;

const BURSTS = 0.18;
/** How often a stranger of an occasion is one who was there before. */
const STRANGER_AGAIN = 0.3;
const GLASSES_ON = 0.5;

/** A face as it is drawn, before it gets its place in memory. */
interface DrawnFace {
  readonly person: number;
  readonly household: number;
  readonly condition: Condition;
  readonly vector: Float64Array;
}

/** A whole generated library in memory: 2 KB a face. */
export function generateLibrary(plan: LibraryPlan): Library {
  const { dimension } = plan.facts;
  const library = {
    ...emptyPart(plan.faces, dimension),
    name: `generated ${plan.faces} #${plan.seed}`,
  };
  let start = 0;
  for (const part of generateParts(plan)) {
    library.vectors.set(part.vectors, start * dimension);
    library.people.set(part.people, start);
    library.photos.set(part.photos, start);
    library.qualities.set(part.qualities, start);
    library.households.set(part.households, start);
    library.scenes.set(part.scenes, start);
    start += part.people.length;
  }
  return library;
}

/**
 * A library as people have them, part by part, so that a million faces need no memory: families seen thousands of
 * times, friends, acquaintances, strangers in the background, bursts, bad photos and false detections. The same plan
 * gives the same library; what is assumed is in the README beside the package.
 */
export function* generateParts({ faces, seed, facts }: LibraryPlan, partSize = 4096): Generator<LibraryPart> {
  const space = new EmbeddingSpace(facts);
  const random = new Random(seed, 7);
  const draw = new Drawing(space, drawPopulation(faces, random), random, seed);
  let photo = 0;
  let scene = 0;
  let done = 0;
  let part = emptyPart(Math.min(partSize, faces), facts.dimension);
  let filled = 0;
  while (done < faces) {
    for (const burst of draw.occasion(done / faces)) {
      for (const shot of burst) {
        for (const face of shot) {
          if (done === faces) break;
          space.write(
            face.vector,
            part.vectors.subarray(filled * facts.dimension, (filled + 1) * facts.dimension),
          );
          part.people[filled] = face.person;
          part.photos[filled] = photo;
          part.qualities[filled] = face.condition.quality;
          part.households[filled] = face.household;
          part.scenes[filled] = scene;
          filled += 1;
          done += 1;
          if (filled < part.people.length) continue;
          yield part;
          part = emptyPart(Math.min(partSize, faces - done), facts.dimension);
          filled = 0;
        }
        photo += 1;
      }
      scene += 1;
    }
  }
}

function emptyPart(faces: number, dimension: number): LibraryPart {
  return {
    dimension,
    vectors: new Float32Array(faces * dimension),
    people: new Int32Array(faces),
    photos: new Uint32Array(faces),
    qualities: new Float32Array(faces),
    households: new Int32Array(faces),
    scenes: new Uint32Array(faces),
  };
}

/** Takes the photos of one occasion after the other. */
class Drawing {
  private readonly maker: FaceMaker;
  private readonly conditions: Conditions;
  private nextPerson: number;

  constructor(
    space: EmbeddingSpace,
    private readonly population: Population,
    private readonly random: Random,
    seed: number,
  ) {
    this.maker = new FaceMaker(space, seed);
    this.conditions = new Conditions(space.facts);
    this.nextPerson = population.nextPerson;
  }

  /** The photos of an occasion, those of one burst together. @param time from 0, the first photo, to 1, the last. */
  *occasion(time: number): Generator<DrawnFace[][]> {
    const occasion = drawOccasion(this.population, this.random);
    const glasses = new Set(
      occasion.cast.filter(({ wearsGlasses }) => wearsGlasses && this.random.happens(GLASSES_ON)),
    );
    const around: { person: number; face: ReturnType<FaceMaker['stranger']> }[] = [];
    for (let taken = 0; taken < occasion.photos; taken += 1) {
      const shot = [
        ...this.subjects(occasion, glasses, time),
        ...this.strangers(occasion, around),
        ...this.mistakes(occasion),
      ];
      yield this.random.happens(BURSTS) ? this.burstOf(shot) : [shot];
    }
  }

  private subjects(occasion: Occasion, glasses: ReadonlySet<Member>, time: number): DrawnFace[] {
    return drawSubjects(occasion, this.random).map((member) => {
      const condition = this.conditions.draw(this.random, SUBJECT_MIX);
      const era = Math.min(member.eras - 1, Math.floor(time * member.eras));
      const vector = this.maker.ofMember(member, era, glasses.has(member), condition, this.random);
      return { person: member.person, household: member.household, condition, vector };
    });
  }

  private strangers(
    { strangers }: Occasion,
    around: { person: number; face: ReturnType<FaceMaker['stranger']> }[],
  ): DrawnFace[] {
    const here = new Set<number>();
    return Array.from({ length: this.random.poisson(strangers) }, () => {
      const known = around.filter(({ person }) => !here.has(person));
      let stranger = known[this.random.below(known.length)];
      if (!stranger || !this.random.happens(STRANGER_AGAIN)) {
        const person = this.nextPerson++;
        stranger = { person, face: this.maker.stranger(person) };
        around.push(stranger);
      }
      here.add(stranger.person);
      const condition = this.conditions.draw(this.random, BACKGROUND_MIX);
      return {
        person: stranger.person,
        household: -1,
        condition,
        vector: stranger.face(condition, this.random),
      };
    });
  }

  private mistakes({ mistakes }: Occasion): DrawnFace[] {
    return Array.from({ length: this.random.poisson(mistakes) }, () => {
      const condition = this.conditions.nothing(this.random);
      return { person: NOBODY, household: -1, condition, vector: this.maker.mistake(condition, this.random) };
    });
  }

  private burstOf(shot: readonly DrawnFace[]): DrawnFace[][] {
    return Array.from({ length: 2 + this.random.below(4) }, () =>
      shot.map((face) => ({ ...face, vector: this.maker.again(face.vector, this.random) })),
    );
  }
}
