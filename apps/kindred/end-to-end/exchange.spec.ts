import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport, NamesReport } from '@kindred/domain';
import { kindred, KindredProcess, lastJson, temporaryFolder } from './kindred-process';
import { boxOfAFace, labelFaces } from './library-state';
import { samplePhotos } from './sample-photos';

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

  it('is read from what another program wrote beside a photo, when that is asked for', async () => {
    const [sample] = await samplePhotos();
    const [photos, data] = [join(folder, 'photos'), join(folder, 'photos-data')];
    await mkdir(photos, { recursive: true });
    await cp(sample, join(photos, 'a.jpg'));
    await kindred(['up', photos, ...ONCE], data);
    const { x, y, width, height } = await boxOfAFace(data);
    await writeFile(
      join(photos, 'a.jpg.xmp'),
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:MP="http://ns.microsoft.com/photo/1.2/"
          xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
          xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"><MP:RegionInfo rdf:parseType="Resource">
        <MPRI:Regions><rdf:Bag><rdf:li MPReg:PersonDisplayName="Ann"
          MPReg:Rectangle="${[x, y, width, height].join(', ')}"/></rdf:Bag></MPRI:Regions>
        </MP:RegionInfo></rdf:Description></rdf:RDF></x:xmpmeta>`,
    );
    await kindred(['up', photos, ...ONCE], data);
    expect((await kindred(['status', '--json'], data)).output).toContain('"labeled":0');
    const report = lastJson<NamesReport>(await kindred(['import', '--json', '--from-photos', photos], data));
    expect(report).toMatchObject({ photos: 1, labeled: 1, withoutFace: 0, people: { created: 1 } });
    expect((await kindred(['status', '--json'], data)).output).toContain('"labeled":1');

    const sidecars = await kindred(['export', '--sidecars'], data);
    expect(sidecars.output).toContain('1 sidecar written');
    const sidecar = await readFile(join(photos, 'a.jpg.xmp'), 'utf8');
    expect(sidecar).toContain('mwg-rs:Name>Ann<');
    expect(sidecar).toContain('MPReg:PersonDisplayName="Ann"');
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
