import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('a process that ends in the middle of a search', () => {
  it('ends with the code that it chose, without a crash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
    const script = join(__dirname, 'testing', 'exit-while-searching.cjs');
    for (let times = 0; times < 3; times++) {
      const ending = spawn(process.execPath, [script, folder], { stdio: 'ignore' });
      expect(await once(ending, 'exit')).toEqual([7, null]);
    }
    await rm(folder, { recursive: true });
  }, 30_000);
});
