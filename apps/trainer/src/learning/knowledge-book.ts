import type { LibraryKnowledge } from '@kindred/clustering';
import { KindredError, type ObjectStore, type PackName } from '@kindred/domain';
import { z } from 'zod';

const stored = z.object({ faces: z.number(), sharedDirection: z.array(z.number()).nullable() });

/** Remembers what the last training of the whole library found out, for looks at parts of it. */
export class KnowledgeBook {
  constructor(
    private readonly objects: Pick<ObjectStore, 'get' | 'put'>,
    private readonly pack: PackName,
  ) {}

  async write({ faces, sharedDirection }: LibraryKnowledge): Promise<void> {
    const value = { faces, sharedDirection: sharedDirection === null ? null : [...sharedDirection] };
    await this.objects.put(this.key, Buffer.from(JSON.stringify(value)));
  }

  /** Null when nothing was written, or nothing that makes sense: then a part is all that is known. */
  async read(): Promise<LibraryKnowledge | null> {
    const text = await this.objects.get(this.key).catch((error: unknown) => {
      if (error instanceof KindredError && error.code === 'OBJECT_NOT_FOUND') return null;
      throw error;
    });
    if (text === null) return null;
    const { success, data } = stored.safeParse(jsonOrNull(text.toString()));
    if (!success) return null;
    const { faces, sharedDirection } = data;
    return { faces, sharedDirection: sharedDirection === null ? null : Float64Array.from(sharedDirection) };
  }

  private get key(): string {
    return `training/${this.pack}/knowledge.json`;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
