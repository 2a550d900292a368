import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport } from '../src/exchange/import-statements.use-case';
import { kindred, KindredProcess, lastJson, temporaryFolder } from './kindred-process';
import { labelFaces } from './library-state';

const ONCE = ['--once', '--json', '--port', '0'];

describe('what was said', () => {
  const folder = temporaryFolder('exchange');
  const from = join(folder, 'from');
  const file = join(folder, 'said.jsonl');
  let labeled = 0;

  beforeAll(async () => {
    await kindred(['demo', ...ONCE], from);
    labeled = await labelFaces(from, ['Ann', 'Ben', 'Zoë']);
    expect((await kindred(['export', '--out', file], from)).status).toBe(0);
  });

  it('waits in an empty library, and holds there once the photos are there', async () => {
    const data = join(folder, 'to');
    const empty = lastJson<ImportReport>(await kindred(['import', file, '--json'], data));
    expect(empty).toMatchObject({ people: { created: 3 }, waiting: { decisions: labeled } });
    await kindred(['demo', ...ONCE], data);
    const report = lastJson<ImportReport>(await kindred(['import', '--json'], data));
    expect(report).toMatchObject({ decisions: { said: labeled }, waiting: { decisions: 0 } });
    expect(await statementsOf(data)).toEqual(await statementsOf(from));
  });

  it('goes in and out while Kindred runs', async () => {
    const data = join(folder, 'running');
    await kindred(['demo', ...ONCE], data);
    const run = KindredProcess.start(['up', '--port', '0'], data);
    try {
      const url = await run.url();
      const report = lastJson<ImportReport>(await kindred(['import', file, '--json'], data));
      expect(report).toMatchObject({ people: { created: 3 }, decisions: { said: labeled, known: 0 } });
      expect(await statementsOf(data)).toEqual(await statementsOf(from));
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ stats { faces { labeled } } }' }),
      });
      expect(await answer.json()).toMatchObject({ data: { stats: { faces: { labeled } } } });
    } finally {
      run.kill('SIGTERM');
    }
    expect((await run.finished).status).toBe(0);
  });

  it('is taken in without the lines that say nothing, which are named', async () => {
    const damaged = join(folder, 'damaged.jsonl');
    await writeFile(damaged, `${await readFile(file, 'utf8')}{"kind":"joke"}\n`);
    const { status, output, errors } = await kindred(['import', damaged], from);
    expect(status).toBe(1);
    expect(errors).toMatch(/Line \d+: "kind"/);
    expect(output).toContain(`0 new, ${labeled} known`);
  });

  it('is nothing that Kindred did not write', async () => {
    await mkdir(folder, { recursive: true });
    const other = join(folder, 'other.json');
    await writeFile(other, '{}\n');
    const { status, errors } = await kindred(['import', other], from);
    expect(status).toBe(1);
    expect(errors).toContain('no file that kindred export wrote');
  });

  /** The lines of an export, but for the first, which says when it was written. */
  async function statementsOf(data: string): Promise<string[]> {
    return (await kindred(['export'], data)).output.trimEnd().split('\n').slice(1);
  }
});
