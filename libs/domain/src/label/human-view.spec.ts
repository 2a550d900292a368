import * as fc from 'fast-check';
import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { LoggedDecision } from './decision';
import { humanViewOf, NOTHING_SAID } from './human-view';

const [ANNA, BEN, CLEO] = ['anna', 'ben', 'cleo'] as PersonId[] as [PersonId, PersonId, PersonId];
const asIs = (person: PersonId) => person;
const box = { x: 0, y: 0, width: 1, height: 1 };

const AT = '2026-01-01T12:00:00.000Z';

type Said =
  | 'unassign'
  | 'ignore'
  | 'unignore'
  | 'delete'
  | 'restore'
  | { readonly assign: PersonId }
  | { readonly reject: PersonId };

/** The log of one face in which this was said, one after the other. */
function logOf(...said: readonly Said[]): LoggedDecision[] {
  return said.map((one, index) => {
    const base = {
      id: `decision ${index}`,
      face: 'face' as FaceId,
      photo: 'photo' as PhotoId,
      actor: 'somebody',
      at: AT,
      sequence: 10 + 3 * index,
    };
    if (typeof one === 'object') {
      return 'assign' in one
        ? { ...base, kind: 'assign', person: one.assign }
        : { ...base, kind: 'reject', person: one.reject };
    }
    return one === 'delete' ? { ...base, kind: one, box } : { ...base, kind: one };
  });
}

const viewOf = (...said: readonly Said[]) => humanViewOf(logOf(...said), asIs);

const person = fc.constantFrom(ANNA, BEN, CLEO);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom<Said>('unassign', 'ignore', 'unignore', 'delete', 'restore'),
  person.map((assign) => ({ assign })),
  person.map((reject) => ({ reject })),
);
const history = fc.array(said, { maxLength: 12 });

describe('humanViewOf', () => {
  it('of nothing is nothing', () => {
    expect(viewOf()).toEqual(NOTHING_SAID);
  });

  it('follows the later statement', () => {
    expect(viewOf({ assign: ANNA }, { assign: BEN })).toMatchObject({ assigned: BEN, rejected: new Set() });
    expect(viewOf({ assign: ANNA }, 'unassign')).toMatchObject({ assigned: null });
    expect(viewOf({ assign: ANNA }, { reject: ANNA })).toMatchObject({
      assigned: null,
      rejected: new Set([ANNA]),
    });
    expect(viewOf({ reject: ANNA }, { assign: ANNA })).toMatchObject({ assigned: ANNA, rejected: new Set() });
    expect(viewOf('delete', 'restore')).toMatchObject({ deletedAt: null });
  });

  it('keeps an assignment when somebody else is rejected, and a rejection when somebody else is assigned', () => {
    expect(viewOf({ assign: ANNA }, { reject: BEN })).toMatchObject({
      assigned: ANNA,
      rejected: new Set([BEN]),
    });
    expect(viewOf({ reject: BEN }, { assign: ANNA }, 'unassign')).toMatchObject({
      assigned: null,
      rejected: new Set([BEN]),
    });
  });

  it('clears the assignment of a deleted face, and keeps its rejections when it comes back', () => {
    expect(viewOf({ reject: BEN }, { assign: ANNA }, 'delete', 'restore')).toMatchObject({
      assigned: null,
      rejected: new Set([BEN]),
      deletedAt: null,
      formerly: null,
    });
  });

  it('ignores a face until it is labeled or no longer ignored, whatever else is said of it', () => {
    expect(viewOf('ignore')).toMatchObject({ ignored: true });
    expect(viewOf('ignore', { reject: ANNA }, 'unassign')).toMatchObject({ ignored: true });
    expect(viewOf('ignore', 'delete', 'restore')).toMatchObject({ ignored: true, deletedAt: null });
    expect(viewOf('ignore', 'unignore')).toMatchObject({ ignored: false, assigned: null });
    expect(viewOf('ignore', { assign: ANNA })).toMatchObject({ ignored: false, assigned: ANNA });
  });

  it('knows whom an ignored or deleted face was labeled as, until something else is said of that', () => {
    expect(viewOf({ assign: ANNA }, 'ignore')).toMatchObject({ assigned: null, formerly: ANNA });
    expect(viewOf({ assign: ANNA }, 'ignore', 'delete', 'restore')).toMatchObject({ formerly: ANNA });
    expect(viewOf({ assign: ANNA }, 'delete', { reject: BEN })).toMatchObject({ formerly: ANNA });
    expect(viewOf({ assign: ANNA }, 'delete', { reject: ANNA })).toMatchObject({ formerly: null });
    expect(viewOf({ assign: ANNA }, 'delete', { assign: BEN })).toMatchObject({ formerly: null });
    expect(viewOf({ assign: ANNA }, 'delete', 'unassign')).toMatchObject({ formerly: null });
    expect(viewOf({ assign: ANNA }, 'delete', 'restore')).toMatchObject({ assigned: null, formerly: null });
  });

  it('of any history is what looking for the last word on each thing gives', () => {
    fc.assert(
      fc.property(history, (all) => {
        const lastOf = (test: (one: Said) => boolean) => all.findLastIndex(test);
        const says = (one: Said, verb: 'assign' | 'reject', whom: PersonId) =>
          typeof one === 'object' && verb in one && (one as Record<string, PersonId>)[verb] === whom;
        const rejected = [ANNA, BEN, CLEO].filter(
          (whom) => lastOf((one) => says(one, 'reject', whom)) > lastOf((one) => says(one, 'assign', whom)),
        );
        const at = lastOf((one) => typeof one === 'object' && 'assign' in one);
        const whom = at === -1 ? null : (all[at] as { assign: PersonId }).assign;
        const undone = all
          .slice(at + 1)
          .some(
            (one) =>
              one === 'unassign' ||
              one === 'delete' ||
              one === 'ignore' ||
              (whom !== null && says(one, 'reject', whom)),
          );
        const heeded = Math.max(
          at,
          lastOf((one) => one === 'unignore'),
        );
        const isDeleted = lastOf((one) => one === 'delete') > lastOf((one) => one === 'restore');
        expect(viewOf(...all)).toMatchObject({
          assigned: undone ? null : whom,
          rejected: new Set(rejected),
          ignored: lastOf((one) => one === 'ignore') > heeded,
          deletedAt: isDeleted ? AT : null,
          through: all.length === 0 ? 0 : 10 + 3 * (all.length - 1),
          said: all.length,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never both assigns and rejects one person, whoever was merged', () => {
    fc.assert(
      fc.property(history, person, person, (all, from, into) => {
        const view = humanViewOf(logOf(...all), (id) => (id === from ? into : id));
        const { assigned, rejected, formerly } = view;
        if (assigned !== null) expect(rejected.has(assigned)).toBe(false);
        if (formerly !== null) expect([...rejected, assigned]).not.toContain(formerly);
        if (from !== into) expect([assigned, formerly, ...rejected]).not.toContain(from);
      }),
    );
  });

  it('treats people who were merged as if they had always been one', () => {
    fc.assert(
      fc.property(history, (all) => {
        const merged = (id: PersonId) => (id === BEN ? ANNA : id);
        const renamed = logOf(...all).map((one) =>
          'person' in one ? { ...one, person: merged(one.person) } : one,
        );
        expect(humanViewOf(logOf(...all), merged)).toEqual(humanViewOf(renamed, asIs));
      }),
    );
  });
});
