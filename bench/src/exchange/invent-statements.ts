import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { RunningKindred } from '../running/running-kindred';

interface FacesPage {
  readonly faces: {
    readonly nodes: readonly {
      readonly id: string;
      readonly photo: { readonly id: string };
      readonly box: {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PEOPLE = 1000;
const FACES = `query ($after: String) {
  faces(sort: DATE, first: 500, after: $after) {
    nodes { id photo { id } box { x y width height } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * Writes a file as `kindred export` does it, in which somebody names so many faces of a library: one decision a face,
 * a thousand people, nobody twice in a row.
 */
export async function inventStatements(kindred: RunningKindred, file: string, count: number): Promise<void> {
  const at = new Date().toISOString();
  const output = createWriteStream(file);
  const write = async (lines: readonly object[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (!output.write(text)) await once(output, 'drain');
  };
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    kind: 'person',
    id: randomUUID(),
    name: `Imported ${index + 1}`,
    createdAt: at,
  }));
  await write([{ format: 'kindred-statements', version: 1, program: 'bench', exportedAt: at }, ...people]);
  let written = 0;
  for (let after: string | null = null; written < count;) {
    const { faces }: FacesPage = await kindred.ask<FacesPage>(FACES, { after });
    const named = faces.nodes.slice(0, count - written);
    await write(
      named.map(({ id: face, photo, box }, index) => ({
        kind: 'decision',
        id: randomUUID(),
        says: 'assign',
        face,
        photo: photo.id,
        box,
        person: people[(written + index) % PEOPLE]!.id,
        actor: 'bench',
        at,
      })),
    );
    written += named.length;
    after = faces.pageInfo.endCursor;
    if (!faces.pageInfo.hasNextPage) break;
  }
  output.end();
  await once(output, 'close');
}
