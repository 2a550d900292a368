import { type Decision, humanViewOf, type LoggedDecision } from '@kindred/domain';
import {
  aDeletion,
  aFaceId,
  anAssignment,
  anIgnoring,
  anUnassignment,
  anUnignoring,
  aPersonId,
  aRejection,
  aRestoration,
} from '@kindred/testing';
import fc from 'fast-check';
import { saidInTime } from './said-in-time';

const FACE = aFaceId();
const [ANN, BEN] = [aPersonId('Ann'), aPersonId('Ben')];
const itself = <T>(id: T): T => id;
const day = (number: number) => ({ at: new Date(Date.UTC(2026, 0, 1 + number)).toISOString(), seed: number });
const logged = (decisions: readonly Decision[]): LoggedDecision[] =>
  decisions.map((decision, index) => ({ ...decision, sequence: index + 1 }));
const viewOf = (decisions: readonly Decision[]) => {
  const { assigned, formerly, ignored, deletedAt, rejected } = humanViewOf(logged(decisions), itself);
  return { assigned, formerly, ignored, deleted: deletedAt !== null, rejected: [...rejected].sort() };
};

describe('what was said elsewhere', () => {
  it('changes nothing that was said here later', () => {
    const here = [anAssignment(FACE, ANN, day(5))];
    const elsewhere = [anAssignment(FACE, BEN, day(2))];
    const corrections = saidInTime(logged(here), elsewhere, itself);
    expect(viewOf([...here, ...elsewhere, ...corrections])).toEqual(viewOf(here));
    expect(corrections).toMatchObject([
      { kind: 'assign', person: ANN, at: here[0].at, actor: here[0].actor },
    ]);
  });

  it('counts when it was said later', () => {
    const here = [anAssignment(FACE, ANN, day(1))];
    expect(saidInTime(logged(here), [anAssignment(FACE, BEN, day(2))], itself)).toEqual([]);
  });

  it('always ends as if all had been said in the order of its time', () => {
    const decision = fc
      .tuple(
        fc.constantFrom('assign', 'unassign', 'reject', 'ignore', 'unignore', 'delete', 'restore'),
        fc.constantFrom(ANN, BEN),
      )
      .map(([kind, person]) => ({ kind, person }));
    const said = fc.uniqueArray(fc.record({ day: fc.nat(20), decision, here: fc.boolean() }), {
      selector: ({ day }) => day,
    });
    fc.assert(
      fc.property(said, (entries) => {
        const sorted = entries.toSorted((one, other) => one.day - other.day);
        const all = sorted.map(({ day: number, decision: { kind, person }, here }) => ({
          here,
          decision: decisionOf(kind, person, day(number)),
        }));
        const here = all.filter((entry) => entry.here).map((entry) => entry.decision);
        const elsewhere = all.filter((entry) => !entry.here).map((entry) => entry.decision);
        const corrections = saidInTime(logged(here), elsewhere, itself);
        expect(viewOf([...here, ...elsewhere, ...corrections])).toEqual(
          viewOf(all.map((entry) => entry.decision)),
        );
      }),
    );
  });
});

function decisionOf(kind: string, person: typeof ANN, facts: ReturnType<typeof day>): Decision {
  switch (kind) {
    case 'assign':
      return anAssignment(FACE, person, facts);
    case 'reject':
      return aRejection(FACE, person, facts);
    case 'unassign':
      return anUnassignment(FACE, facts);
    case 'ignore':
      return anIgnoring(FACE, facts);
    case 'unignore':
      return anUnignoring(FACE, facts);
    case 'delete':
      return aDeletion(FACE, facts);
    default:
      return aRestoration(FACE, facts);
  }
}
