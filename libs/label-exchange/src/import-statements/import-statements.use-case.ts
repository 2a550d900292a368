import { type Failure, type ImportReport, KindredError, personPair, toFailure } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { ReadLine } from '../statements/read-statements';
import type {
  CoverStatement,
  DecisionStatement,
  DifferenceStatement,
  PersonStatement,
} from '../statements/statement';
import { PeopleOfImport } from './people-of-import';
import { recogniseFaces } from './recognise-faces';
import { sayAboutFaces } from './say-about-faces';
import type { AboutFace, WaitingStatements } from './waiting-statements';

export type ImportPorts = Pick<Ports, 'faces' | 'people' | 'labels' | 'questions' | 'bus' | 'clock'>;

export interface ImportOptions {
  /** What to read; null to try only what waits from before. */
  readonly lines: AsyncIterable<ReadLine> | null;
  readonly waiting: WaitingStatements;
  readonly onRefused: (failure: Failure) => void;
  readonly onProgress?: (decisions: number) => void;
  readonly signal?: AbortSignal;
}

const BATCH = 500;
/** Who says what came without saying who said it. */
const ACTOR = 'import';

/**
 * Takes in what humans said elsewhere. What waits from earlier imports is tried first; what is about a face that is not
 * found waits from now on. Cut off anywhere, it may be run again: what was said is known then.
 * @throws KindredError `CANCELLED` when the signal says so, `ARGUMENT_INVALID` when the lines are no statements.
 */
export async function importStatements(ports: ImportPorts, options: ImportOptions): Promise<ImportReport> {
  const run = new ImportRun(ports, options);
  try {
    await run.tryWhatWaits();
    if (options.lines !== null) await run.readLines(options.lines);
    return run.report();
  } finally {
    run.close();
  }
}

class ImportRun {
  private readonly people: PeopleOfImport;
  private decisions = { said: 0, known: 0 };
  private conflicts = { changed: 0, kept: 0 };
  private differences = { said: 0, known: 0, aboutNobodyHere: 0 };
  private saidToBeDifferent: Set<string> | null = null;
  private covers = 0;
  private refused = 0;

  constructor(
    private readonly ports: ImportPorts,
    private readonly options: ImportOptions,
  ) {
    this.people = new PeopleOfImport(ports.people);
  }

  async tryWhatWaits(): Promise<void> {
    const { waiting } = this.options;
    for (let place = 0; ;) {
      const batch = waiting.after(place, BATCH);
      if (batch.length === 0) return;
      for (const { statement, name } of batch) {
        if (name !== null && statement.person !== undefined)
          await this.people.introduce({ id: statement.person, name, createdAt: this.ports.clock.now() });
      }
      await this.say(batch.map(({ statement }) => statement));
      place = batch.at(-1)!.place;
    }
  }

  async readLines(lines: AsyncIterable<ReadLine>): Promise<void> {
    let batch: AboutFace['statement'][] = [];
    const sayBatch = async () => {
      await this.say(batch);
      batch = [];
    };
    for await (const read of lines) {
      this.stopIfTold();
      if ('failure' in read) {
        this.refuse(read.failure);
        continue;
      }
      const { statement } = read;
      if (statement.kind === 'person') await this.introduce(statement, read.line);
      if (statement.kind === 'different') await this.sayDifferent(statement);
      if (statement.kind === 'decision' || statement.kind === 'cover') batch.push(statement);
      if (batch.length === BATCH) await sayBatch();
    }
    await sayBatch();
  }

  report(): ImportReport {
    return {
      people: this.people.counts(),
      decisions: this.decisions,
      conflicts: this.conflicts,
      differences: this.differences,
      covers: this.covers,
      waiting: this.options.waiting.count(),
      refused: this.refused,
    };
  }

  close(): void {
    this.people.close();
  }

  private async introduce(person: PersonStatement, line: number): Promise<void> {
    const refuse = (error: KindredError) => {
      const { code, message } = toFailure(error);
      this.refuse({ code, message: `Line ${line}: ${message}` });
    };
    try {
      await this.people.introduce(person);
      for (const error of await this.people.describe(person, this.ports.clock.now())) refuse(error);
    } catch (error) {
      if (!(error instanceof KindredError) || error.code !== 'NAME_INVALID') throw error;
      refuse(error);
    }
  }

  private async say(batch: readonly AboutFace['statement'][]): Promise<void> {
    this.stopIfTold();
    await this.decide(batch.filter((statement) => statement.kind === 'decision'));
    for (const statement of batch) if (statement.kind === 'cover') await this.cover(statement);
    this.options.onProgress?.(this.decisions.said + this.decisions.known);
  }

  private async decide(statements: readonly DecisionStatement[]): Promise<void> {
    const decisions = await Promise.all(
      statements.map(async (original) => ({
        ...original,
        original,
        ...(original.person !== undefined && { person: await this.people.find(original.person) }),
      })),
    );
    const { said, known, waiting, conflicts } = await sayAboutFaces(this.ports, decisions);
    this.decisions.said += said.length;
    this.decisions.known += known.length;
    this.conflicts.changed += conflicts.changed;
    this.conflicts.kept += conflicts.kept;
    this.settle([...said, ...known].map(({ original }) => original));
    this.keep(waiting.map(({ original }) => original));
  }

  /** A cover that somebody chose here stays; one whose face is not this person's (yet) waits. */
  private async cover(statement: CoverStatement): Promise<void> {
    const { faces, people, labels } = this.ports;
    const present = await faces.ofPhoto(statement.photo);
    const id = recogniseFaces([statement], present, await labels.ofPhoto(statement.photo)).get(
      statement.face,
    );
    const face = present.find((candidate) => candidate.id === id);
    const person = await people.get(await this.people.find(statement.person));
    if (face === undefined || person === null || face.standing.person !== person.id) {
      this.keep([statement]);
      return;
    }
    if (person.cover === null) {
      await people.setCover(person.id, face.id);
      this.covers += 1;
    }
    this.settle([statement]);
  }

  private async sayDifferent({ one, other }: DifferenceStatement): Promise<void> {
    const { questions, people, clock } = this.ports;
    const found = await people.getMany([await this.people.find(one), await this.people.find(other)]);
    if (found.length < 2 || found[0].id === found[1].id) {
      this.differences.aboutNobodyHere += 1;
      return;
    }
    const pair = personPair(found[0].id, found[1].id);
    this.saidToBeDifferent ??= new Set((await questions.different()).map((known) => known.join()));
    if (this.saidToBeDifferent.has(pair.join())) {
      this.differences.known += 1;
      return;
    }
    await questions.answer({
      one: pair[0],
      other: pair[1],
      actor: ACTOR,
      at: clock.now(),
      answer: 'different',
    });
    this.saidToBeDifferent.add(pair.join());
    this.differences.said += 1;
  }

  /** @throws KindredError `CANCELLED`. */
  private stopIfTold(): void {
    if (this.options.signal?.aborted)
      throw new KindredError('CANCELLED', 'The import was stopped before it was over.', {
        hint: 'Run it again; what was taken in stays and is not taken in twice.',
      });
  }

  private refuse(failure: Failure): void {
    this.refused += 1;
    this.options.onRefused(failure);
  }

  private settle(statements: readonly AboutFace['statement'][]): void {
    if (statements.length > 0) this.options.waiting.remove(statements);
  }

  private keep(statements: readonly AboutFace['statement'][]): void {
    if (statements.length === 0) return;
    this.options.waiting.add(
      statements.map((statement) => ({
        statement,
        name: statement.person === undefined ? null : this.people.nameOf(statement.person),
      })),
    );
  }
}
