import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { FaceId, PackName } from '@kindred/domain';
import { EmbeddedVectorIndex } from './embedded-vector-index';
import { IndexThread } from './thread/index-thread';

const PACK = 'small' as PackName;
const FACE = '00000000-0000-4000-8000-000000000001' as FaceId;

describe('when its thread dies', () => {
  it('fails what was under way with an error that can be retried, and starts another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
    const start = jest.spyOn(IndexThread, 'start');
    const index = await EmbeddedVectorIndex.open({
      file: join(folder, 'vectors.db'),
      searchThreads: 1,
      exactUpTo: 100,
    });
    const vector = Float32Array.of(1, 0);
    await index.upsert(PACK, [{ face: FACE, vector }]);

    const first = (await start.mock.results[0]!.value) as IndexThread;
    const dying = (first as unknown as { thread: Worker }).thread.terminate();
    const asking = index.neighbours(PACK, [vector], { count: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', transient: true });
    await dying;

    const answers = await Promise.all([1, 2, 3].map(() => index.neighbours(PACK, [vector], { count: 1 })));
    for (const [answer] of answers) expect(answer).toEqual([{ face: FACE, similarity: 1 }]);
    expect(start).toHaveBeenCalledTimes(2);
    await index.close();
    await rm(folder, { recursive: true });
  });
});
