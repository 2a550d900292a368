import type { FaceId } from '../identity/ids';
import { eraseFaces, type EraseStores } from './erase-faces';

const ids = ['one', 'two', 'gone'] as FaceId[];

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
  const stores = (): EraseStores =>
    ({
      faces: {
        getMany: async (asked: readonly FaceId[]) =>
          asked.filter((id) => id !== 'gone').map((id) => ({ id, cropKey: `crops/${id}` })),
        remove: (removed: readonly FaceId[]) => done(`rows ${removed.join()}`),
      },
      vectors: { deleteEverywhere: (removed: readonly FaceId[]) => done(`vectors ${removed.join()}`) },
      objects: { delete: (key: string) => done(key) },
    }) as unknown as EraseStores;

  it('removes vectors, crops and rows, the rows last', async () => {
    await eraseFaces(stores(), ids);
    expect(new Set(steps)).toEqual(
      new Set(['vectors one,two,gone', 'crops/one', 'crops/two', 'rows one,two,gone']),
    );
    expect(steps.at(-1)).toBe('rows one,two,gone');
  });

  it.each(['vectors one,two,gone', 'crops/two'])(
    'keeps the rows when %s fails, for the next attempt to find',
    async (step) => {
      refuses = step;
      await expect(eraseFaces(stores(), ids)).rejects.toThrow('was refused');
      expect(steps.some((done) => done.startsWith('rows'))).toBe(false);
      refuses = null;
      await eraseFaces(stores(), ids);
      expect(steps.at(-1)).toBe('rows one,two,gone');
    },
  );

  it('does nothing without faces', async () => {
    await eraseFaces(stores(), []);
    expect(steps).toEqual([]);
  });
});
