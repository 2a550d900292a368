import type { FaceId } from '../identity/ids';
import { eraseFaces, type EraseStores, finishRemoval } from './erase-faces';

const ids = ['one', 'deleted', 'gone'] as FaceId[];

describe('eraseFaces', () => {
  let steps: string[];
  let refuses: string | null;

  beforeEach(() => {
    steps = [];
    refuses = null;
  });

  const done = async (step: string) => {
    if (step === refuses) throw new Error(`${step} was refused`);
    steps.push(step);
  };
  const withCrop = (id: FaceId) => ({ id, cropKey: `crops/${id}` });
  const stores = (): EraseStores =>
    ({
      faces: {
        getMany: async (asked: readonly FaceId[]) => asked.filter((id) => id === 'one').map(withCrop),
        deletedAmong: async (asked: readonly FaceId[]) =>
          asked.filter((id) => id === 'deleted').map(withCrop),
        remove: (removed: readonly FaceId[]) => done(`rows ${removed.join()}`),
      },
      vectors: { deleteEverywhere: (removed: readonly FaceId[]) => done(`vectors ${removed.join()}`) },
      objects: { delete: (key: string) => done(key) },
    }) as unknown as EraseStores;

  it('removes vectors, crops and rows, also of faces that are hidden; the rows last', async () => {
    await eraseFaces(stores(), ids);
    expect(new Set(steps)).toEqual(
      new Set(['vectors one,deleted,gone', 'crops/one', 'crops/deleted', 'rows one,deleted,gone']),
    );
    expect(steps.at(-1)).toBe('rows one,deleted,gone');
  });

  it.each(['vectors one,deleted,gone', 'crops/deleted'])(
    'keeps the rows when %s fails, for the next attempt to find',
    async (step) => {
      refuses = step;
      await expect(eraseFaces(stores(), ids)).rejects.toThrow('was refused');
      expect(steps.some((done) => done.startsWith('rows'))).toBe(false);
      refuses = null;
      await eraseFaces(stores(), ids);
      expect(steps.at(-1)).toBe('rows one,deleted,gone');
    },
  );

  it('does the same with what was seen of faces whose removal has begun', async () => {
    await finishRemoval(stores(), [withCrop(ids[1]!)] as unknown as Parameters<typeof finishRemoval>[1]);
    expect(new Set(steps)).toEqual(new Set(['vectors deleted', 'crops/deleted', 'rows deleted']));
    expect(steps.at(-1)).toBe('rows deleted');
  });

  it('does nothing without faces', async () => {
    await eraseFaces(stores(), []);
    await finishRemoval(stores(), []);
    expect(steps).toEqual([]);
  });
});
