import { join } from 'node:path';
import {
  type Decision,
  type FaceId,
  type FaceObservation,
  parseBirthDate,
  type PersonId,
  recordDecisions,
} from '@kindred/domain';
import {
  aDeletion,
  aFace,
  anAssignment,
  anIgnoring,
  aPerson,
  aPersonId,
  aPhoto,
  aPhotoId,
  aRejection,
  aSourceOf,
  anUnknownPerson,
  NOON,
} from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { exportStatements } from '../export-statements/export-statements';
import { type ReadLine, readStatements } from '../statements/read-statements';
import type { Statement } from '../statements/statement';
import { writeStatements } from '../statements/write-statements';
import { importStatements } from './import-statements.use-case';
import { WaitingStatements } from './waiting-statements';

const PHOTO = aPhotoId();
const boxAt = (x: number) => ({ x, y: 0.2, width: 0.2, height: 0.25 });
const LEFT = aFace({ seed: 'left', box: boxAt(0.1) });
const RIGHT = aFace({ seed: 'right', box: boxAt(0.6) });
/** The same faces as another model pack finds them. */
const OTHER_LEFT = aFace({ seed: 'other left', box: boxAt(0.12) });
const OTHER_RIGHT = aFace({ seed: 'other right', box: boxAt(0.61) });
const [ANN, BEN] = [aPerson('Ann'), aPerson('Ben')];
const LATER = '2026-02-01T12:00:00.000Z';

describe('an import', () => {
  const libraries: Library[] = [];
  const open = async (...faces: FaceObservation[]): Promise<Library> => {
    const library = await Library.open(faces);
    libraries.push(library);
    return library;
  };
  afterEach(async () => {
    for (const library of libraries.splice(0)) await library.close();
  });

  /** A library in which Ann and Ben were told apart, with a word about every kind of thing. */
  const spoken = async () => {
    const library = await open(LEFT, RIGHT);
    await library.ports.people.create({
      ...ANN,
      aliases: ['Mum', 'Gran'],
      birthDate: parseBirthDate('1985-04-30'),
    });
    await library.ports.people.create({ ...BEN, hidden: true });
    await library.say(
      anAssignment(LEFT.id, ANN.id),
      aRejection(LEFT.id, BEN.id),
      anAssignment(RIGHT.id, BEN.id),
      { ...aDeletion(RIGHT.id), box: RIGHT.box } as Decision,
    );
    await library.ports.faces.remove([RIGHT.id]);
    await library.ports.people.setCover(ANN.id, LEFT.id);
    await library.ports.questions.answer({
      one: ANN.id,
      other: BEN.id,
      actor: 'user',
      at: NOON,
      answer: 'different',
    });
    return library;
  };

  it('says in an empty library with the same photos what was said in the other', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    const report = await to.import(await from.export());
    expect(report).toEqual({
      people: { created: 2, known: 0 },
      decisions: { said: 4, known: 0 },
      conflicts: { changed: 0, kept: 0 },
      differences: { said: 1, known: 0, aboutNobodyHere: 0 },
      covers: 1,
      waiting: { decisions: 0, covers: 0 },
      refused: 0,
    });
    expect(await to.export()).toEqual(await from.export());
    expect(await to.labelOf(LEFT.id)).toBe(ANN.id);
    expect(await to.deleted(RIGHT.id)).toBe(true);
    expect(await to.ports.faces.get(RIGHT.id)).toBeNull();
  });

  it('says who is ignored, and tells of what it deleted', async () => {
    const from = await open(LEFT, RIGHT);
    await from.ports.people.create(ANN);
    await from.say(anAssignment(LEFT.id, ANN.id), anIgnoring(LEFT.id));
    await from.say({ ...aDeletion(RIGHT.id), box: RIGHT.box } as Decision);
    const to = await open(LEFT, RIGHT);
    const gone: unknown[] = [];
    await to.ports.bus.observe(['faces.deleted'], (event) => void gone.push(event.data));
    await to.import(await from.export());
    await to.ports.bus.drain();
    expect((await to.ports.faces.get(LEFT.id))?.standing).toEqual({ state: 'ignored', person: null });
    expect((await to.ports.labels.ofFaces([LEFT.id])).get(LEFT.id)).toHaveLength(2);
    expect(gone).toEqual([{ faces: [RIGHT.id] }]);
    expect(await to.export()).toEqual(await from.export());
  });

  it('changes nothing when it is repeated', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    await to.import(await from.export());
    const before = await to.export();
    const again = await to.import(await from.export());
    expect(again).toMatchObject({
      people: { created: 0, known: 2 },
      decisions: { said: 0, known: 4 },
      covers: 0,
    });
    expect(await to.export()).toEqual(before);
    expect((await from.import(await from.export())).decisions).toEqual({ said: 0, known: 4 });
  });

  it('finds faces by photo and place when another model pack gave them other ids', async () => {
    const from = await open(LEFT, RIGHT);
    await from.ports.people.create(ANN);
    await from.ports.people.create(BEN);
    await from.say(anAssignment(LEFT.id, ANN.id), anAssignment(RIGHT.id, BEN.id));
    const to = await open(OTHER_RIGHT, OTHER_LEFT);
    await to.import(await from.export());
    expect(await to.labelOf(OTHER_LEFT.id)).toBe(ANN.id);
    expect(await to.labelOf(OTHER_RIGHT.id)).toBe(BEN.id);
    expect((await to.import(await from.export())).decisions).toEqual({ said: 0, known: 2 });
  });

  it('takes people with the same name for the same person', async () => {
    const from = await spoken();
    const to = await open(LEFT);
    const own = aPerson('ANN', { seed: 'own' });
    await to.ports.people.create(own);
    expect((await to.import(await from.export())).people).toEqual({ created: 1, known: 1 });
    expect(await to.labelOf(LEFT.id)).toBe(own.id);
    expect(await to.ports.people.counts()).toEqual({ named: 2, unknown: 0 });
  });

  it('follows people into those whom they became part of here', async () => {
    const from = await spoken();
    const statements = await from.export();
    await from.ports.people.mergeInto(BEN.id, ANN.id);
    const report = await from.import(statements);
    expect(report).toMatchObject({ people: { created: 0 }, differences: { said: 0, aboutNobodyHere: 1 } });
    expect(await from.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
  });

  it('names a group that has no name here', async () => {
    const from = await spoken();
    const to = await open(LEFT);
    await to.ports.people.create(anUnknownPerson(1, { id: ANN.id }));
    await to.import(await from.export());
    expect((await to.ports.people.get(ANN.id))?.identity).toEqual({ kind: 'named', name: 'Ann' });
  });

  it('keeps what is about faces that are not found yet, and says it once they are', async () => {
    const from = await spoken();
    const to = await open();
    const first = await to.import(await from.export());
    expect(first).toMatchObject({ decisions: { said: 0 }, waiting: { decisions: 4, covers: 1 } });
    expect((await to.import(null)).waiting).toEqual({ decisions: 4, covers: 1 });
    expect((await to.import(await from.export())).waiting).toEqual({ decisions: 4, covers: 1 });
    await to.find(OTHER_LEFT, OTHER_RIGHT);
    const last = await to.import(null);
    expect(last).toMatchObject({ decisions: { said: 4 }, covers: 1, waiting: { decisions: 0, covers: 0 } });
    expect(await to.labelOf(OTHER_LEFT.id)).toBe(ANN.id);
    expect(await to.deleted(OTHER_RIGHT.id)).toBe(true);
  });

  it('leaves the last word to what was said later, here', async () => {
    const from = await spoken();
    const to = await open(LEFT);
    await to.ports.people.create(BEN);
    await to.say(anAssignment(LEFT.id, BEN.id, { at: LATER, seed: 'own' }));
    const { conflicts } = await to.import(await from.export());
    expect(conflicts).toEqual({ changed: 0, kept: 1 });
    expect(await to.labelOf(LEFT.id)).toBe(BEN.id);
  });

  it('has the last word where it was said later, and says how often that changed something', async () => {
    const from = await open(LEFT);
    await from.ports.people.create(ANN);
    await from.say(anAssignment(LEFT.id, ANN.id, { at: LATER }));
    const to = await open(LEFT);
    await to.ports.people.create(BEN);
    await to.say(anAssignment(LEFT.id, BEN.id, { seed: 'own' }));
    const { conflicts } = await to.import(await from.export());
    expect(conflicts).toEqual({ changed: 1, kept: 0 });
    expect(await to.labelOf(LEFT.id)).toBe(ANN.id);
    expect((await to.import(await from.export())).conflicts).toEqual({ changed: 0, kept: 0 });
  });

  it('keeps the cover that somebody chose here', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    await to.ports.people.create({ ...ANN, cover: RIGHT.id });
    expect((await to.import(await from.export())).covers).toBe(0);
    expect((await to.ports.people.get(ANN.id))?.cover).toBe(RIGHT.id);
  });

  it('adds to what is known of people here, and changes none of it', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    await to.ports.people.create({ ...ANN, aliases: ['Annie', 'MUM'], birthDate: parseBirthDate('1984') });
    await to.ports.people.create(BEN);
    for (const _ of ['once', 'again']) {
      await to.import(await from.export());
      expect(await to.ports.people.get(ANN.id)).toMatchObject({
        aliases: ['Annie', 'MUM', 'Gran'],
        birthDate: '1984',
      });
      expect(await to.ports.people.get(BEN.id)).toMatchObject({ hidden: false });
    }
  });

  it('refuses other names that somebody else has here, by line, and takes in the rest', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    await to.ports.people.create(aPerson('Mum'));
    const report = await to.import(await from.export());
    expect(report).toMatchObject({ refused: 1, decisions: { said: 4 } });
    expect(to.refused).toEqual([expect.stringMatching(/^Line 2: .*Mum/)]);
    expect((await to.ports.people.get(ANN.id))!.aliases).toEqual(['Gran']);
  });

  it('refuses names that cannot be, by line, and takes in the rest', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    const nameless: Statement = { kind: 'person', id: aPersonId('nameless'), name: ' ', createdAt: NOON };
    const report = await to.import([nameless, ...(await from.export())]);
    expect(report).toMatchObject({ refused: 1, decisions: { said: 4 } });
    expect(to.refused).toEqual([expect.stringMatching(/^Line 2: /)]);
  });

  it('refuses a date of birth in the future, by line, and takes in the rest', async () => {
    const to = await open(LEFT, RIGHT);
    const unborn = { birthDate: '9999', aliases: ['Annie'] };
    const said: Statement = { kind: 'person', id: ANN.id, name: 'Ann', createdAt: NOON, ...unborn };
    expect(await to.import([said])).toMatchObject({ refused: 1, people: { created: 1 } });
    expect(to.refused).toEqual([expect.stringMatching(/^Line 2: .*future/)]);
    expect(await to.ports.people.get(ANN.id)).toMatchObject({ birthDate: null, aliases: ['Annie'] });
  });

  it('stops when it is told to, wherever it is', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    const signal = AbortSignal.abort();
    await expect(to.import(await from.export(), signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await to.ports.people.counts()).named).toBe(0);
    expect((await to.import(await from.export())).decisions).toEqual({ said: 4, known: 0 });
  });

  it('tells the trainer whom and what it is about', async () => {
    const from = await spoken();
    const to = await open(LEFT, RIGHT);
    const told: unknown[] = [];
    const subjects = ['faces.labeled'] as const;
    await to.ports.bus.consume({ group: 'test', subjects, maxInFlight: 1 }, async ({ event }) => {
      told.push(event.data);
    });
    await to.import(await from.export());
    await to.ports.bus.drain();
    expect(told).toContainEqual({
      faces: expect.arrayContaining([LEFT.id, RIGHT.id]),
      people: expect.arrayContaining([ANN.id, BEN.id]),
    });
  });
});

class Library {
  refused: string[] = [];

  private constructor(
    readonly ports: TestPorts,
    private readonly waiting: WaitingStatements,
  ) {}

  static async open(faces: readonly FaceObservation[]): Promise<Library> {
    const ports = await openTestPorts();
    const library = new Library(ports, WaitingStatements.open(join(ports.folder, 'waiting.db')));
    const photo = aPhoto({ id: PHOTO });
    await ports.photos.add(photo, aSourceOf(photo));
    await library.find(...faces);
    return library;
  }

  find(...faces: readonly FaceObservation[]): Promise<void> {
    return this.ports.faces.upsert(faces);
  }

  say(...decisions: readonly Decision[]): Promise<void> {
    return recordDecisions(this.ports, decisions);
  }

  async labelOf(id: FaceId): Promise<PersonId | null> {
    const standing = (await this.ports.faces.get(id))?.standing;
    return standing?.state === 'labeled' ? standing.person : null;
  }

  /** Whether it is deleted, and still there to be brought back. */
  async deleted(id: FaceId): Promise<boolean> {
    return (await this.ports.faces.deletedAmong([id])).length === 1;
  }

  async export(): Promise<Statement[]> {
    const statements: Statement[] = [];
    for await (const statement of exportStatements(this.ports)) statements.push(statement);
    return statements;
  }

  import(statements: readonly Statement[] | null, signal?: AbortSignal) {
    this.refused = [];
    return importStatements(this.ports, {
      lines: statements === null ? null : asFile(statements),
      waiting: this.waiting,
      onRefused: ({ message }) => this.refused.push(message),
      signal,
    });
  }

  async close(): Promise<void> {
    this.waiting.close();
    await this.ports.close();
  }
}

/** Statements through the file that they travel in. */
async function* asFile(statements: readonly Statement[]): AsyncGenerator<ReadLine> {
  const from = (async function* () {
    yield* statements;
  })();
  const lines = (async function* () {
    for await (const piece of writeStatements(from, { exportedAt: NOON, program: 'test' }))
      yield* piece.trimEnd().split('\n');
  })();
  yield* readStatements(lines);
}
