import { type Api } from '../api/api';
import { PhotoRoll } from './photo-roll';

interface Asked {
  first: number;
  after: string | null;
  filter: object;
}

/** A gateway with so many faces of one person, two in each photo. */
function aGateway(faceCount: number) {
  const asked: Asked[] = [];
  const request = (_document: unknown, variables: Asked) => {
    asked.push(variables);
    const start = Number(variables.after ?? 0);
    const end = Math.min(faceCount, start + variables.first);
    const nodes = Array.from({ length: end - start }, (_, index) => {
      const id = `p${Math.floor((start + index) / 2)}`;
      return { id: `f${start + index}`, photo: { id, thumbnailUrl: `/${id}` } };
    });
    return Promise.resolve({
      faces: { nodes, pageInfo: { hasNextPage: end < faceCount, endCursor: String(end) } },
    });
  };
  return { asked, api: { request } as unknown as Pick<Api, 'request'> };
}

describe('the photos of a person', () => {
  it('are read to the last one, page by page, and each is there once', async () => {
    const { api, asked } = aGateway(1_250);
    const roll = new PhotoRoll(api, 'ada', null, () => undefined);
    while (!roll.list.complete) await roll.readOn();
    expect(roll.faces.map(({ photo }) => photo.id)).toEqual(
      Array.from({ length: 625 }, (_, index) => `p${index}`),
    );
    expect(Math.max(...asked.map(({ first }) => first))).toBeLessThanOrEqual(500);
    expect(new Set(asked.map(({ after }) => after)).size).toBe(asked.length);
  });

  it('are those of a month when one is chosen', async () => {
    const { api, asked } = aGateway(4);
    await new PhotoRoll(api, 'ada', '2020-02', () => undefined).readOn();
    expect(asked[0]!.filter).toEqual({
      person: 'ada',
      takenFrom: '2020-02-01T00:00:00.000Z',
      takenBefore: '2020-03-01T00:00:00.000Z',
    });
  });
});
