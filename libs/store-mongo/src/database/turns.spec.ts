import { randomUUID } from 'node:crypto';
import { describeWithServer } from '@kindred/testing';
import { MongoClient } from 'mongodb';
import { mongoServer } from '../testing/mongo-server';
import { Turns } from './turns';
import type { Stored } from './write';

const LEASE = 1_000;

interface Note extends Stored {
  readonly text: string;
}

describeWithServer('taking turns', mongoServer(), (server) => {
  let client: MongoClient;
  const database = () => client.db(name);
  const name = `kindred-test-${randomUUID()}`;
  const notes = () => database().collection<Note>('notes');

  beforeAll(() => {
    client = new MongoClient(server().address);
  });
  beforeEach(async () => {
    for (const collection of ['turns', 'records', 'notes'])
      await database().collection(collection).deleteMany({});
  });
  afterAll(async () => {
    await database().dropDatabase();
    await client.close();
  });

  it('lets one write at a time, whoever asks', async () => {
    const processes = [1, 2, 3].map(() => new Turns(database(), LEASE));
    let [working, most] = [0, 0];
    const done: string[] = [];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        processes[index % 3]!.take('writing', async (turn) => {
          most = Math.max(most, ++working);
          await turn.commit([{ in: 'notes', put: { _id: index, text: 'written' } as Note }]);
          working--;
          done.push(`${index}`);
        }),
      ),
    );
    expect(most).toBe(1);
    expect(new Set(done).size).toBe(60);
    expect(await notes().countDocuments()).toBe(60);
  });

  it('has nobody wait for a turn of another name', async () => {
    const turns = new Turns(database(), LEASE);
    const inside = await turns.take('one', () => turns.take('other', () => Promise.resolve('both')));
    expect(inside).toBe('both');
  });

  it('passes on what a work throws, and goes on', async () => {
    const turns = new Turns(database(), LEASE);
    const failing = turns.take('writing', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await turns.take('writing', () => Promise.resolve(1))).toBe(1);
  });

  describe('of a process that was killed', () => {
    beforeEach(async () => {
      const turn = { _id: 'writing 7', name: 'writing', number: 7, holder: 'killed', beat: 3, over: false };
      await database().collection<typeof turn>('turns').insertOne(turn);
    });

    it('are taken over once they are silent for a lease', async () => {
      expect(await new Turns(database(), LEASE).take('writing', () => Promise.resolve('mine'))).toBe('mine');
    });

    it('finishes first what was written down, wherever it was cut off', async () => {
      await notes().insertMany([
        { _id: 1, text: 'before' },
        { _id: 2, text: 'after' },
        { _id: 3, text: 'before' },
      ]);
      const writes = [
        { in: 'notes', put: { _id: 2, text: 'after' } },
        { in: 'notes', set: 1, to: { text: 'after' } },
        { in: 'notes', drop: 3 },
        { in: 'notes', drop: 4 },
        { in: 'notes', put: { _id: 5, text: 'after' } },
      ];
      await database()
        .collection<Stored & { writes: string }>('records')
        .insertOne({ _id: 'writing', writes: JSON.stringify(writes) });
      const seen = await new Turns(database(), LEASE).take('writing', () =>
        notes().find().sort({ _id: 1 }).toArray(),
      );
      expect(seen).toEqual([1, 2, 5].map((_id) => ({ _id, text: 'after' })));
      expect(await database().collection('records').countDocuments()).toBe(0);
    });

    it('finishes nothing of a turn with another name', async () => {
      const writes = [{ in: 'notes', put: { _id: 2, text: 'of others' } }];
      await database()
        .collection<Stored & { writes: string }>('records')
        .insertOne({ _id: 'other', writes: JSON.stringify(writes) });
      await new Turns(database(), LEASE).take('writing', () => Promise.resolve());
      expect(await notes().countDocuments()).toBe(0);
    });
  });
});
