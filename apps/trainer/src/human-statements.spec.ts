import { type Face, type FaceId, type PersonId, viewsOf } from '@kindred/domain';
import fc from 'fast-check';
import { TestLibrary } from './testing/test-library';

const NAMES = ['Ada', 'Eve', 'Ida', 'Una'];

/** One thing that happens to a library; faces and people are chosen by number among those that are there. */
type Happening =
  | { readonly kind: 'detect'; readonly look: number; readonly photo: number }
  | { readonly kind: 'label' | 'reject'; readonly face: number; readonly name: number }
  | { readonly kind: 'rejectSuggestion' | 'unlabel' | 'delete' | 'nameGroup'; readonly face: number }
  | { readonly kind: 'merge'; readonly from: number; readonly into: number }
  | { readonly kind: 'train' | 'refresh' };

const face = fc.nat(1000);
const name = fc.nat(NAMES.length - 1);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('detect' as const), look: fc.nat(3), photo: fc.nat(7) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('label' as const), face, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reject' as const), face, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rejectSuggestion' as const), face }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('unlabel' as const, 'delete' as const), face }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nameGroup' as const), face }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: name, into: name }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('train' as const, 'refresh' as const, 'refresh' as const) }) },
);

/** A library with a few named people, to which things happen. */
class History {
  private readonly people: PersonId[] = [];
  private named = 0;

  constructor(readonly library: TestLibrary) {}

  async begin(): Promise<void> {
    for (const one of NAMES) this.people.push(await this.library.person(one));
  }

  async happen(what: Happening): Promise<void> {
    switch (what.kind) {
      case 'detect':
        await this.library.face(what.look, what.photo);
        return;
      case 'train':
        await this.library.train();
        return;
      case 'refresh':
        return this.library.refresh();
      case 'merge':
        return this.merge(this.people[what.from]!, this.people[what.into]!);
      default:
        return this.decide(what);
    }
  }

  private async merge(from: PersonId, into: PersonId): Promise<void> {
    if (from === into) return;
    await this.library.merge(from, into);
    this.people.fill(into, this.people.indexOf(from), this.people.indexOf(from) + 1);
  }

  private async decide(what: Extract<Happening, { face: number }>): Promise<void> {
    const faces = await this.library.all();
    const chosen = faces[what.face % Math.max(1, faces.length)];
    if (chosen === undefined) return;
    const { id, standing } = chosen;
    if (what.kind === 'label') return this.library.label(id, this.people[what.name]!);
    if (what.kind === 'reject') return this.library.reject(id, this.people[what.name]!);
    if (what.kind === 'unlabel') return this.library.unlabel(id);
    if (what.kind === 'delete') return this.library.delete(id);
    if (standing.state === 'labeled' || standing.person === null) return;
    if (what.kind === 'rejectSuggestion') return this.library.reject(id, standing.person);
    if (standing.state === 'unknown') await this.library.name(standing.person, `Named ${++this.named}`);
  }
}

/** What is wrong with a library whose suggestions are up to date. */
async function contradictions(library: TestLibrary): Promise<string[]> {
  const faces = await library.all();
  const views = await viewsOf(library.ports, faces.map(({ id }) => id));
  const wrong: string[] = [];
  const inPhoto = new Map<string, Face[]>();
  for (const one of faces) {
    const { assigned, rejected } = views.get(one.id)!;
    const labeled = one.standing.state === 'labeled' ? one.standing.person : null;
    if (labeled !== assigned) wrong.push(`${one.id} is labeled ${labeled}, but a human said ${assigned}`);
    if (one.standing.person !== null && rejected.has(one.standing.person)) wrong.push(`${one.id} is whom a human rejected`);
    for (const other of inPhoto.get(one.photo) ?? []) {
      const bothLabeled = one.standing.state === 'labeled' && other.standing.state === 'labeled';
      if (one.standing.person !== null && one.standing.person === other.standing.person && !bothLabeled) {
        wrong.push(`${one.id} and ${other.id} are one person in one photo`);
      }
    }
    inPhoto.set(one.photo, [...(inPhoto.get(one.photo) ?? []), one]);
  }
  const people = await library.ports.people.list({ kind: 'unknown', limit: 1000 });
  for (const { id, counts } of people.items) {
    if (counts.labeled === 0 && counts.unknown < 2) wrong.push(`the unknown ${id} has ${counts.unknown} faces`);
  }
  return wrong;
}

async function labelsOf(library: TestLibrary): Promise<Map<FaceId, PersonId>> {
  const labeled = (await library.all()).filter(({ standing }) => standing.state === 'labeled');
  return new Map(labeled.map(({ id, standing }) => [id, standing.person!]));
}

describe('whatever happens to a library', () => {
  it('no suggestion ever contradicts a human, and no label is ever changed by the trainer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 60, size: 'max' }), async (happenings) => {
        const library = await TestLibrary.open();
        try {
          const history = new History(library);
          await history.begin();
          for (const what of [...happenings, { kind: 'refresh' }, { kind: 'train' }] as Happening[]) {
            const before = await labelsOf(library);
            await history.happen(what);
            if (what.kind !== 'train' && what.kind !== 'refresh') continue;
            expect(await labelsOf(library)).toEqual(before);
            expect(await contradictions(library)).toEqual([]);
          }
        } finally {
          await library.close();
        }
      }),
      { numRuns: Number(process.env.HISTORIES ?? 20) },
    );
  }, 120_000);
});
