import {
  type Face,
  type FaceId,
  type HumanView,
  KindredError,
  type PersonId,
  viewsOf,
} from '@kindred/domain';
import fc from 'fast-check';
import { TestLibrary } from './testing/test-library';

const NAMES = ['Ada', 'Eve', 'Ida', 'Una'];

/** One thing that a human says; faces and people are chosen by number among those that are there. */
type Statement =
  | { readonly kind: 'label' | 'reject'; readonly face: number; readonly name: number }
  | {
      readonly kind:
        'rejectSuggestion' | 'unlabel' | 'ignore' | 'stopIgnoring' | 'hide' | 'delete' | 'nameGroup';
      readonly face: number;
    }
  | { readonly kind: 'merge'; readonly from: number; readonly into: number }
  | { readonly kind: 'mergeGroup'; readonly face: number; readonly name: number }
  | { readonly kind: 'deletePerson'; readonly name: number }
  | { readonly kind: 'different'; readonly face: number; readonly other: number }
  | { readonly kind: 'rescan' | 'restore' };

/** One thing that happens to a library; `ago` counts backwards through what can be taken back. */
type Happening =
  | Statement
  | { readonly kind: 'detect'; readonly look: number; readonly photo: number }
  | { readonly kind: 'takeBack'; readonly ago: number }
  | { readonly kind: 'train' | 'refresh' };

const face = fc.nat(1000);
const name = fc.nat(NAMES.length - 1);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('detect' as const), look: fc.nat(3), photo: fc.nat(7) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('label' as const), face, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reject' as const), face, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rejectSuggestion' as const), face }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('unlabel' as const, 'delete' as const), face }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('ignore' as const, 'ignore' as const, 'stopIgnoring' as const, 'hide' as const),
      face,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nameGroup' as const), face }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: name, into: name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mergeGroup' as const), face, name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deletePerson' as const), name }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('takeBack' as const), ago: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('different' as const), face, other: face }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('rescan' as const, 'restore' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('train' as const, 'refresh' as const, 'refresh' as const) }),
  },
);

type Said = Pick<HumanView, 'assigned' | 'ignored' | 'rejected'>;

/** What a human did to people, and what held before it, as long as nothing else was said. */
interface Done {
  readonly action: string;
  readonly before: ReadonlyMap<FaceId, Said>;
  /** How many things humans had said and done by then. */
  readonly said: number;
}

/** A library with a few named people, to which things happen. */
class History {
  private readonly people: PersonId[] = [];
  private readonly done: Done[] = [];
  private said = 0;
  private named = 0;
  /** Faces that were suggested to be two people when a human said that these are different. */
  readonly toldApart: (readonly [FaceId, FaceId])[] = [];

  constructor(readonly opened: TestLibrary) {}

  async begin(): Promise<void> {
    for (const one of NAMES) this.people.push(await this.opened.person(one));
  }

  async happen(what: Happening): Promise<void> {
    switch (what.kind) {
      case 'detect':
        await this.opened.face(what.look, what.photo);
        return;
      case 'train':
        await this.opened.train();
        return;
      case 'refresh':
        return this.opened.refresh();
      case 'takeBack':
        return this.takeBack(this.done.at(-1 - what.ago));
      default:
        this.said += 1;
        return this.say(what);
    }
  }

  private async say(what: Statement): Promise<void> {
    switch (what.kind) {
      case 'rescan':
        return this.opened.rescan();
      case 'restore':
        return this.opened.restoreAll();
      case 'merge':
        return this.merge(await this.present(what.from), await this.present(what.into));
      case 'deletePerson':
        return this.deletePerson(await this.present(what.name));
      case 'different':
        return this.tellApart(what.face, what.other);
      default:
        return this.decide(what);
    }
  }

  /** Who has become of a person that there was at the beginning; null when nobody has. */
  private async present(name: number): Promise<PersonId | null> {
    const { people } = this.opened.ports;
    const id = this.people[name]!;
    const present = (await people.resolve([id])).get(id) ?? id;
    return (await people.get(present)) === null ? null : present;
  }

  private async act(deed: () => Promise<string>): Promise<void> {
    const before = await everythingSaid(this.opened);
    const action = await deed();
    this.done.push({ action, before, said: this.said });
  }

  /** Takes something back, and that again; what stands in the way may refuse it. */
  private async takeBack(done: Done | undefined): Promise<void> {
    if (done === undefined) return;
    const isLast = done.said === this.said;
    this.said += 1;
    try {
      await this.act(() => this.opened.takeBack(done.action));
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'CONFLICT') throw error;
      return;
    }
    if (isLast) expect(await everythingSaid(this.opened)).toEqual(done.before);
  }

  private async deletePerson(person: PersonId | null): Promise<void> {
    if (person !== null) await this.act(() => this.opened.deletePerson(person));
  }

  private async merge(from: PersonId | null, into: PersonId | null): Promise<void> {
    if (from === null || into === null || from === into) return;
    await this.act(() => this.opened.merge(from, into));
  }

  /** Says of whoever two faces stand for that they are different people, as an answer to a question would. */
  private async tellApart(one: number, other: number): Promise<void> {
    const faces = await this.opened.all();
    const people = [one, other].map(
      (face) => faces[face % Math.max(1, faces.length)]?.standing.person ?? null,
    );
    const [first, second] = people;
    if (!first || !second || first === second) return;
    await this.opened.tellApart(first, second);
    this.toldApart.push(
      ...groupsOf(faces, first).flatMap((a) => groupsOf(faces, second).map((b) => [a, b] as const)),
    );
  }

  private async decide(
    what: Exclude<Extract<Happening, { face: number }>, { kind: 'different' }>,
  ): Promise<void> {
    const faces = await this.opened.all();
    const chosen = faces[what.face % Math.max(1, faces.length)];
    if (chosen === undefined) return;
    const { id, standing } = chosen;
    if (what.kind === 'label' || what.kind === 'reject') {
      const person = await this.present(what.name);
      return person === null ? undefined : this.opened[what.kind](id, person);
    }
    if (what.kind === 'unlabel') return this.opened.unlabel(id);
    if (what.kind === 'ignore') return this.opened.ignore(id);
    if (what.kind === 'stopIgnoring') return this.opened.stopIgnoring(id);
    if (what.kind === 'hide') return this.opened.hide(id);
    if (what.kind === 'delete') return this.opened.delete(id);
    if (standing.state === 'labeled' || standing.person === null) return;
    if (what.kind === 'rejectSuggestion') return this.opened.reject(id, standing.person);
    if (standing.state !== 'unknown') return;
    const group = standing.person;
    if (what.kind === 'mergeGroup') return this.merge(group, await this.present(what.name));
    await this.act(() => this.opened.name(group, `Named ${++this.named}`));
  }
}

/** The faces that are not labeled and suggested to be a person. */
function groupsOf(faces: readonly Face[], person: PersonId): FaceId[] {
  return faces.flatMap(({ id, standing }) =>
    standing.state === 'unknown' && standing.person === person ? [id] : [],
  );
}

/** What is wrong with a library whose suggestions are up to date. */
async function contradictions({ opened: library, toldApart }: History): Promise<string[]> {
  const faces = await library.all();
  const different = new Set(
    (await library.ports.questions.different()).map((pair) => [...pair].sort().join(' ')),
  );
  const views = await viewsOf(
    library.ports,
    faces.map(({ id }) => id),
  );
  const wrong: string[] = [];
  const inPhoto = new Map<string, Face[]>();
  const meant = faces.flatMap(({ standing }) => standing.person ?? []);
  const present = new Set((await library.ports.people.getMany([...new Set(meant)])).map(({ id }) => id));
  for (const one of faces) {
    const { assigned, rejected, ignored, deletedAt } = views.get(one.id)!;
    if (deletedAt !== null) wrong.push(`${one.id} is to be seen, though a human deleted it`);
    if (ignored !== (one.standing.state === 'ignored'))
      wrong.push(
        `${one.id} is ${one.standing.state}, though a human said ${ignored ? 'to ignore it' : 'not to ignore it'}`,
      );
    const labeled = one.standing.state === 'labeled' ? one.standing.person : null;
    if (labeled !== assigned) wrong.push(`${one.id} is labeled ${labeled}, but a human said ${assigned}`);
    if (one.standing.person !== null && !present.has(one.standing.person))
      wrong.push(`${one.id} is somebody who is gone`);
    if (one.standing.person !== null && rejected.has(one.standing.person))
      wrong.push(`${one.id} is whom a human rejected`);
    for (const other of inPhoto.get(one.photo) ?? []) {
      const bothLabeled = one.standing.state === 'labeled' && other.standing.state === 'labeled';
      if (one.standing.person !== null && one.standing.person === other.standing.person && !bothLabeled) {
        wrong.push(`${one.id} and ${other.id} are one person in one photo`);
      }
    }
    inPhoto.set(one.photo, [...(inPhoto.get(one.photo) ?? []), one]);
  }
  const standing = new Map(faces.map((one) => [one.id, one.standing]));
  for (const [one, other] of toldApart) {
    const [first, second] = [standing.get(one), standing.get(other)];
    if (first?.state !== 'unknown' || second?.state !== 'unknown' || first.person === null) continue;
    if (first.person === second.person)
      wrong.push(`${one} and ${other} are together, though a human told them apart`);
  }
  for await (const question of openQuestions(library)) {
    if (different.has(question)) wrong.push(`it is asked again whether ${question} are one person`);
  }
  const people = await library.ports.people.list({ kind: 'unknown', limit: 1000 });
  for (const { id, counts } of people.items) {
    if (counts.labeled === 0 && counts.unknown < 2)
      wrong.push(`the unknown ${id} has ${counts.unknown} faces`);
  }
  return wrong;
}

async function* openQuestions({ ports }: TestLibrary): AsyncGenerator<string> {
  const { items } = await ports.questions.open({ limit: 1000 });
  for (const { one, other } of items) yield [one, other].sort().join(' ');
}

/** What humans say of faces by now, faces of which they say nothing left out. */
async function everythingSaid(library: TestLibrary): Promise<ReadonlyMap<FaceId, Said>> {
  const faces = (await library.all()).map(({ id }) => id);
  const said = new Map<FaceId, Said>();
  for (const [face, { assigned, ignored, rejected }] of await viewsOf(library.ports, faces))
    if (assigned !== null || ignored || rejected.size > 0) said.set(face, { assigned, ignored, rejected });
  return said;
}

/** Every face that a human labeled or ignores, and whom it is said to be. */
async function labelsOf(library: TestLibrary): Promise<Map<FaceId, PersonId | 'ignored'>> {
  const said = new Map<FaceId, PersonId | 'ignored'>();
  for (const { id, standing } of await library.all()) {
    if (standing.state === 'labeled') said.set(id, standing.person);
    if (standing.state === 'ignored') said.set(id, 'ignored');
  }
  return said;
}

describe('whatever happens to a library', () => {
  it('no suggestion ever contradicts a human, and no label is ever changed by the trainer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 10, maxLength: 60, size: 'max' }),
        async (happenings) => {
          const library = await TestLibrary.open();
          try {
            const history = new History(library);
            await history.begin();
            for (const what of [...happenings, { kind: 'refresh' }, { kind: 'train' }] as Happening[]) {
              const before = await labelsOf(library);
              await history.happen(what);
              if (what.kind !== 'train' && what.kind !== 'refresh') continue;
              expect(await labelsOf(library)).toEqual(before);
              expect(await contradictions(history)).toEqual([]);
            }
          } finally {
            await library.close();
          }
        },
      ),
      { numRuns: Number(process.env.HISTORIES ?? 20), endOnFailure: process.env.CI === 'true' },
    );
  }, 120_000);
});
