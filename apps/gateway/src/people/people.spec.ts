import type { FaceId } from '@kindred/domain';
import { aFaceId, aPersonId } from '@kindred/testing';
import { interruptedPorts, type Interruption, type TestPorts } from '@kindred/testing-standalone';
import { TestGateway } from '../testing/test-gateway';
import { PeopleActions } from '../actions/people-actions';
import { People } from './people.use-case';

const PERSON = '{ id kind name displayName labeledCount inferredCount unknownCount faceCount cover { id } }';
const RESULTS = 'results { id failure { code message hint } }';

describe('people', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const codeOf = async (mutation: string, variables: Record<string, unknown>) => {
    const { errors } = await gateway.ask(mutation, variables);
    expect(errors?.[0]?.message).toEqual(expect.any(String));
    return errors?.[0]?.extensions['code'];
  };

  describe('created', () => {
    const CREATE = `mutation ($name: String!) { createPerson(name: $name) { person ${PERSON} } }`;

    it('have the name with its white space in order, and no faces', async () => {
      const {
        createPerson: { person },
      } = await gateway.data(CREATE, { name: '  Ada \n Lovelace ' });
      expect(person).toMatchObject({
        kind: 'NAMED',
        name: 'Ada Lovelace',
        displayName: 'Ada Lovelace',
        faceCount: 0,
        cover: null,
      });
    });

    it('are told to whoever watches the counts', async () => {
      const {
        createPerson: { person },
      } = await gateway.data(CREATE, { name: 'Ada' });
      expect(gateway.ports.bus.published('faces.labeled')).toMatchObject([
        { data: { faces: [], people: [person.id] } },
      ]);
    });

    it('are there even when nobody can be told', async () => {
      gateway.ports.bus.setOnline(false);
      expect((await gateway.data(CREATE, { name: 'Ada' })).createPerson.person.name).toBe('Ada');
    });

    it('need a name of their own, in whatever case it is written', async () => {
      await gateway.named('Ada');
      for (const name of ['Ada', ' ADA', 'Ａｄａ']) expect(await codeOf(CREATE, { name })).toBe('NAME_TAKEN');
      for (const name of ['', ' \n', 'x'.repeat(201), 'a\u0007b'])
        expect(await codeOf(CREATE, { name })).toBe('NAME_INVALID');
      expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
    });
  });

  describe('renamed', () => {
    const RENAME = `mutation ($id: ID!, $name: String!) { renamePerson(id: $id, name: $name) { person ${PERSON} } }`;

    it('keep their faces and suggestions', async () => {
      const ada = await gateway.named('Ada');
      const [labeled, suggested] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(ada, labeled);
      await gateway.suggest(ada, 0.9, suggested);
      const {
        renamePerson: { person },
      } = await gateway.data(RENAME, { id: ada, name: 'Ada Lovelace' });
      expect(person).toMatchObject({
        id: ada,
        name: 'Ada Lovelace',
        labeledCount: 1,
        inferredCount: 1,
      });
    });

    it('from unknown to named have all their faces labeled, however many, and keep their id', async () => {
      const faces = await gateway.faces(...Array.from({ length: 7 }, (_, i) => i));
      const group = await gateway.unknown(3, ...faces);
      const {
        renamePerson: { person },
      } = await gateway.data(RENAME, { id: group, name: 'Ada' });
      expect(person).toMatchObject({
        id: group,
        kind: 'NAMED',
        displayName: 'Ada',
        labeledCount: 7,
        unknownCount: 0,
      });
      for (const face of faces)
        expect(await gateway.standing(face)).toEqual({ state: 'labeled', person: group });
      const [event] = gateway.ports.bus.published('faces.labeled');
      expect(new Set(event?.data.faces)).toEqual(new Set(faces));
    });

    it('are refused a name that somebody has, and stay what they were', async () => {
      await gateway.named('Ada');
      const [face] = await gateway.faces(1);
      const group = await gateway.unknown(3, face!);
      expect(await codeOf(RENAME, { id: group, name: 'ada' })).toBe('NAME_TAKEN');
      expect(await codeOf(RENAME, { id: group, name: ' ' })).toBe('NAME_INVALID');
      expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: group });
      expect(await gateway.ports.labels.ofFaces([face!])).toEqual(new Map());
    });

    it('may write their own name in another case', async () => {
      const ada = await gateway.named('ada');
      expect((await gateway.data(RENAME, { id: ada, name: 'Ada' })).renamePerson.person.name).toBe('Ada');
    });

    it('have to exist', async () => {
      for (const id of [aPersonId('nobody'), 'x', ''])
        expect(await codeOf(RENAME, { id, name: 'Ada' })).toBe('NOT_FOUND');
    });
  });

  describe('described', () => {
    const CHANGE = `mutation ($id: ID!, $details: PersonDetailsInput!) {
      changePerson(id: $id, details: $details) { person { id aliases birthDate hidden changedAt } } }`;
    const change = async (id: string, details: object) =>
      (await gateway.data(CHANGE, { id, details })).changePerson.person;

    it('have other names, a date of birth, and are hidden: what is left out stays', async () => {
      const ada = await gateway.named('Ada');
      await change(ada, { aliases: [' Countess  Ada ', 'ADA'] });
      await change(ada, { birthDate: '1815-12-10' });
      const details = { aliases: ['Countess Ada'], birthDate: '1815-12-10', hidden: true };
      expect(await change(ada, { hidden: true })).toMatchObject(details);
      expect(await change(ada, { aliases: null, hidden: null })).toMatchObject(details);
      const none = { aliases: [], birthDate: null, hidden: false };
      expect(await change(ada, none)).toMatchObject(none);
    });

    it('are refused what cannot be, and stay what they were', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      await change(eve, { aliases: ['Evie'] });
      const group = await gateway.unknown(1, ...(await gateway.faces(1)));
      const refused: [string, object, string][] = [
        [ada, { aliases: ['eve'] }, 'NAME_TAKEN'],
        [ada, { aliases: ['EVIE'] }, 'NAME_TAKEN'],
        [ada, { aliases: [' '] }, 'NAME_INVALID'],
        [ada, { birthDate: '10.12.1815' }, 'ARGUMENT_INVALID'],
        [ada, { birthDate: '9999' }, 'ARGUMENT_INVALID'],
        [group, { aliases: ['Somebody'] }, 'CONFLICT'],
        [aPersonId('nobody'), { hidden: true }, 'NOT_FOUND'],
      ];
      for (const [id, details, code] of refused) expect(await codeOf(CHANGE, { id, details })).toBe(code);
      expect(await change(ada, {})).toMatchObject({ aliases: [], birthDate: null, hidden: false });
    });

    it('are told to whoever watches', async () => {
      const ada = await gateway.named('Ada');
      await change(ada, { hidden: true });
      expect(gateway.ports.bus.published('faces.labeled')).toMatchObject([
        { data: { faces: [], people: [ada] } },
      ]);
    });

    it('are labeled by any of their names', async () => {
      const ada = await gateway.named('Ada');
      await change(ada, { aliases: ['Countess'] });
      const faces = await gateway.faces(1);
      await gateway.data(
        'mutation ($faces: [ID!]!) { labelFaces(faceIds: $faces, name: "countess") { person { id } } }',
        { faces },
      );
      expect(await gateway.standing(faces[0]!)).toEqual({ state: 'labeled', person: ada });
    });

    it('are as old in a photo as it says when it was taken', async () => {
      const ada = await gateway.named('Ada');
      const faces: FaceId[] = [];
      for (const [seed, takenAt] of ['1825-12-10T12:00:00', '1815-01-01T12:00:00', undefined].entries()) {
        const { id } = await gateway.photo(seed, { metadata: takenAt === undefined ? {} : { takenAt } });
        faces.push(await gateway.face(seed, { photo: id }));
      }
      await gateway.label(ada, ...faces);
      const ages = async () => {
        const found = [];
        for (const id of faces) {
          const { face } = await gateway.data('query ($id: ID!) { face(id: $id) { age { years exact } } }', {
            id,
          });
          found.push(face.age);
        }
        return found;
      };
      expect(await ages()).toEqual([null, null, null]);
      await change(ada, { birthDate: '1815-12-10' });
      expect(await ages()).toEqual([{ years: 10, exact: true }, { years: null, exact: true }, null]);
      await change(ada, { birthDate: '1815' });
      expect(await ages()).toEqual([{ years: 10, exact: false }, { years: 0, exact: false }, null]);
    });
  });

  describe('found', () => {
    const namesOf = (people: { name: string }[]) => people.map(({ name }) => name);

    it('by what fits their names, also mistyped', async () => {
      for (const name of ['Ada', 'Adam', 'Katharina']) await gateway.named(name);
      const alike = async (typed: string, first = 10) =>
        namesOf(
          (
            await gateway.data(
              'query ($typed: String!, $first: Int!) { peopleAlike(typed: $typed, first: $first) { name } }',
              { typed, first },
            )
          ).peopleAlike,
        );
      expect(await alike('ada')).toEqual(['Ada', 'Adam']);
      expect(await alike('ada', 1)).toEqual(['Ada']);
      expect(await alike('katrina')).toEqual(['Katharina']);
      const query = 'query ($first: Int!) { peopleAlike(typed: "a", first: $first) { name } }';
      for (const first of [0, 101]) expect(await codeOf(query, { first })).toBe('ARGUMENT_INVALID');
    });

    it('among the others unless they are hidden and were not asked for', async () => {
      const ada = await gateway.named('Ada');
      await gateway.named('Eve');
      await gateway.ports.people.changeDetails(ada, { hidden: true });
      const list = async (given: string) =>
        namesOf((await gateway.data(`{ people(sort: NAME, ${given}) { nodes { name } } }`)).people.nodes);
      expect(await list('withHidden: false')).toEqual(['Eve']);
      expect(await list('withHidden: true')).toEqual(['Ada', 'Eve']);
      expect(await list('first: 10')).toEqual(['Ada', 'Eve']);
    });

    it('by when they last changed', async () => {
      const names = ['Ada', 'Eve', 'Bob'];
      for (const name of names) await gateway.named(name);
      const eve = (await gateway.ports.people.findByName('Eve'))!;
      gateway.ports.clock.advance(1000);
      await gateway.ports.people.rename(eve.id, 'Evelyn');
      const { people } = await gateway.data(
        '{ people(sort: RECENT, first: 1) { nodes { name changedAt } } }',
      );
      expect(people.nodes).toMatchObject([{ name: 'Evelyn', changedAt: expect.stringMatching(/^20/) }]);
    });
  });

  describe('covers', () => {
    const COVER = `mutation ($personId: ID!, $faceId: ID) { setCover(personId: $personId, faceId: $faceId) { person ${PERSON} } }`;

    it('are the chosen face, or the best one when none is chosen', async () => {
      const ada = await gateway.named('Ada');
      const quality = { overall: 0.99, size: 1, sharpness: 1, pose: 1 };
      const [plain, best] = [await gateway.face(1), await gateway.face(2, { quality })];
      await gateway.label(ada, plain, best);
      expect((await gateway.data(COVER, { personId: ada, faceId: plain })).setCover.person.cover.id).toBe(
        plain,
      );
      expect((await gateway.data(COVER, { personId: ada, faceId: null })).setCover.person.cover.id).toBe(
        best,
      );
      expect((await gateway.data(COVER, { personId: ada, faceId: plain })).setCover.person.cover.id).toBe(
        plain,
      );
      expect((await gateway.data(COVER, { personId: ada })).setCover.person.cover.id).toBe(best);
    });

    it('are not faces of others, nor ones that are gone', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const [hers, alone] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(eve, hers);
      expect(await codeOf(COVER, { personId: ada, faceId: hers })).toBe('CONFLICT');
      expect(await codeOf(COVER, { personId: ada, faceId: alone })).toBe('CONFLICT');
      expect(await codeOf(COVER, { personId: ada, faceId: aFaceId(99) })).toBe('NOT_FOUND');
      expect(await codeOf(COVER, { personId: ada, faceId: 'x' })).toBe('NOT_FOUND');
      expect(await codeOf(COVER, { personId: aPersonId('nobody'), faceId: hers })).toBe('NOT_FOUND');
    });

    it('follow when the chosen face becomes somebody else', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const [chosen, other] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(ada, chosen, other);
      await gateway.data(COVER, { personId: ada, faceId: chosen });
      await gateway.label(eve, chosen);
      expect(
        (await gateway.data(`query ($id: ID!) { person(id: $id) ${PERSON} }`, { id: ada })).person.cover.id,
      ).toBe(other);
    });
  });

  describe('merged', () => {
    const MERGE = `mutation ($into: ID!, $from: [ID!]!) { mergePeople(into: $into, from: $from) { person ${PERSON} ${RESULTS} } }`;
    const merge = async (into: string, ...from: string[]) =>
      (await gateway.data(MERGE, { into, from })).mergePeople;

    it('keep the labels, suggestions and rejections of both', async () => {
      const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Ada L.')];
      const [a, b, suggested, notAda, notTwin] = (await gateway.faces(1, 2, 3, 4, 5)) as [
        never,
        never,
        never,
        never,
        never,
      ];
      await gateway.label(ada, a);
      await gateway.label(twin, b);
      await gateway.suggest(twin, 0.9, suggested);
      await gateway.reject(ada, notAda);
      await gateway.reject(twin, notTwin);
      const { person, results } = await merge(ada, twin);
      expect(results).toEqual([{ id: twin, failure: null }]);
      expect(person).toMatchObject({ id: ada, name: 'Ada', labeledCount: 2, inferredCount: 1 });
      const rejections = await gateway.ports.faces.rejectionsOf([notAda, notTwin]);
      for (const face of [notAda, notTwin]) expect(rejections.get(face)).toEqual(new Set([ada]));
      await gateway.suggest(ada, 0.99, notAda, notTwin);
      for (const face of [notAda, notTwin])
        expect(await gateway.standing(face)).toEqual({ state: 'unknown', person: null });
    });

    it('keep the labels and rejections of people who were merged before', async () => {
      const [first, second, third] = [
        await gateway.named('A'),
        await gateway.named('B'),
        await gateway.named('C'),
      ];
      const [labeled, rejected] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(first, labeled);
      await gateway.reject(first, rejected);
      await merge(second, first);
      expect((await merge(third, second)).person).toMatchObject({ id: third, labeledCount: 1 });
      expect(await gateway.standing(labeled)).toEqual({ state: 'labeled', person: third });
      expect((await gateway.ports.faces.rejectionsOf([rejected])).get(rejected)).toEqual(new Set([third]));
    });

    it('label the faces of an unknown person that joins a named one, except those that are known not to be that person', async () => {
      const ada = await gateway.named('Ada');
      const [hers, notHers] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.reject(ada, notHers);
      const group = await gateway.unknown(3, hers, notHers);
      const { person } = await merge(ada, group);
      expect(person).toMatchObject({ labeledCount: 1, faceCount: 1 });
      expect(await gateway.standing(hers)).toEqual({ state: 'labeled', person: ada });
      expect(await gateway.standing(notHers)).toEqual({ state: 'unknown', person: null });
      expect((await gateway.ports.faces.rejectionsOf([notHers])).get(notHers)).toEqual(new Set([ada]));
    });

    it('stay unknown when all of them are', async () => {
      const faces = (await gateway.faces(1, 2, 3)) as [never, never, never];
      const one = await gateway.unknown(1, faces[0], faces[1]);
      const other = await gateway.unknown(2, faces[2]);
      expect((await merge(one, other)).person).toMatchObject({
        kind: 'UNKNOWN',
        displayName: 'Unknown 1',
        unknownCount: 3,
      });
      expect(await gateway.ports.labels.ofFaces(faces)).toEqual(new Map());
    });

    it('never lose a name: a named person does not become part of an unknown one', async () => {
      const ada = await gateway.named('Ada');
      const [hers, unknown] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(ada, hers);
      const group = await gateway.unknown(1, unknown);
      expect((await merge(group, ada)).results).toMatchObject([
        { id: ada, failure: { code: 'CONFLICT', hint: expect.any(String) } },
      ]);
      expect(await gateway.standing(hers)).toEqual({ state: 'labeled', person: ada });
      expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 1 });
    });

    it('answer for each id: itself, nobody, nonsense and the same again', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const nobody = aPersonId('nobody');
      const { results } = await merge(ada, ada, nobody, 'x', eve, eve);
      expect(
        results.map((result: { id: string; failure: { code: string } | null }) => [
          result.id,
          result.failure?.code ?? null,
        ]),
      ).toEqual([
        [ada, 'CONFLICT'],
        [nobody, 'NOT_FOUND'],
        ['x', 'NOT_FOUND'],
        [eve, null],
        [eve, null],
      ]);
      expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
    });

    it('may be asked for again, as after an answer that was lost', async () => {
      const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
      const [face] = (await gateway.faces(1)) as [never];
      await gateway.label(twin, face);
      for (const _ of ['said', 'said again'])
        expect((await merge(ada, twin)).results).toEqual([{ id: twin, failure: null }]);
      expect(await gateway.standing(face)).toEqual({ state: 'labeled', person: ada });
    });

    it.each<Interruption>(['crash', 'refused', 'lost answer'])(
      'end as if undisturbed when they are asked for again after an interruption at any write: %s',
      async (how) => {
        const people = (ports: TestPorts) => new People(ports, new PeopleActions(ports));
        let done = false;
        for (let at = 1; !done; at += 1) {
          const [named, group, twin] = (await gateway.faces(3 * at, 3 * at + 1, 3 * at + 2)) as [
            never,
            never,
            never,
          ];
          const [ada, other] = [
            await gateway.named(`Ada ${how} ${at}`),
            await gateway.named(`Twin ${how} ${at}`),
          ];
          await gateway.label(ada, named);
          await gateway.label(other, twin);
          const unknown = await gateway.unknown(at, group);
          const interrupted = interruptedPorts(gateway.ports, at, how);
          await people(interrupted.ports)
            .merge(ada, [unknown, other])
            .catch(() => undefined);
          done = interrupted.writes < at;
          await people(gateway.ports).merge(ada, [unknown, other]);
          for (const face of [named, group, twin])
            expect(await gateway.standing(face)).toEqual({ state: 'labeled', person: ada });
        }
      },
      30_000,
    );

    it('are found by the ids they had', async () => {
      const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
      await merge(ada, twin);
      expect(
        (await gateway.data('query ($id: ID!) { person(id: $id) { id } }', { id: twin })).person.id,
      ).toBe(ada);
    });

    it('need somebody to become part of', async () => {
      const ada = await gateway.named('Ada');
      expect(await codeOf(MERGE, { into: aPersonId('nobody'), from: [ada] })).toBe('NOT_FOUND');
      expect(await codeOf(MERGE, { into: ada, from: Array(1001).fill('x') })).toBe('ARGUMENT_INVALID');
    });
  });

  describe('deleted', () => {
    const DELETE = `mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { ${RESULTS} } }`;
    const remove = async (...ids: string[]) => (await gateway.data(DELETE, { ids })).deletePerson.results;

    it('leave their faces unknown and their name free', async () => {
      const ada = await gateway.named('Ada');
      const [labeled, suggested] = (await gateway.faces(1, 2)) as [never, never];
      await gateway.label(ada, labeled);
      await gateway.suggest(ada, 0.9, suggested);
      expect(await remove(ada)).toEqual([{ id: ada, failure: null }]);
      for (const face of [labeled, suggested])
        expect(await gateway.standing(face)).toEqual({ state: 'unknown', person: null });
      expect(
        (await gateway.data('mutation { createPerson(name: "Ada") { person { faceCount } } }')).createPerson
          .person.faceCount,
      ).toBe(0);
      expect(gateway.ports.bus.published('faces.labeled')[0]?.data).toEqual({
        faces: [labeled],
        people: [ada],
      });
    });

    it('answer for each id: known, nobody, nonsense and the same again', async () => {
      const ada = await gateway.named('Ada');
      const results = await remove('x', ada, ada, aPersonId('nobody'));
      expect(
        results.map((result: { failure: { code: string } | null }) => result.failure?.code ?? null),
      ).toEqual(['NOT_FOUND', null, null, 'NOT_FOUND']);
    });

    it('are not those that somebody else became part of', async () => {
      const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
      await gateway.ports.people.mergeInto(twin, ada);
      expect(await remove(twin)).toMatchObject([{ failure: { code: 'NOT_FOUND' } }]);
      expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
    });
  });
});
