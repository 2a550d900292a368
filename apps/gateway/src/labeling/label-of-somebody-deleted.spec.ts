import type { PersonId } from '@kindred/domain';
import { TestGateway } from '../testing/test-gateway';

const LABEL = `mutation ($faceIds: [ID!]!, $personId: ID) {
  labelFaces(faceIds: $faceIds, personId: $personId) { person { id } } }`;
const DELETE = 'mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }';

describe('labeling faces as somebody who is deleted just then', () => {
  let gateway: TestGateway;
  /** What happens once, right after the person was found. */
  let meanwhile: (() => Promise<unknown>) | null;
  beforeEach(async () => {
    meanwhile = null;
    gateway = await TestGateway.open({
      ports: (ports) => ({
        ...ports,
        people: Object.create(ports.people, {
          get: {
            value: async (id: PersonId) => {
              const found = await ports.people.get(id);
              const happens = meanwhile;
              meanwhile = null;
              await happens?.();
              return found;
            },
          },
        }) as typeof ports.people,
      }),
    });
  });
  afterEach(() => gateway.close());

  it('is refused, and says nothing', async () => {
    const ada = await gateway.named('Ada');
    const face = await gateway.face(1);
    meanwhile = () => gateway.data(DELETE, { ids: [ada] });
    const { errors } = await gateway.ask(LABEL, { faceIds: [face], personId: ada });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(await gateway.standing(face)).toEqual({ state: 'unknown', person: null });
    expect(await gateway.ports.labels.lastSequence()).toBe(0);
  });
});
