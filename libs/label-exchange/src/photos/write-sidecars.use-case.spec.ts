import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Box, recordDecisions } from '@kindred/domain';
import { aFace, anAssignment, aPerson, aPhoto, aSourceOf } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import sharp from 'sharp';
import { readWrittenNames } from './written-beside';
import { writeSidecars } from './write-sidecars.use-case';

const BOX: Box = { x: 0.125, y: 0.25, width: 0.25, height: 0.125 };
const NAME = 'Ann <& "Co"';
const hasExifTool = spawnSync('exiftool', ['-ver']).status === 0;
/** Without ExifTool (Debian: libimage-exiftool-perl) nobody else reads here what Kindred wrote. */
const withExifTool = hasExifTool ? it : it.skip;

describe('sidecars', () => {
  let ports: TestPorts;
  let path: string;
  let failures: string[];
  beforeEach(async () => {
    ports = await openTestPorts();
    path = join(ports.folder, 'a.jpg');
    failures = [];
  });
  afterEach(() => ports.close());

  it('are written beside a photo, which stays as it is, and read again', async () => {
    await photoWithAFace(6);
    const before = await readFile(path);
    expect(await write()).toEqual({ written: 1, unchanged: 0, failed: 0 });
    expect(await readFile(path)).toEqual(before);
    const { regions } = await readWrittenNames(path, [path]);
    // The photo is turned to the right to be upright: its stored left is above.
    expect(regions).toMatchObject([{ name: NAME, box: { x: 0.25, y: 0.625, width: 0.125, height: 0.25 } }]);
  });

  it('are not written again when they say it already', async () => {
    await photoWithAFace();
    await write();
    const before = await readFile(`${path}.xmp`, 'utf8');
    expect(await write()).toEqual({ written: 0, unchanged: 1, failed: 0 });
    expect(await readFile(`${path}.xmp`, 'utf8')).toBe(before);
  });

  it('are left as they are when they are no XMP', async () => {
    await photoWithAFace();
    await writeFile(`${path}.xmp`, 'no XMP');
    expect(await write()).toEqual({ written: 0, unchanged: 0, failed: 1 });
    expect(failures).toEqual([path]);
    expect(await readFile(`${path}.xmp`, 'utf8')).toBe('no XMP');
  });

  withExifTool('are understood by ExifTool', async () => {
    await photoWithAFace();
    await write();
    expect(regionInfo()).toEqual({
      AppliedToDimensions: { W: 400, H: 300, Unit: 'pixel' },
      RegionList: [
        { Area: { X: 0.25, Y: 0.3125, W: 0.25, H: 0.125, Unit: 'normalized' }, Name: NAME, Type: 'Face' },
      ],
    });
  });

  withExifTool('keep what ExifTool wrote, and get the name of the region that it drew', async () => {
    await photoWithAFace();
    const pet = '{Area={X=0.8,Y=0.8,W=0.1,H=0.1,Unit=normalized},Name=Rex,Type=Pet}';
    const face = '{Area={X=0.25,Y=0.3125,W=0.25,H=0.125,Unit=normalized},Name=Wrong,Type=Face}';
    const info = `{AppliedToDimensions={W=400,H=300,Unit=pixel},RegionList=[${pet},${face}]}`;
    execFileSync('exiftool', ['-q', '-XMP-dc:Title=A title', `-RegionInfo=${info}`, `${path}.xmp`]);
    await write();
    expect(exifTool('-Title')).toMatchObject({ Title: 'A title' });
    expect(regionInfo()).toMatchObject({
      RegionList: [
        { Name: 'Rex', Type: 'Pet' },
        { Name: NAME, Type: 'Face' },
      ],
    });
    expect(await write()).toMatchObject({ unchanged: 1 });
  });

  async function photoWithAFace(orientation = 1): Promise<void> {
    await sharp({ create: { width: 400, height: 300, channels: 3, background: 'grey' } })
      .withMetadata({ orientation })
      .toFile(path);
    const [width, height] = orientation >= 5 ? [300, 400] : [400, 300];
    const photo = aPhoto({ original: { kind: 'file', path }, width, height });
    await ports.photos.add(photo, aSourceOf(photo));
    const face = aFace({ photo: photo.id, box: BOX });
    await ports.faces.upsert([face]);
    const ann = aPerson(NAME);
    await ports.people.create(ann);
    await recordDecisions(ports, [anAssignment(face.id, ann.id)]);
  }

  const write = () => writeSidecars(ports, { onFailed: (failed) => failures.push(failed) });

  function exifTool(tag: string): Record<string, unknown> {
    return JSON.parse(
      execFileSync('exiftool', ['-j', '-struct', tag, `${path}.xmp`], { encoding: 'utf8' }),
    )[0];
  }
  const regionInfo = () => exifTool('-RegionInfo').RegionInfo;
});
