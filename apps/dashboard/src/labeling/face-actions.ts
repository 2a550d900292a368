import { type Api } from '../api/api';
import { toApiError, UNREACHABLE } from '../api/api-error';
import { type Face } from '../faces/face-criteria';
import { type FaceChange, type FaceLedger } from '../faces/face-ledger';
import {
  DeleteFacesDocument,
  IgnoreFacesDocument,
  LabelFacesDocument,
  RejectFacesDocument,
  SayAgainDocument,
  StopIgnoringFacesDocument,
  UnlabelFacesDocument,
  type FaceOutcomeFragment,
  type SaidInput,
} from '../graphql/generated/graphql';
import { type Person, type PersonBook } from '../people/person-book';
import { strings } from '../strings/en';
import { type ToastBoard } from '../toasts/toast-board';
import { type Step, type UndoStack } from '../undo/undo-stack';

/** Whom faces are labeled as: an existing person, or a name that may be new. */
export type LabelTarget = { personId: string; name: string } | { personId: null; name: string };

/** What became of one face, as every mutation answers. */
interface Outcome {
  id: string;
  face: Face | null;
  failure: FaceOutcomeFragment['failure'];
  said: FaceOutcomeFragment['said'];
}

interface Request {
  faceIds: readonly string[];
  change: FaceChange;
  send: (faceIds: string[]) => Promise<Outcome[]>;
}

interface Done {
  succeeded: readonly string[];
  /** For taking it back: where in the log it was said. */
  said: readonly SaidInput[];
  /** Nothing succeeded since no answer came: it may work another time. */
  unreachable: boolean;
}

interface Manner {
  /** Say nothing about what succeeded: whoever asks shows that. */
  quiet?: boolean;
}

/** The number of what was done on the undo stack; null when it was refused. */
type Deed = Promise<number | null>;

/** Which sentence says that it failed. */
type SentenceKind = keyof typeof strings.toasts.failed;

/** So many faces are sent at once; more become several requests. */
const CHUNK = 1000;

/**
 * What can be done to faces. Each change shows at once; when the gateway refuses it for some faces, exactly these go
 * back, and a toast says why.
 */
export class FaceActions {
  private readonly working = new Set<Promise<unknown>>();

  constructor(
    private readonly api: Api,
    private readonly ledger: FaceLedger,
    private readonly people: PersonBook,
    private readonly toasts: ToastBoard,
    private readonly undo: UndoStack,
    private readonly onChange: () => void,
    private readonly onSettled: () => void,
    private readonly onLabeled: (personId: string) => void,
  ) {}

  /** Resolves when everything is answered that was sent. */
  async answered(): Promise<void> {
    await Promise.all(this.working);
  }

  label(faceIds: readonly string[], target: LabelTarget, manner: Manner = {}): Deed {
    const text = (count: number) => strings.toasts.labeled(count, target.name);
    return this.say('label', [this.labelRequest(faceIds, target)], text, manner);
  }

  /** Labels each face with the person that is suggested for it. */
  confirm(faceIds: readonly string[], manner: Manner = {}): Deed {
    const requests = [...this.byPerson(faceIds)].map(([person, ids]) =>
      this.labelRequest(ids, { personId: person.id, name: person.displayName }),
    );
    return this.say('label', requests, strings.toasts.confirmed, manner);
  }

  unlabel(faceIds: readonly string[]): Deed {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { unlabelFaces } = await this.api.request(UnlabelFacesDocument, { faceIds: chunk });
      return unlabelFaces.results;
    };
    return this.say('release', [{ faceIds, change: { kind: 'release' }, send }], strings.toasts.unlabeled);
  }

  /** Says of each face that it is not the person it is suggested to be. */
  reject(faceIds: readonly string[], manner: Manner = {}): Deed {
    const requests = [...this.byPerson(faceIds)].map(([person, ids]): Request => ({
      faceIds: ids,
      change: { kind: 'release' },
      send: async (chunk) => {
        const answer = await this.api.request(RejectFacesDocument, { faceIds: chunk, personId: person.id });
        return answer.rejectFaces.results;
      },
    }));
    return this.say('release', requests, strings.toasts.rejected, manner);
  }

  /** Says that they are strangers nobody cares about. */
  ignore(faceIds: readonly string[], manner: Manner = {}): Deed {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { ignoreFaces } = await this.api.request(IgnoreFacesDocument, { faceIds: chunk });
      return ignoreFaces.results;
    };
    return this.say(
      'ignore',
      [{ faceIds, change: { kind: 'ignore' }, send }],
      strings.toasts.ignored,
      manner,
    );
  }

  /** Each face is who it was before it was ignored; who that is, the answer tells. */
  stopIgnoring(faceIds: readonly string[]): Deed {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { stopIgnoringFaces } = await this.api.request(StopIgnoringFacesDocument, { faceIds: chunk });
      return stopIgnoringFaces.results;
    };
    const request: Request = { faceIds, change: { kind: 'release' }, send };
    return this.say('release', [request], strings.toasts.notIgnored);
  }

  remove(faceIds: readonly string[]): Deed {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { deleteFaces } = await this.api.request(DeleteFacesDocument, { faceIds: chunk });
      return deleteFaces.results.map((result) => ({ ...result, face: null }));
    };
    return this.say('delete', [{ faceIds, change: { kind: 'delete' }, send }], strings.toasts.deleted);
  }

  /** Does something that can be taken back, and says so. */
  private async say(
    kind: SentenceKind,
    requests: readonly Request[],
    text: (count: number) => string,
    manner: Manner = {},
  ): Deed {
    const before = this.snapshot(requests.flatMap(({ faceIds }) => faceIds));
    const done = await this.perform(kind, requests);
    if (done.said.length === 0) return null;
    return this.undo.did(text(done.succeeded.length), this.wayBack(before, done.said), manner);
  }

  /** What is said again of the faces is exact, also where a label had ended a rejection or a suggestion. */
  private wayBack(before: ReadonlyMap<string, Face>, said: readonly SaidInput[]): Step {
    return async () => {
      const places = new Map(said.map((place) => [place.faceId, place]));
      const now = this.snapshot([...places.keys()]);
      const send = async (chunk: string[]): Promise<Outcome[]> => {
        const faces = chunk.map((id) => places.get(id)!);
        return (await this.api.request(SayAgainDocument, { faces })).sayAgain.results;
      };
      const change: FaceChange = { kind: 'return', faces: before };
      const done = await this.perform('undo', [{ faceIds: [...places.keys()], change, send }]);
      if (done.unreachable) throw new Error(strings.errors.unreachable);
      return done.said.length === 0 ? null : this.wayBack(now, done.said);
    };
  }

  private perform(kind: SentenceKind, requests: readonly Request[]): Promise<Done> {
    const work = this.carryOut(kind, requests).finally(() => this.working.delete(work));
    this.working.add(work);
    return work;
  }

  /** Shows all changes at once, then sends them one after the other and settles each as it is answered. */
  private async carryOut(kind: SentenceKind, requests: readonly Request[]): Promise<Done> {
    const begun = requests.flatMap((request) =>
      chunks(request.faceIds).map((faceIds) => ({
        ...request,
        faceIds,
        number: this.ledger.begin(faceIds, request.change),
      })),
    );
    this.onChange();
    const succeeded: string[] = [];
    const said: SaidInput[] = [];
    const failures = new Map<string, number>();
    let unreachable = false;
    for (const { faceIds, send, number } of begun) {
      const outcomes = await send(faceIds).catch((thrown: unknown): Outcome[] => {
        const { code, message, hint } = toApiError(thrown);
        unreachable ||= code === UNREACHABLE;
        return faceIds.map((id) => ({ id, face: null, failure: { code, message, hint }, said: null }));
      });
      const settled = outcomes.filter(({ failure }) => failure === null);
      this.people.follow(this.ledger.settle(number, settled));
      for (const { id, said: places } of settled) {
        succeeded.push(id);
        if (places) said.push({ faceId: id, now: places.now, asAt: places.before });
      }
      for (const { failure } of outcomes) {
        if (!failure) continue;
        const sentence = failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
        failures.set(sentence, (failures.get(sentence) ?? 0) + 1);
      }
      this.onChange();
    }
    this.onSettled();
    if (failures.size > 0) {
      const count = [...failures.values()].reduce((sum, each) => sum + each, 0);
      this.toasts.add({
        tone: 'failed',
        text: strings.toasts.failed[kind](count),
        details: [...failures.keys()],
      });
    }
    return { succeeded, said, unreachable: unreachable && succeeded.length === 0 };
  }

  private labelRequest(faceIds: readonly string[], target: LabelTarget): Request {
    const change = labelAs(target, this.people);
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const variables = target.personId === null ? { name: target.name } : { personId: target.personId };
      const { labelFaces } = await this.api.request(LabelFacesDocument, { faceIds: chunk, ...variables });
      if (labelFaces.person) this.meet(labelFaces.person);
      return labelFaces.results;
    };
    return { faceIds, change, send };
  }

  /** The counts in the answer are newer than ours, but the faces of the answer are counted when they settle. */
  private meet(person: Person): void {
    if (!this.people.get(person.id)) this.people.receive([person]);
    this.onLabeled(person.id);
  }

  private snapshot(faceIds: readonly string[]): ReadonlyMap<string, Face> {
    return new Map(faceIds.flatMap((id) => this.ledger.get(id) ?? []).map((face) => [face.id, face]));
  }

  private byPerson(faceIds: readonly string[]): Map<NonNullable<Face['person']>, string[]> {
    const groups = new Map<string, { person: NonNullable<Face['person']>; ids: string[] }>();
    for (const id of faceIds) {
      const person = this.ledger.get(id)?.person;
      if (!person) continue;
      const group = groups.get(person.id) ?? { person, ids: [] };
      group.ids.push(id);
      groups.set(person.id, group);
    }
    return new Map([...groups.values()].map(({ person, ids }) => [person, ids]));
  }
}

/** Labeling as it is shown before it is answered, when a new person has no id yet. */
export function labelAs(target: LabelTarget, people: Pick<PersonBook, 'get'>): FaceChange {
  const known = target.personId === null ? null : people.get(target.personId);
  return {
    kind: 'label',
    person: {
      id: target.personId ?? `new ${target.name}`,
      kind: 'NAMED',
      name: known?.name ?? target.name,
      displayName: known?.displayName ?? target.name,
    },
  };
}

function chunks(ids: readonly string[]): string[][] {
  const result: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) result.push(ids.slice(start, start + CHUNK));
  return result;
}
