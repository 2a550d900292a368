import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { type LearnedPeople, type Learning, PeopleLearner } from '@kindred/clustering';
import type { FaceObservation, PackName, VectorIndex } from '@kindred/domain';
import { aJobId } from '@kindred/testing';
import { KnowledgeBook, LeaseOfProcess, RefreshSuggestions, type Rules } from '@kindred/trainer';
import { median } from './growth';
import { carryOut, peakBytes, processorSeconds } from './other-process';
import type { RefreshPlan, RefreshResult } from './plan';
import { StoredLibrary } from './stored-library';

const NEW_FACES = 40;
/** The first ones find nothing of the library in memory. */
const WARM_UP = 10;
/** Milliseconds between two looks whether searches are as fast as they get. */
const PATIENCE = 1000;
/** So many looks that found it no faster. */
const LOOKS = 15;

/** Says who single new faces are, with all others in the stores: the refresh that follows the detection of a face. */
async function takeInOne(plan: RefreshPlan): Promise<RefreshResult> {
  const pack = plan.facts.pack as PackName;
  const started = performance.now();
  const stored = await StoredLibrary.open(plan, NEW_FACES);
  const fillSeconds = (performance.now() - started) / 1000;
  const search = new Stopwatch();
  const learner = new TimedLearner();
  try {
    await new KnowledgeBook(stored.ports.objects, pack).write(plan.known);
    const preparedSeconds = await untilSearchesAreFast(stored.ports.vectors, pack, plan.facts.dimension);
    const rules: Rules = { ...plan.rules, pack, nearSimilarity: plan.nearSimilarity };
    const ports = { ...stored.ports, vectors: timed(stored.ports.vectors, search) };
    const refresh = new RefreshSuggestions(ports, async () => rules, learner, new LeaseOfProcess());
    const taken: Taken[] = [];
    for (let place = 0; place < NEW_FACES; place += 1) {
      const face = await stored.find(place);
      const begun = performance.now();
      const processors = processorSeconds();
      await refresh.refresh([{ event: detectionOf(face), attempt: 1 }]);
      const all = performance.now() - begun;
      const took = {
        all,
        processors: 1000 * (processorSeconds() - processors),
        search: search.read(),
        ...learner.read(),
      };
      if (place >= WARM_UP) taken.push(took);
    }
    const middle = (of: (one: Taken) => number) => median(taken.map(of));
    return {
      faces: stored.faces,
      fillSeconds,
      preparedSeconds,
      searchMilliseconds: middle((one) => one.search),
      learnMilliseconds: middle((one) => one.learn),
      restMilliseconds: middle((one) => one.all - one.search - one.learn),
      milliseconds: middle((one) => one.all),
      processorMilliseconds: middle((one) => one.processors),
      slowestMilliseconds: Math.max(...taken.map(({ all }) => all)),
      neighbourhood: middle((one) => one.around),
      peakBytes: peakBytes(),
      load: loadavg()[0]!,
    };
  } finally {
    await learner.close();
    await stored.close();
  }
}

/** What it took to take in one face: milliseconds, and faces that were looked at. */
interface Taken {
  readonly all: number;
  /** Of all threads. */
  readonly processors: number;
  readonly search: number;
  readonly learn: number;
  readonly around: number;
}

const detectionOf = ({ id, photo, pack, detectedAt }: FaceObservation) =>
  ({
    id: `found ${id}`,
    subject: 'faces.detected',
    source: 'bench',
    time: detectedAt,
    data: { photo, job: aJobId(), pack, faces: [id] },
  }) as const;

/** Waits until a search takes no longer than the one before: the index has read its vectors and made its lists. */
async function untilSearchesAreFast(
  vectors: VectorIndex,
  pack: PackName,
  dimension: number,
): Promise<number> {
  const begun = performance.now();
  const query = new Float32Array(dimension).fill(1 / Math.sqrt(dimension));
  const searchOnce = async () => {
    const start = performance.now();
    for (let time = 0; time < 5; time += 1) await vectors.neighbours(pack, [query], { count: 32 });
    return performance.now() - start;
  };
  let slowest = await searchOnce();
  for (let fast = 0; fast < LOOKS;) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const took = await searchOnce();
    fast = took < 0.8 * slowest ? 0 : fast + 1;
    if (fast === 0) slowest = took;
  }
  return (performance.now() - begun) / 1000;
}

/** Adds up milliseconds until it is read. */
class Stopwatch {
  private sum = 0;

  async time<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.sum += performance.now() - begun;
    }
  }

  read(): number {
    const { sum } = this;
    this.sum = 0;
    return sum;
  }
}

/** The same index, with the time that searches take. */
function timed(vectors: VectorIndex, watch: Stopwatch): VectorIndex {
  return new Proxy(vectors, {
    get: (target, name: keyof VectorIndex) =>
      name === 'neighbours'
        ? (...given: Parameters<VectorIndex['neighbours']>) => watch.time(() => target.neighbours(...given))
        : (target[name] as (...given: unknown[]) => unknown).bind(target),
  });
}

class TimedLearner extends PeopleLearner {
  private readonly watch = new Stopwatch();
  private around = 0;

  override learn(learning: Learning): Promise<LearnedPeople> {
    this.around += learning.faces.photos.length;
    return this.watch.time(() => super.learn(learning));
  }

  read(): Pick<Taken, 'learn' | 'around'> {
    const { around } = this;
    this.around = 0;
    return { learn: this.watch.read(), around };
  }
}

carryOut(takeInOne);
