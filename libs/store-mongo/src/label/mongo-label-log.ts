import { randomUUID } from 'node:crypto';
import {
  type Decision,
  type FaceId,
  KindredError,
  type LabelLog,
  type LoggedDecision,
  type PersonId,
  type PhotoId,
} from '@kindred/domain';
import type { Collection, Filter } from 'mongodb';
import type { Library } from '../database/library';
import type { Turn } from '../database/turns';
import { type DecisionDocument, decisionOf } from './decision-documents';
import { grown, isValid, lastTold, type LogExtent, placesOf, withoutPlace, withPlace } from './log-extent';

const TURN = 'labels';
const LAST = 'labels.last';
const PROJECTED = 'labels.projected';
/** So many decisions are sent at once, and so many faces asked for. */
const BATCH = 1000;

/**
 * Decisions are inserted where nobody reads, above the last sequence that is given or in a place that is reserved, and
 * become valid together by one document. What a crash leaves above the last one was never said, and makes room for the
 * next.
 */
export class MongoLabelLog implements LabelLog {
  private filled: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Library) {}

  async append(decisions: readonly Decision[], place?: string): Promise<void> {
    if (place !== undefined) return this.inTurn(() => this.fill(place, decisions));
    if (decisions.length > BATCH) {
      return this.inTurn(async () => {
        const ownPlace = randomUUID();
        await this.reserve(ownPlace, decisions.length);
        await this.fill(ownPlace, decisions);
      });
    }
    if (decisions.length > 0) await this.appendFew(decisions);
  }

  async reserve(place: string, count: number): Promise<void> {
    await this.database.take(TURN, async (turn) => {
      const extent = await this.extent();
      if (placesOf(extent).some(({ id }) => id === place)) return;
      await this.decisions.deleteMany({ _id: { $gt: extent.n } });
      await turn.commit([{ in: 'tallies', put: withPlace(extent, place, count) }]);
    });
  }

  async reserved(): Promise<readonly string[]> {
    return placesOf(await this.extent()).map(({ id }) => id);
  }

  async discard(place: string): Promise<void> {
    await this.database.take(TURN, async (turn) => {
      const extent = await this.extent();
      const known = placesOf(extent).find(({ id }) => id === place);
      if (known === undefined) return;
      await this.decisions.deleteMany({ _id: { $gte: known.first, $lte: known.last } });
      await turn.commit([{ in: 'tallies', put: withoutPlace(extent, place) }]);
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
    const extent = await this.extent();
    const faces = new Set<FaceId>();
    const mentioned = this.decisions.find({ person: { $in: [...people] } } as Filter<DecisionDocument>, {
      projection: { face: 1 },
    });
    for await (const { _id, face } of mentioned) if (isValid(extent, _id)) faces.add(face);
    return [...faces];
  }

  async after(sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    const last = await this.lastSequence();
    const documents = await this.decisions
      .find({ _id: { $gt: sequence, $lte: last } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return documents.map(decisionOf);
  }

  async lastSequence(): Promise<number> {
    return lastTold(await this.extent());
  }

  ofAction(action: string, sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.said({ action }, { above: sequence, limit });
  }

  async before(sequence: number | null, limit: number): Promise<readonly LoggedDecision[]> {
    const extent = await this.extent();
    const below = sequence === null ? extent.n : Math.min(extent.n, sequence - 1);
    const documents = await this.decisions
      .find({ action: { $exists: false }, _id: { $lte: below }, ...outsidePlaces(extent) })
      .sort({ _id: -1 })
      .limit(limit)
      .toArray();
    return documents.map(decisionOf);
  }

  projectedUpTo(): Promise<number> {
    return this.database.tally(PROJECTED);
  }

  markProjected(sequence: number): Promise<void> {
    return this.database.take(TURN, async (turn) => {
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
    const extent = await this.extent();
    const range = { ...filter, _id: { $gt: above, $lte: extent.n }, ...outsidePlaces(extent) };
    const documents = await this.decisions.find(range).sort({ _id: 1 }).limit(limit).toArray();
    return documents.map(decisionOf);
  }

  /**
   * What somebody else is writing with the same ids is taken out of its place: it is said now, and may not depend on
   * whether all else in that place will ever be.
   */
  private async appendFew(decisions: readonly Decision[]): Promise<void> {
    await this.database.take(TURN, async (turn) => {
      const extent = await this.extent();
      const fresh = await this.unknownAmong(decisions, extent);
      if (fresh.length === 0) return;
      await this.decisions.deleteMany({ _id: { $gt: extent.n } });
      if (placesOf(extent).length > 0)
        await this.decisions.deleteMany({ id: { $in: fresh.map(({ id }) => id) } });
      const documents = fresh.map((decision, index) => ({ ...decision, _id: extent.n + 1 + index }));
      await this.decisions.insertMany(documents, { ordered: true });
      await turn.commit([{ in: 'tallies', put: grown(extent, documents.length) }]);
    });
  }

  /** One place after the other is filled: what is known of one may not depend on whether another will ever be. */
  private inTurn(fill: () => Promise<void>): Promise<void> {
    const turn = this.filled.then(fill);
    this.filled = turn.catch(() => undefined);
    return turn;
  }

  /** Writes a batch in each turn, so that others get theirs in between; the last one makes all of them valid. */
  private async fill(place: string, decisions: readonly Decision[]): Promise<void> {
    try {
      const once = [
        ...new Map([...decisions].reverse().map((decision) => [decision.id, decision])).values(),
      ].reverse();
      for (let start = 0; start === 0 || start < once.length; start += BATCH)
        await this.database.take(TURN, (turn) => this.fillTo(turn, place, once, start));
    } catch (error) {
      await this.discard(place).catch(() => undefined);
      throw error;
    }
  }

  private async fillTo(turn: Turn, id: string, decisions: readonly Decision[], start: number): Promise<void> {
    const extent = await this.extent();
    const place = placesOf(extent).find((one) => one.id === id);
    if (place === undefined) throw new KindredError('CONFLICT', 'This place in the label log was given up.');
    if (place.first + decisions.length - 1 > place.last)
      throw new KindredError('CONFLICT', 'This place in the label log is too small.');
    const fresh = await this.unknownAmong(decisions.slice(start, start + BATCH), extent);
    const documents = fresh.map((decision, index) => ({ ...decision, _id: place.first + start + index }));
    turn.check();
    if (documents.length > 0) await this.decisions.insertMany(documents, { ordered: true });
    if (start + BATCH < decisions.length) return;
    await turn.commit([{ in: 'tallies', put: withoutPlace(extent, id) }]);
  }

  /** Each once, in order, without those whose id is in the log. */
  private async unknownAmong(
    decisions: readonly Decision[],
    extent: LogExtent,
  ): Promise<readonly Decision[]> {
    const fresh = new Map<string, Decision>();
    for (const decision of decisions) if (!fresh.has(decision.id)) fresh.set(decision.id, { ...decision });
    const ids = [...fresh.keys()];
    for (let start = 0; start < ids.length; start += BATCH) {
      const known = this.decisions.find(
        { id: { $in: ids.slice(start, start + BATCH) } },
        { projection: { id: 1 } },
      );
      for await (const { _id, id } of known) if (isValid(extent, _id)) fresh.delete(id);
    }
    return [...fresh.values()];
  }

  private async extent(): Promise<LogExtent> {
    return (
      (await this.database.collection<LogExtent>('tallies').findOne({ _id: LAST })) ?? { _id: LAST, n: 0 }
    );
  }

  private get decisions(): Collection<DecisionDocument> {
    return this.database.collection<DecisionDocument>('decisions');
  }
}

/** What leaves out decisions that are being written. */
function outsidePlaces(extent: LogExtent): Filter<DecisionDocument> {
  const places = placesOf(extent);
  if (places.length === 0) return {};
  return {
    $and: places.map(({ first, last }) => ({ $or: [{ _id: { $lt: first } }, { _id: { $gt: last } }] })),
  };
}

const tally = (_id: string, n: number) => ({ _id, n });
