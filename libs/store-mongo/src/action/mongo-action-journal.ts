import type { Action, ActionJournal, ActionState, LoggedAction } from '@kindred/domain';
import type { Collection, Filter } from 'mongodb';
import type { CollectionPlan } from '../database/indexes';
import type { Library } from '../database/library';

const TURN = 'actions';

export const ACTIONS: CollectionPlan = {
  name: 'actions',
  schema: {
    required: ['id', 'deed', 'actor', 'at', 'decisions', 'after', 'state'],
    properties: { state: { enum: ['begun', 'done', 'refused'] } },
  },
  indexes: [{ id: 1 }, { state: 1, _id: 1 }, { takesBack: 1, state: 1, _id: 1 }],
};

/** An action as it is stored: by its sequence. */
interface ActionDocument extends Action {
  readonly _id: number;
  /** The last sequence in the label log when it began. */
  readonly after: number;
  readonly state: ActionState;
}

export class MongoActionJournal implements ActionJournal {
  constructor(
    private readonly database: Library,
    private readonly lastDecision: () => Promise<number>,
  ) {}

  begin(action: Action): Promise<void> {
    return this.database.take(TURN, async (turn) => {
      if ((await this.actions.findOne({ id: action.id })) !== null) return;
      const newest = await this.actions.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
      const after = await this.lastDecision();
      const document: ActionDocument = { ...action, _id: (newest?._id ?? 0) + 1, after, state: 'begun' };
      await turn.commit([{ in: 'actions', put: document }]);
    });
  }

  settle(id: string, state: 'done' | 'refused'): Promise<void> {
    return this.database.take(TURN, async (turn) => {
      const begun = await this.actions.findOne({ id, state: 'begun' });
      if (begun !== null) await turn.commit([{ in: 'actions', set: begun._id, to: { state } }]);
    });
  }

  async get(id: string): Promise<LoggedAction | null> {
    const [action = null] = await this.logged({ id }, 1, 1);
    return action;
  }

  unsettled(): Promise<readonly LoggedAction[]> {
    return this.logged({ state: 'begun' }, 1, 0);
  }

  before(sequence: number | null, limit: number): Promise<readonly LoggedAction[]> {
    const below = sequence === null ? {} : { _id: { $lt: sequence } };
    return this.logged({ state: 'done', ...below }, -1, limit);
  }

  private async logged(
    filter: Filter<ActionDocument>,
    direction: 1 | -1,
    limit: number,
  ): Promise<readonly LoggedAction[]> {
    const found = await this.actions.find(filter).sort({ _id: direction }).limit(limit).toArray();
    const ids = found.map(({ id }) => id);
    const later = await this.actions
      .find({ takesBack: { $in: ids }, state: 'done' })
      .sort({ _id: 1 })
      .toArray();
    const takenBackBy = new Map(later.map(({ takesBack, id }) => [takesBack, id]));
    return found.map(({ _id, ...action }) => ({
      ...action,
      sequence: _id,
      takenBackBy: takenBackBy.get(action.id) ?? null,
    }));
  }

  private get actions(): Collection<ActionDocument> {
    return this.database.collection<ActionDocument>('actions');
  }
}
