import { TestLibrary } from '../testing/test-library';

const IGNORED = { state: 'ignored', person: null };

describe('faces that are ignored', () => {
  let library: TestLibrary;
  beforeEach(async () => {
    library = await TestLibrary.open();
  });
  afterEach(() => library.close());

  it('leave their group at once, which dissolves when too few are left', async () => {
    const [one, two, three] = await library.faces(1, 3);
    await library.train();
    await library.ignore(one!);
    await library.refresh();
    expect(await library.unknown()).toMatchObject([{ faces: 2 }]);
    await library.ignore(two!);
    await library.refresh();
    expect(await library.unknown()).toEqual([]);
    expect(await library.standing(one!)).toEqual(IGNORED);
    expect(await library.standing(three!)).toEqual({ state: 'unknown', person: null });
  });

  it.each(['refresh', 'train'] as const)('are nobody to be put together with, by a %s', async (how) => {
    for (const face of await library.faces(1, 3)) await library.ignore(face);
    await library.refresh();
    const alike = await library.face(1);
    await library[how]();
    expect(await library.standing(alike)).toEqual({ state: 'unknown', person: null });
    expect(await library.unknown()).toEqual([]);
  });

  it('no longer suggest whom they were labeled as', async () => {
    const ada = await library.person('Ada');
    const [labeled, other] = await library.faces(1, 2);
    await library.label(labeled!, ada);
    await library.refresh();
    expect(await library.who(other!)).toBe(ada);
    await library.ignore(labeled!);
    await library.refresh();
    expect(await library.who(other!)).toBeNull();
  });

  it('stay so when nobody but them is left, and when the library is trained', async () => {
    const faces = await library.faces(1, 3);
    for (const face of faces) await library.ignore(face);
    await library.train();
    for (const face of faces) expect(await library.standing(face)).toEqual(IGNORED);
  });

  it('are found again for a group and a person as soon as they are no longer ignored', async () => {
    const ada = await library.person('Ada');
    const [labeled, stranger] = await library.faces(1, 2);
    await library.ignore(stranger!);
    await library.label(labeled!, ada);
    await library.refresh();
    await library.stopIgnoring(stranger!);
    await library.refresh();
    expect(await library.who(stranger!)).toBe(ada);
  });

  it.each(['refresh', 'train'] as const)(
    'are the group that they were, with its number, when all come back after a %s',
    async (how) => {
      const faces = await library.faces(1, 3);
      await library.train();
      const [group] = await library.unknown();
      for (const face of faces) await library.ignore(face);
      await library[how]();
      await library.faces(2, 3);
      await library.refresh();
      expect(await library.unknown()).toMatchObject([{ number: 2, faces: 3 }]);
      for (const face of faces) await library.stopIgnoring(face);
      expect(await library.unknown()).toMatchObject([group, { number: 2 }]);
      await library.refresh();
      expect(await library.unknown()).toMatchObject([group, { number: 2 }]);
    },
  );

  it('leave no empty person behind when they are erased', async () => {
    const faces = await library.faces(1, 3);
    await library.train();
    const [group] = await library.unknown();
    for (const face of faces) await library.ignore(face);
    await library.refresh();
    expect(await library.ports.people.get(group!.id)).not.toBeNull();
    for (const face of faces) await library.delete(face);
    await library.refresh();
    expect(await library.ports.people.get(group!.id)).toBeNull();
  });

  it("take nobody's place among the nearest, however many there are", async () => {
    const ada = await library.person('Ada');
    const strangers = await library.faces(1, 40);
    for (const face of strangers) await library.ignore(face);
    const [labeled] = await library.faces(1, 1);
    await library.label(labeled!, ada);
    await library.train();
    const alike = await library.face(1);
    await library.refresh();
    expect(await library.who(alike)).toBe(ada);
  }, 30_000);
});

describe('faces that are deleted and can be brought back', () => {
  it('are the group that they were, with its number, when they are back', async () => {
    const library = await TestLibrary.open();
    try {
      const faces = await library.faces(1, 3);
      await library.train();
      const before = await library.unknown();
      for (const face of faces) await library.hide(face);
      await library.refresh();
      await library.train();
      expect(await library.unknown()).toEqual([]);
      await library.restoreAll();
      await library.refresh();
      expect(await library.unknown()).toEqual(before);
    } finally {
      await library.close();
    }
  });

  it('say nothing of others until they are back', async () => {
    const library = await TestLibrary.open();
    try {
      const ada = await library.person('Ada');
      const [labeled, other] = await library.faces(1, 2);
      await library.label(labeled!, ada);
      await library.hide(labeled!);
      await library.refresh();
      expect(await library.who(other!)).toBeNull();
      await library.train();
      expect(await library.who(other!)).toBeNull();
      await library.restoreAll();
      await library.refresh();
      expect(await library.standing(labeled!)).toEqual({ state: 'labeled', person: ada });
      expect(await library.who(other!)).toBe(ada);
    } finally {
      await library.close();
    }
  });
});
