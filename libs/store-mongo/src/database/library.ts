import { type Collection, type Db, MongoClient } from 'mongodb';
import { failureOf } from './failures';
import { type CollectionPlan, prepare } from './indexes';
import type { Stored } from './write';
import { type Turn, Turns } from './turns';

/** One number of the library that is not counted but known. */
interface Tally extends Stored {
  readonly n: number;
}

const TALLIES: CollectionPlan = {
  name: 'tallies',
  schema: { required: ['n'], properties: { n: { bsonType: 'number' } } },
  indexes: [],
};
const TURNS: CollectionPlan = {
  name: 'turns',
  schema: { required: ['name', 'number', 'holder', 'beat', 'over'] },
  indexes: [{ name: 1, number: -1 }],
};
const RECORDS: CollectionPlan = { name: 'records', schema: { required: ['writes'] }, indexes: [] };

export interface Place {
  /** `mongodb://…` or `mongodb+srv://…`. */
  readonly url: string;
  /** The database; that of the address unless it is given. */
  readonly name?: string;
  /** Milliseconds without a sign after which a writer counts as gone. */
  readonly lease: number;
}

/** The database of one library, and the turns in which it is written. */
export class Library {
  private constructor(
    private readonly client: MongoClient,
    readonly database: Db,
    readonly turns: Turns,
    /** Where it is, without the password. */
    readonly place: string,
  ) {}

  /** @throws KindredError `STORE_UNAVAILABLE`. */
  static async open({ url, name, lease }: Place, plans: readonly CollectionPlan[]): Promise<Library> {
    const client = new MongoClient(url, { ignoreUndefined: true, serverSelectionTimeoutMS: 10_000 });
    const place = client.options.hosts.map(String).join(', ');
    try {
      await client.connect();
      const database = client.db(name);
      await prepare(database, [TALLIES, TURNS, RECORDS, ...plans]);
      return new Library(client, database, new Turns(database, lease), place);
    } catch (error) {
      await client.close();
      throw failureOf(error, place);
    }
  }

  collection<Document extends Stored>(name: string): Collection<Document> {
    return this.database.collection<Document>(name);
  }

  take<T>(name: string, work: (turn: Turn) => Promise<T>): Promise<T> {
    return this.turns.take(name, work);
  }

  /** 0 where it was never written. */
  async tally(name: string): Promise<number> {
    return (await this.collection<Tally>('tallies').findOne({ _id: name }))?.n ?? 0;
  }

  /** Finishes the writes that were asked for. */
  async close(): Promise<void> {
    await this.turns.quiet();
    await this.client.close();
  }
}
