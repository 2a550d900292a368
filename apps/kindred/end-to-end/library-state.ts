import { openSqliteStores } from '@kindred/store-sqlite';
import { join } from 'node:path';

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
