import type { Decision, FaceId, LabelLog, LoggedDecision, PersonId, PhotoId } from '@kindred/domain';
import type { Collection, Filter } from 'mongodb';
import type { Library } from '../database/library';
import { type DecisionDocument, decisionOf } from './decision-documents';

const TURN = 'labels';
const LAST = 'labels.last';
const PROJECTED = 'labels.projected';
/** So many decisions are sent at once, and so many faces asked for. */
const BATCH = 1000;

/**
 * Decisions are inserted above the last one that is valid, where nobody reads, and become valid together by one number.
 * What a crash leaves above it was never said, and makes room for the next.
 */
export class MongoLabelLog implements LabelLog {
  constructor(private readonly library: Library) {}

  append(decisions: readonly Decision[]): Promise<void> {
    if (decisions.length === 0) return Promise.resolve();
    return this.library.take(TURN, async (turn) => {
      const last = await this.lastSequence();
      const fresh = await this.unknownAmong(decisions, last);
      if (fresh.length === 0) return;
      await this.decisions.deleteMany({ _id: { $gt: last } });
      const documents = fresh.map((decision, index) => ({ ...decision, _id: last + 1 + index }));
      for (let start = 0; start < documents.length; start += BATCH) {
        turn.check();
        await this.decisions.insertMany(documents.slice(start, start + BATCH), { ordered: true });
      }
      await turn.commit([{ in: 'tallies', put: tally(LAST, last + documents.length) }]);
    });
  }

  async ofFaces(faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, readonly LoggedDecision[]>> {
    const found = new Map<FaceId, LoggedDecision[]>();
    for (let start = 0; start < faces.length; start += BATCH) {
      const some = faces.slice(start, start + BATCH);
      for (const decision of await this.said({ face: { $in: some } })) {
        const known = found.get(decision.face);
        if (known === undefined) found.set(decision.face, [decision]);
        else known.push(decision);
      }
    }
    return found;
  }

  ofPhoto(photo: PhotoId): Promise<readonly LoggedDecision[]> {
    return this.said({ photo });
  }

  async facesMentioning(people: readonly PersonId[]): Promise<readonly FaceId[]> {
    const last = await this.lastSequence();
    const faces = new Set<FaceId>();
    const mentioned = this.decisions.find({ person: { $in: [...people] } } as Filter<DecisionDocument>, {
      projection: { face: 1 },
    });
    for await (const { _id, face } of mentioned) if (_id <= last) faces.add(face);
    return [...faces];
  }

  after(sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.said({}, { above: sequence, limit });
  }

  lastSequence(): Promise<number> {
    return this.library.tally(LAST);
  }

  ofAction(action: string, sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.said({ action }, { above: sequence, limit });
  }

  async before(sequence: number | null, limit: number): Promise<readonly LoggedDecision[]> {
    const last = await this.lastSequence();
    const below = sequence === null ? last : Math.min(last, sequence - 1);
    const documents = await this.decisions
      .find({ action: { $exists: false }, _id: { $lte: below } })
      .sort({ _id: -1 })
      .limit(limit)
      .toArray();
    return documents.map(decisionOf);
  }

  projectedUpTo(): Promise<number> {
    return this.library.tally(PROJECTED);
  }

  markProjected(sequence: number): Promise<void> {
    return this.library.take(TURN, async (turn) => {
      if (sequence > (await this.projectedUpTo()))
        await turn.commit([{ in: 'tallies', put: tally(PROJECTED, sequence) }]);
    });
  }

  /** What is valid, oldest first. */
  private async said(
    filter: Filter<DecisionDocument>,
    { above = 0, limit = 0 }: { readonly above?: number; readonly limit?: number } = {},
  ): Promise<readonly LoggedDecision[]> {
    // Read before the decisions: what becomes valid meanwhile is not among them, be it in part.
    const last = await this.lastSequence();
    const range = { ...filter, _id: { $gt: above, $lte: last } };
    const documents = await this.decisions.find(range).sort({ _id: 1 }).limit(limit).toArray();
    return documents.map(decisionOf);
  }

  /** Each once, in order, without those whose id is in the log. */
  private async unknownAmong(decisions: readonly Decision[], last: number): Promise<readonly Decision[]> {
    const fresh = new Map<string, Decision>();
    for (const decision of decisions) if (!fresh.has(decision.id)) fresh.set(decision.id, { ...decision });
    const ids = [...fresh.keys()];
    for (let start = 0; start < ids.length; start += BATCH) {
      const known = this.decisions.find(
        { id: { $in: ids.slice(start, start + BATCH) } },
        { projection: { id: 1 } },
      );
      for await (const { _id, id } of known) if (_id <= last) fresh.delete(id);
    }
    return [...fresh.values()];
  }

  private get decisions(): Collection<DecisionDocument> {
    return this.library.collection<DecisionDocument>('decisions');
  }
}

const tally = (_id: string, n: number) => ({ _id, n });
