import type { PersonStore } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import { addFaces, suggest } from '../face-store/faces';
import type { LibraryStores } from '../library/library-stores';

/** Names that are the same to people, whatever their bytes. */
const SAME: readonly (readonly [string, string, string])[] = [
  ['case', 'Anna', 'aNNA'],
  ['case outside of ASCII', 'ÖZGE Ängström', 'özge ängström'],
  ['case of what is composed in lower case only', 'J\u030cana', '\u01f0ana'],
  ['Greek case, where a word has another last letter', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['composition', 'Zoe\u0308 Nu\u0301ñez', 'Zo\u00eb N\u00fan\u0303ez'],
  ['white space', '  Anna\t  Maria ', 'Anna Maria'],
  ['white space of another width', 'Anna\u00a0\u3000Maria', 'anna maria'],
  ['compatibility forms', 'Ａnna ﬁsher', 'Anna fisher'],
];

/** Names that are not. */
const DIFFERENT: readonly (readonly [string, string, string])[] = [
  ['accents', 'Zoë', 'Zoe'],
  ['punctuation', 'Anna-Maria', 'Anna Maria'],
  ['spaces inside', 'Annamaria', 'Anna Maria'],
  ['scripts', 'Anna', 'Аnnа'],
];

export function describeNaming(library: () => LibraryStores): void {
  const people = (): PersonStore => library().people;

  describe('names', () => {
    it.each(SAME)('that differ in %s only are the same', async (_, one, other) => {
      await people().create(aPerson(one));
      await people().create(anUnknownPerson(1));
      const taken = { code: 'NAME_TAKEN', hint: expect.any(String) };
      await expect(people().create(aPerson(other))).rejects.toMatchObject(taken);
      await expect(people().rename(anUnknownPerson(1).id, other)).rejects.toMatchObject(taken);
      expect((await people().findByName(other))!.id).toBe(aPersonId(one));
      expect(await people().counts()).toEqual({ named: 1, unknown: 1 });
      expect((await people().list({ limit: 10, search: other })).items).toHaveLength(1);
    });

    it.each(DIFFERENT)('that differ in %s are two', async (_, one, other) => {
      await people().create(aPerson(one));
      expect(await people().findByName(other)).toBeNull();
      await people().create(aPerson(other));
      expect((await people().findByName(one))!.id).toBe(aPersonId(one));
      expect((await people().findByName(other))!.id).toBe(aPersonId(other));
    });

    it('are shown composed, without needless white space, in the case they were typed', async () => {
      await people().create(aPerson('  Zoe\u0308\t McDonald '));
      const { id, identity } = (await people().findByName('ZOË MCDONALD'))!;
      expect(identity).toEqual({ kind: 'named', name: 'Zo\u00eb McDonald' });
      await people().rename(id, ' Zoe\u0308 ');
      expect((await people().get(id))!.identity).toEqual({ kind: 'named', name: 'Zo\u00eb' });
    });

    it.each(['', ' \t\u3000', 'a'.repeat(201), 'a\u0000b', 'a\u0007'])('cannot be %j', async (name) => {
      await people().create(aPerson('Anna'));
      await expect(people().create(aPerson(name))).rejects.toMatchObject({ code: 'NAME_INVALID' });
      await expect(people().rename(aPersonId('Anna'), name)).rejects.toMatchObject({ code: 'NAME_INVALID' });
      expect((await people().get(aPersonId('Anna')))!.identity).toEqual({ kind: 'named', name: 'Anna' });
    });

    it('are found by the whole name only', async () => {
      await people().create(aPerson('Anna Maria'));
      for (const name of ['Anna', 'Maria', 'nna Mari', '%', 'Anna_Maria']) {
        expect(await people().findByName(name)).toBeNull();
      }
    });

    it('that were given up may be taken', async () => {
      for (const name of ['Anna', 'Ben', 'Cleo']) await people().create(aPerson(name));
      await people().rename(aPersonId('Anna'), 'Dana');
      await people().remove([aPersonId('Ben')]);
      await people().mergeInto(aPersonId('Cleo'), aPersonId('Anna'));
      for (const name of ['Anna', 'Ben', 'Cleo'])
        await people().create(aPerson(name, { seed: `new ${name}` }));
      expect(await people().counts()).toEqual({ named: 4, unknown: 0 });
      await expect(people().create(aPerson('dana', { seed: 'new' }))).rejects.toMatchObject({
        code: 'NAME_TAKEN',
      });
    });

    it('are taken by one of many who create a person of that name at once', async () => {
      const names = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'Anna' : 'ANNA '));
      const creating = names.map((name, seed) => people().create(aPerson(name, { seed })));
      const outcomes = await Promise.allSettled(creating);
      const refused = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason.code] : [],
      );
      expect(refused).toEqual(Array(11).fill('NAME_TAKEN'));
      expect(await people().counts()).toEqual({ named: 1, unknown: 0 });
    });

    it('are taken by one of many who are renamed to it at once', async () => {
      const groups = Array.from({ length: 8 }, (_, index) => anUnknownPerson(index + 1));
      for (const group of groups) await people().create(group);
      const outcomes = await Promise.allSettled([
        ...groups.map(({ id }) => people().rename(id, 'Anna')),
        people().create(aPerson('anna')),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await people().counts()).named).toBe(1);
    });
  });

  describe('naming', () => {
    it('an unknown person makes it a named one and keeps its faces', async () => {
      await people().create(anUnknownPerson(4));
      const { id } = anUnknownPerson(4);
      const [face] = await addFaces(library().faces, 1);
      await suggest(library().faces, id, [face!]);
      await people().rename(id, 'Anna');
      expect(await people().get(id)).toMatchObject({
        ...anUnknownPerson(4),
        identity: { kind: 'named', name: 'Anna' },
        counts: { labeled: 0, inferred: 1, unknown: 0 },
      });
      expect((await library().faces.get(face!))!.standing).toMatchObject({ state: 'inferred', person: id });
      expect(await library().faces.counts()).toEqual({ labeled: 0, inferred: 1, unknown: 0, ignored: 0 });
      expect(await people().counts()).toEqual({ named: 1, unknown: 0 });
    });

    it('a group of thousands', async () => {
      await people().create(anUnknownPerson(1));
      const ids = await addFaces(library().faces, ...Array.from({ length: 1100 }, (_, seed) => seed));
      await suggest(library().faces, anUnknownPerson(1).id, ids);
      await people().rename(anUnknownPerson(1).id, 'Anna');
      expect((await people().findByName('Anna'))!.counts).toEqual({ labeled: 0, inferred: 1100, unknown: 0 });
    });

    it('somebody anew, also by the same name in another case', async () => {
      await people().create(aPerson('Anna'));
      for (const name of ['Anna', 'ANNA', 'Hannah', 'Hannah']) {
        await people().rename(aPersonId('Anna'), name);
        expect((await people().get(aPersonId('Anna')))!.identity).toEqual({ kind: 'named', name });
      }
      expect(await people().findByName('Anna')).toBeNull();
    });

    it('somebody who does not exist, or was merged, fails', async () => {
      for (const name of ['Anna', 'Ben']) await people().create(aPerson(name));
      await people().mergeInto(aPersonId('Anna'), aPersonId('Ben'));
      for (const id of [aPersonId(404), aPersonId('Anna')]) {
        await expect(people().rename(id, 'Cleo')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
      expect(await people().findByName('Cleo')).toBeNull();
    });
  });
}
