import { type Api } from '../api/api';
import { CONFLICT, toApiError, UNREACHABLE } from '../api/api-error';
import { type Face, type FaceCriteria, filterOf } from '../faces/face-criteria';
import { type AllBut, type FaceChange, type FaceLedger } from '../faces/face-ledger';
import {
  ConfirmAllFacesDocument,
  DeleteAllFacesDocument,
  type FaceSelection,
  type FacesActionOutcomeFragment,
  IgnoreAllFacesDocument,
  LabelAllFacesDocument,
  RejectAllFacesDocument,
  StopIgnoringAllFacesDocument,
  TakeBackFacesDocument,
  UnlabelAllFacesDocument,
} from '../graphql/generated/graphql';
import { type AwaitedJobs } from '../jobs/awaited-jobs';
import { type PersonBook } from '../people/person-book';
import { strings } from '../strings/en';
import { type ToastBoard } from '../toasts/toast-board';
import { type Step, type UndoStack } from '../undo/undo-stack';
import { labelAs, type LabelTarget } from './face-actions';

/** The gateway leaves out no more faces than this. */
export const MOST_EXCEPT = 10_000;

/** All faces that match, but for some, and how many that are as people were told. */
export interface ManyFaces extends AllBut {
  count: number;
}

/** Of how many faces something is being said, and how many of them show it. */
export interface BulkProgress {
  id: string;
  text: string;
  done: number;
  total: number | null;
}

/** How many faces there are when that is another number than people were told: nothing was done then. Else null. */
type Changed = Promise<number | null>;

type Outcome = FacesActionOutcomeFragment;

interface Request {
  faces: ManyFaces;
  change: FaceChange;
  kind: keyof typeof strings.toasts.failed;
  text: (count: number) => string;
  send: (selection: FaceSelection) => Promise<{ action: Outcome }>;
}

/** Something that was said of many faces, and becomes visible meanwhile. */
interface Saying {
  actionId: string;
  /** Resolves when every face shows it, with whether it holds. */
  shown: Promise<boolean>;
}

/**
 * What can be done to all faces that match, seen or not. Each is one request, shows at once, and is taken back as one;
 * where the gateway refuses it, everything goes back to exactly what it was.
 */
export class BulkActions {
  private readonly texts = new Map<string, string>();
  private latest: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: Api,
    private readonly ledger: FaceLedger,
    private readonly people: PersonBook,
    private readonly toasts: ToastBoard,
    private readonly undo: UndoStack,
    private readonly jobs: AwaitedJobs,
    /** Resolves when everything is answered that was said of single faces before. */
    private readonly answered: () => Promise<void>,
    private readonly onChange: () => void,
    /** Reads again what is on the screen, and lists of which everything may have left. */
    private readonly lookAgain: (within: FaceCriteria | null) => Promise<void>,
    private readonly onLabeled: (personId: string) => void,
  ) {}

  /** What is under way, the oldest first. */
  get running(): readonly BulkProgress[] {
    return [...this.texts].flatMap(([id, text]) => {
      const job = this.jobs.get(id);
      return job ? [{ id, text, done: job.done, total: job.total }] : [];
    });
  }

  label(faces: ManyFaces, target: LabelTarget): Changed {
    const whom = target.personId === null ? { name: target.name } : { personId: target.personId };
    return this.perform({
      faces,
      change: labelAs(target, this.people),
      kind: 'label',
      text: (count) => strings.toasts.labeled(count, target.name),
      send: (selection) => this.api.request(LabelAllFacesDocument, { selection, ...whom }),
    });
  }

  /** Labels each face with the person that is suggested for it. */
  confirm(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'confirm' },
      kind: 'label',
      text: strings.toasts.confirmed,
      send: (selection) => this.api.request(ConfirmAllFacesDocument, { selection }),
    });
  }

  /** Says of each face that it is not the person it is suggested to be. */
  reject(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'release' },
      kind: 'release',
      text: strings.toasts.rejected,
      send: (selection) => this.api.request(RejectAllFacesDocument, { selection }),
    });
  }

  unlabel(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'release' },
      kind: 'release',
      text: strings.toasts.unlabeled,
      send: (selection) => this.api.request(UnlabelAllFacesDocument, { selection }),
    });
  }

  ignore(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'ignore' },
      kind: 'ignore',
      text: strings.toasts.ignored,
      send: (selection) => this.api.request(IgnoreAllFacesDocument, { selection }),
    });
  }

  /** Each face is who it was before it was ignored. */
  stopIgnoring(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'release' },
      kind: 'release',
      text: strings.toasts.notIgnored,
      send: (selection) => this.api.request(StopIgnoringAllFacesDocument, { selection }),
    });
  }

  remove(faces: ManyFaces): Changed {
    return this.perform({
      faces,
      change: { kind: 'delete' },
      kind: 'delete',
      text: strings.toasts.deleted,
      send: (selection) => this.api.request(DeleteAllFacesDocument, { selection }),
    });
  }

  private async perform({ faces, change, kind, text, send }: Request): Changed {
    const { criteria, except, count } = faces;
    const before = this.ledger.seen(faces);
    const number = this.ledger.beginAll(faces, change);
    this.onChange();
    const selection = { filter: filterOf(criteria), except: [...except], expectedCount: count };
    try {
      const { action } = await this.next(() => send(selection));
      if (action.person) this.meet(action.person);
      this.tellRefusals(kind, action);
      if (action.id === null) {
        this.ledger.drop(number);
      } else {
        const said = this.follow(action, number, text(action.faceCount), criteria);
        this.did(text(action.faceCount), said, before, action.job?.state === 'RUNNING');
      }
    } catch (thrown) {
      this.ledger.drop(number);
      const error = toApiError(thrown);
      if (error.code === CONFLICT && error.count !== null) return error.count;
      this.toasts.failed(error, strings.toasts.failed[kind](count));
    } finally {
      this.onChange();
    }
    return null;
  }

  /** What was said before is answered before anything is said of all that match now. */
  private next(send: () => Promise<{ action: Outcome }>): Promise<{ action: Outcome }> {
    const answer = this.latest.then(() => this.answered()).then(send);
    this.latest = answer.catch(() => undefined);
    return answer;
  }

  /** Says so when it is seen everywhere: until then its progress is told. */
  private did(text: string, said: Saying, before: readonly Face[], isRunning: boolean): void {
    const id = this.undo.did(text, this.wayBack(text, said, before), { quiet: isRunning });
    if (!isRunning) return;
    const action = { label: strings.actions.undo, run: () => void this.undo.undo({ id }) };
    void said.shown.then((holds) => holds && this.toasts.add({ tone: 'done', text, action }));
  }

  /** Keeps showing a change until every face has it, then what is so. */
  private follow(
    { id, job, refusals }: Outcome,
    number: number,
    text: string,
    within: FaceCriteria | null,
  ): Saying {
    const show = async (): Promise<boolean> => {
      this.texts.set(id!, text);
      const { state, failure } = await this.jobs.ended(job!);
      this.texts.delete(id!);
      const holds = state === 'COMPLETED';
      // What was refused is read again, instead of guessed.
      if (holds && refusals.length === 0) this.ledger.commit(number);
      await this.lookAgain(within);
      this.ledger.drop(number);
      if (!holds) {
        const details = [failure?.message, failure?.hint].filter((line) => typeof line === 'string');
        this.toasts.add({ tone: 'failed', text: strings.bulk.failed(text), details });
      }
      this.onChange();
      return holds;
    };
    return { actionId: id!, shown: show() };
  }

  /** One request, too; what is said again of each face is exact. */
  private wayBack(text: string, said: Saying, before: readonly Face[], isDone = true): Step {
    return async () => {
      if (!(await said.shown)) return null;
      const faces = new Map(before.map((face) => [face.id, face]));
      const now = [...faces.keys()].flatMap((id) => this.ledger.confirmed(id) ?? []);
      const number = this.ledger.begin([...faces.keys()], { kind: 'return', faces });
      this.onChange();
      try {
        const { action } = await this.next(async () => {
          const { takeBack } = await this.api.request(TakeBackFacesDocument, { actionId: said.actionId });
          return { action: takeBack.faces! };
        });
        this.tellRefusals('undo', action);
        if (action.id !== null) {
          const again = this.follow(action, number, isDone ? strings.undo.undone(text) : text, null);
          return this.wayBack(text, again, now, !isDone);
        }
        this.ledger.drop(number);
      } catch (thrown) {
        this.ledger.drop(number);
        this.toasts.failed(thrown, strings.bulk.notTakenBack);
        if (toApiError(thrown).code === UNREACHABLE) throw thrown;
      } finally {
        this.onChange();
      }
      return null;
    };
  }

  private meet(person: NonNullable<Outcome['person']>): void {
    this.people.receive([person]);
    this.onLabeled(person.id);
  }

  private tellRefusals(kind: Request['kind'], { refusals }: Outcome): void {
    const count = refusals.reduce((sum, { faceCount }) => sum + faceCount, 0);
    if (count === 0) return;
    const details = refusals.map(({ failure: { message, hint } }) => (hint ? `${message} ${hint}` : message));
    this.toasts.add({ tone: 'failed', text: strings.toasts.failed[kind](count), details });
  }
}
