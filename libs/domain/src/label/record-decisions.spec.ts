import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { Decision, LoggedDecision } from './decision';
import { type HumanView, NOTHING_SAID } from './human-view';
import {
  catchUpProjection,
  type LabelingStores,
  projectFaces,
  recordDecisions,
  viewsOf,
} from './record-decisions';

const [ANNA, BEN] = ['anna', 'ben'] as PersonId[] as [PersonId, PersonId];
const [ONE, TWO] = ['one', 'two'] as FaceId[] as [FaceId, FaceId];

describe('recording decisions', () => {
  let log: LoggedDecision[];
  let shown: Map<FaceId, HumanView>;
  let steps: string[];
  let merged: Map<PersonId, PersonId>;
  let projectedUpTo: number;
  let projectingFails: boolean;
  let stores: LabelingStores;

  beforeEach(() => {
    [log, shown, steps, merged, projectedUpTo] = [[], new Map(), [], new Map(), 0];
    projectingFails = false;
    stores = {
      labels: {
        append: async (decisions: readonly Decision[]) => {
          steps.push('append');
          for (const decision of decisions) log.push({ ...decision, sequence: log.length + 1 });
        },
        ofFaces: async (faces: readonly FaceId[]) => {
          const found = new Map<FaceId, LoggedDecision[]>();
          for (const entry of log) {
            if (faces.includes(entry.face)) found.set(entry.face, [...(found.get(entry.face) ?? []), entry]);
          }
          return found;
        },
        after: async (sequence: number, limit: number) => log.slice(sequence, sequence + limit),
        projectedUpTo: async () => projectedUpTo,
        markProjected: async (sequence: number) => void (projectedUpTo = sequence),
      },
      faces: {
        project: async (views: ReadonlyMap<FaceId, HumanView>) => {
          if (projectingFails) throw new Error('the process was killed');
          steps.push('project');
          for (const [face, view] of views) shown.set(face, view);
        },
      },
      people: {
        resolve: async (ids: readonly PersonId[]) => new Map(ids.map((id) => [id, merged.get(id) ?? id])),
      },
    } as unknown as LabelingStores;
  });

  const base = (face: FaceId) => ({
    id: 'id',
    face,
    photo: 'photo' as PhotoId,
    actor: 'somebody',
    at: 'now',
  });
  const assign = (face: FaceId, person: PersonId): Decision => ({ ...base(face), kind: 'assign', person });
  const erase = (face: FaceId): Decision => ({
    ...base(face),
    kind: 'delete',
    box: { x: 0, y: 0, width: 1, height: 1 },
  });

  it('makes them durable before it shows them', async () => {
    await recordDecisions(stores, [assign(ONE, ANNA), assign(TWO, BEN), assign(ONE, BEN)]);
    expect(steps).toEqual(['append', 'project']);
    expect(shown.get(ONE)).toEqual({ ...NOTHING_SAID, assigned: BEN, through: 3, said: 2 });
    expect(shown.get(TWO)).toMatchObject({ assigned: BEN, through: 2 });
  });

  it('of nothing touches no store', async () => {
    await recordDecisions(stores, []);
    await projectFaces(stores, []);
    expect(steps).toEqual([]);
  });

  it('shows what was said before together with what is said now', async () => {
    await recordDecisions(stores, [{ ...base(ONE), kind: 'reject', person: BEN }]);
    await recordDecisions(stores, [assign(ONE, ANNA)]);
    expect(shown.get(ONE)).toMatchObject({ assigned: ANNA, rejected: new Set([BEN]) });
  });

  it('names the people that others were merged into', async () => {
    merged.set(ANNA, BEN);
    await recordDecisions(stores, [assign(ONE, ANNA)]);
    expect(shown.get(ONE)).toMatchObject({ assigned: BEN });
  });

  it('knows a view of every face that it is asked for', async () => {
    await recordDecisions(stores, [assign(ONE, ANNA)]);
    const views = await viewsOf(stores, [ONE, TWO]);
    expect([...views.keys()]).toEqual([ONE, TWO]);
    expect(views.get(TWO)).toEqual(NOTHING_SAID);
  });

  describe('after a crash', () => {
    it('shows what is in the log only', async () => {
      projectingFails = true;
      await expect(recordDecisions(stores, [assign(ONE, ANNA), erase(TWO)])).rejects.toThrow('killed');
      projectingFails = false;
      await catchUpProjection(stores);
      expect(shown.get(ONE)).toMatchObject({ assigned: ANNA });
      expect(shown.get(TWO)).toMatchObject({ deletedAt: 'now' });
      expect(projectedUpTo).toBe(2);
    });

    it('looks at nothing twice once it has caught up', async () => {
      await recordDecisions(stores, [assign(ONE, ANNA), erase(TWO)]);
      await catchUpProjection(stores);
      steps.length = 0;
      await catchUpProjection(stores);
      expect(steps).toEqual([]);
    });

    it('marks nothing as shown that could not be', async () => {
      await recordDecisions(stores, [assign(ONE, ANNA)]);
      projectingFails = true;
      await expect(catchUpProjection(stores)).rejects.toThrow('killed');
      expect(projectedUpTo).toBe(0);
    });

    it('goes through a long log to its end', async () => {
      const faces = Array.from({ length: 1234 }, (_, number) => `face ${number}` as FaceId);
      await stores.labels.append(faces.map((face) => assign(face, ANNA)));
      await catchUpProjection(stores);
      expect(shown.size).toBe(1234);
      expect(projectedUpTo).toBe(1234);
    });
  });
});
