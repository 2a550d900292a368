import { randomUUID } from 'node:crypto';
import type { Opened } from '@kindred/testing';
import { MongoClient } from 'mongodb';
import { type MongoStores, openMongoStores } from '../open-mongo-stores';

/** Opens the stores of an empty library, whose database is removed when they are closed. */
export async function openInADatabase(url: string): Promise<Opened<MongoStores>> {
  const database = `kindred-test-${randomUUID()}`;
  const port = await openMongoStores({ url, database });
  return {
    port,
    close: async () => {
      await port.close();
      const client = new MongoClient(url);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}
