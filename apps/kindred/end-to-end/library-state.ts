import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Box, type PersonId, recordDecisions } from '@kindred/domain';
import { openSqliteStores } from '@kindred/store-sqlite';

/** Asks whether two named people are the same, as a training may. */
export async function askWhetherTheSame(data: string, ...names: readonly [string, string]): Promise<void> {
  const { people, questions, close } = openSqliteStores({ file: join(data, 'library.sqlite') });
  try {
    const [one, other] = await Promise.all(names.map((name) => people.findByName(name)));
    await questions.ask([{ one: one!.id, other: other!.id, evidence: 1 }]);
  } finally {
    await close();
  }
}

/** Everything about a library that must not depend on how often it was interrupted. */
export async function libraryState(data: string) {
  const { photos, faces, close } = openSqliteStores({ file: join(data, 'library.sqlite') });
  try {
    const state: { photo: string; scan: string; faces: string[]; sources: string[] }[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof photos.list>> = await photos.list({ limit: 500, after });
      for (const { id, scan } of page.items) {
        state.push({
          photo: id,
          scan: scan.state,
          faces: (await faces.ofPhoto(id)).map((face) => face.id).sort(),
          sources: (await photos.sourcesOf(id)).map(({ path }) => path).sort(),
        });
      }
      after = page.next;
    } while (after !== null);
    return state.sort((one, other) => (one.photo < other.photo ? -1 : 1));
  } finally {
    await close();
  }
}

/** Says of the first faces of a library that they are these people, of one each; returns how many were labeled. */
export async function labelFaces(data: string, names: readonly string[]): Promise<number> {
  const { close, ...stores } = openSqliteStores({ file: join(data, 'library.sqlite') });
  try {
    const { items } = await stores.faces.scroll({ limit: names.length });
    const at = new Date().toISOString();
    for (const [index, { id, photo }] of items.entries()) {
      const person = randomUUID() as PersonId;
      const identity = { kind: 'named', name: names[index] } as const;
      await stores.people.create({ id: person, identity, cover: null, createdAt: at });
      const decision = { id: randomUUID(), face: id, photo, actor: 'user', at };
      await recordDecisions(stores, [{ ...decision, kind: 'assign', person }]);
    }
    return items.length;
  } finally {
    await close();
  }
}

/** Where the first face of a library is in its photo. */
export async function boxOfAFace(data: string): Promise<Box> {
  const { faces, close } = openSqliteStores({ file: join(data, 'library.sqlite') });
  try {
    return (await faces.scroll({ limit: 1 })).items[0].box;
  } finally {
    await close();
  }
}
