import { KindredError } from '@kindred/domain';
import { type Db, type Document, type IndexDescription, MongoServerError } from 'mongodb';

/** A collection as it has to be: what every document has, and the indexes that its queries use. */
export interface CollectionPlan {
  readonly name: string;
  /** A JSON schema, for servers that check documents. */
  readonly schema: Document;
  readonly indexes: readonly IndexDescription['key'][];
}

const NAMESPACE_EXISTS = 48;

/**
 * Makes collections and their indexes, unless they are there. Servers that cannot check documents do without.
 * @throws KindredError `STORE_UNAVAILABLE` when an index is missing afterwards.
 */
export async function prepare(database: Db, plans: readonly CollectionPlan[]): Promise<void> {
  const known = new Set(
    (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
  );
  for (const plan of plans) {
    if (known.has(plan.name)) await checkDocuments(database, plan);
    else await create(database, plan);
    await index(database, plan);
  }
}

async function create(database: Db, { name, schema }: CollectionPlan): Promise<void> {
  try {
    await database.createCollection(name, { validator: { $jsonSchema: schema } });
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    if (error.code !== NAMESPACE_EXISTS) await database.createCollection(name).catch(ignoreExisting);
  }
}

async function checkDocuments(database: Db, { name, schema }: CollectionPlan): Promise<void> {
  try {
    await database.command({ collMod: name, validator: { $jsonSchema: schema } });
  } catch (error) {
    // Whoever cannot check documents, or may not change how, stores them all the same.
    if (!(error instanceof MongoServerError)) throw error;
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error;
}

async function index(database: Db, { name, indexes }: CollectionPlan): Promise<void> {
  if (indexes.length === 0) return;
  const collection = database.collection(name);
  const before = await keysOf(database, name);
  const missing = indexes.filter((key) => !before.has(JSON.stringify(key)));
  if (missing.length === 0) return;
  await collection.createIndexes(missing.map((key) => ({ key })));
  const after = await keysOf(database, name);
  const still = missing.find((key) => !after.has(JSON.stringify(key)));
  if (still === undefined) return;
  throw new KindredError(
    'STORE_UNAVAILABLE',
    `The index ${JSON.stringify(still)} of ${name} cannot be made.`,
    {
      hint: 'Allow the user of the database to make indexes.',
    },
  );
}

async function keysOf(database: Db, name: string): Promise<ReadonlySet<string>> {
  const found = await database.collection(name).listIndexes().toArray();
  return new Set(found.map(({ key }) => JSON.stringify(key)));
}
