import { type Api } from '../api/api';
import { toApiError } from '../api/api-error';
import { type Face } from '../faces/face-criteria';
import { type FaceChange, type FaceLedger } from '../faces/face-ledger';
import {
  DeleteFacesDocument,
  LabelFacesDocument,
  RejectFacesDocument,
  UnlabelFacesDocument,
  type FaceOutcomeFragment,
} from '../graphql/generated/graphql';
import { type Person, type PersonBook } from '../people/person-book';
import { strings } from '../strings/en';
import { type ToastBoard } from '../toasts/toast-board';

/** Whom faces are labeled as: an existing person, or a name that may be new. */
export type LabelTarget = { personId: string; name: string } | { personId: null; name: string };

/** What became of one face, as every mutation answers. */
interface Outcome {
  id: string;
  face: Face | null;
  failure: FaceOutcomeFragment['failure'];
}

interface Request {
  faceIds: readonly string[];
  change: FaceChange;
  send: (faceIds: string[]) => Promise<Outcome[]>;
}

interface Done {
  succeeded: readonly string[];
  failures: ReadonlyMap<string, number>;
}

/** So many faces are sent at once; more become several requests. */
const CHUNK = 200;

/**
 * What can be done to faces. Each change shows at once; when the gateway refuses it for some faces, exactly these go
 * back, and a toast says why.
 */
export class FaceActions {
  constructor(
    private readonly api: Api,
    private readonly ledger: FaceLedger,
    private readonly people: PersonBook,
    private readonly toasts: ToastBoard,
    private readonly onChange: () => void,
    private readonly onSettled: () => void,
    private readonly onLabeled: (personId: string) => void,
  ) {}

  async label(faceIds: readonly string[], target: LabelTarget): Promise<void> {
    const before = this.snapshot(faceIds);
    const done = await this.perform('label', [this.labelRequest(faceIds, target)]);
    this.say(strings.toasts.labeled(done.succeeded.length, target.name), done, () => this.restore(before, done));
  }

  /** Labels each face with the person that is suggested for it. */
  async confirm(faceIds: readonly string[]): Promise<void> {
    const before = this.snapshot(faceIds);
    const requests = [...this.byPerson(faceIds)].map(([person, ids]) =>
      this.labelRequest(ids, { personId: person.id, name: person.displayName }),
    );
    const done = await this.perform('label', requests);
    this.say(strings.toasts.confirmed(done.succeeded.length), done, () => this.restore(before, done));
  }

  async unlabel(faceIds: readonly string[]): Promise<void> {
    const before = this.snapshot(faceIds);
    const done = await this.perform('release', [this.unlabelRequest(faceIds)]);
    this.say(strings.toasts.unlabeled(done.succeeded.length), done, () => this.restore(before, done));
  }

  /** Says of each face that it is not the person it is suggested to be. */
  async reject(faceIds: readonly string[]): Promise<void> {
    const requests = [...this.byPerson(faceIds)].map(
      ([person, ids]): Request => ({
        faceIds: ids,
        change: { kind: 'release' },
        send: async (chunk) => {
          const answer = await this.api.request(RejectFacesDocument, { faceIds: chunk, personId: person.id });
          return answer.rejectFaces.results;
        },
      }),
    );
    const done = await this.perform('release', requests);
    this.say(strings.toasts.rejected(done.succeeded.length), done);
  }

  async remove(faceIds: readonly string[]): Promise<void> {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { deleteFaces } = await this.api.request(DeleteFacesDocument, { faceIds: chunk });
      return deleteFaces.results.map(({ id, failure }) => ({ id, face: null, failure }));
    };
    const done = await this.perform('delete', [{ faceIds, change: { kind: 'delete' }, send }]);
    this.say(strings.toasts.deleted(done.succeeded.length), done);
  }

  /** Shows all changes at once, then sends them one after the other and settles each as it is answered. */
  private async perform(kind: FaceChange['kind'], requests: readonly Request[]): Promise<Done> {
    const begun = requests.flatMap((request) =>
      chunks(request.faceIds).map((faceIds) => ({
        ...request,
        faceIds,
        number: this.ledger.begin(faceIds, request.change),
      })),
    );
    this.onChange();
    const succeeded: string[] = [];
    const failures = new Map<string, number>();
    for (const { faceIds, send, number } of begun) {
      const outcomes = await send(faceIds).catch((thrown: unknown): Outcome[] => {
        const { code, message, hint } = toApiError(thrown);
        return faceIds.map((id) => ({ id, face: null, failure: { code, message, hint } }));
      });
      const settled = outcomes.filter(({ face, failure }) => failure === null && (face !== null || kind === 'delete'));
      this.people.follow(this.ledger.settle(number, settled));
      succeeded.push(...settled.map(({ id }) => id));
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
      this.toasts.add({ tone: 'failed', text: strings.toasts.failed[kind](count), details: [...failures.keys()] });
    }
    return { succeeded, failures };
  }

  private say(text: string, { succeeded }: Done, undo?: () => void): void {
    if (succeeded.length === 0) return;
    this.toasts.add({ tone: 'done', text, action: undo ? { label: strings.actions.undo, run: undo } : null });
  }

  private labelRequest(faceIds: readonly string[], target: LabelTarget): Request {
    const known = target.personId === null ? null : this.people.get(target.personId);
    const change: FaceChange = {
      kind: 'label',
      person: {
        id: target.personId ?? `new ${target.name}`,
        kind: 'NAMED',
        name: known?.name ?? target.name,
        displayName: known?.displayName ?? target.name,
      },
    };
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

  private unlabelRequest(faceIds: readonly string[]): Request {
    const send = async (chunk: string[]): Promise<Outcome[]> => {
      const { unlabelFaces } = await this.api.request(UnlabelFacesDocument, { faceIds: chunk });
      return unlabelFaces.results;
    };
    return { faceIds, change: { kind: 'release' }, send };
  }

  private snapshot(faceIds: readonly string[]): ReadonlyMap<string, Face> {
    return new Map(faceIds.flatMap((id) => this.ledger.get(id) ?? []).map((face) => [face.id, face]));
  }

  /** Takes a change back: faces that were labeled get their label again, all others lose theirs. */
  private async restore(before: ReadonlyMap<string, Face>, { succeeded }: Done): Promise<void> {
    const labeled = new Map<string, { name: string; ids: string[] }>();
    const unlabeled: string[] = [];
    for (const id of succeeded) {
      const face = before.get(id);
      if (face?.state !== 'LABELED' || !face.person) {
        unlabeled.push(id);
        continue;
      }
      const entry = labeled.get(face.person.id) ?? { name: face.person.displayName, ids: [] };
      entry.ids.push(id);
      labeled.set(face.person.id, entry);
    }
    const requests = [...labeled].map(([personId, { name, ids }]) => this.labelRequest(ids, { personId, name }));
    if (unlabeled.length > 0) requests.push(this.unlabelRequest(unlabeled));
    const done = await this.perform('release', requests);
    this.say(strings.toasts.undone, done);
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

function chunks(ids: readonly string[]): string[][] {
  const result: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) result.push(ids.slice(start, start + CHUNK));
  return result;
}
