import { DEFAULT_PREFERENCES, type Preferences } from '@kindred/domain';
import { type Open, opening } from '../contract';

/** What every `Preferences` promises; nothing is fixed in the one that is opened. */
export function preferencesContract(name: string, open: Open<Preferences>): void {
  describe(`${name} as Preferences`, () => {
    const preferences = opening(open);

    it('has the defaults at first', async () => {
      expect(await preferences().read()).toEqual(DEFAULT_PREFERENCES);
    });

    it('changes what is given and nothing else', async () => {
      const first = { ...DEFAULT_PREFERENCES, minimumConfidence: 0.8 };
      expect(await preferences().change({ minimumConfidence: 0.8 })).toEqual(first);
      expect(await preferences().read()).toEqual(first);
      const second = { minimumConfidence: 0.8, minimumGroupSize: 4 };
      expect(await preferences().change({ minimumGroupSize: 4 })).toEqual(second);
      expect(await preferences().change({})).toEqual(second);
      expect(await preferences().change({ minimumConfidence: undefined })).toEqual(second);
      expect(await preferences().read()).toEqual(second);
    });

    it('keeps both of two changes that happen at once', async () => {
      await Promise.all([
        preferences().change({ minimumConfidence: 0.7 }),
        preferences().change({ minimumGroupSize: 3 }),
      ]);
      expect(await preferences().read()).toEqual({ minimumConfidence: 0.7, minimumGroupSize: 3 });
    });

    it.each([
      { minimumConfidence: 0 },
      { minimumConfidence: 1 },
      { minimumConfidence: NaN },
      { minimumGroupSize: 1 },
      { minimumGroupSize: 2.5 },
      { minimumGroupSize: 1001 },
      { minimumConfidence: 0.9, minimumGroupSize: 0 },
    ])('refuses %j as a whole, and says why', async (change) => {
      await expect(preferences().change(change)).rejects.toMatchObject({
        code: 'ARGUMENT_INVALID',
        message: expect.stringMatching(/must|expected|Too/),
      });
      expect(await preferences().read()).toEqual(DEFAULT_PREFERENCES);
    });
  });
}
