import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Box, type FaceId, type Photo, recordDecisions } from '@kindred/domain';
import { aFace, aFaceId, anUnassignment, aPerson, aPhoto, aPhotoId, aSourceOf } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import sharp from 'sharp';
import { importFromPhotos } from './import-from-photos.use-case';

const [WIDTH, HEIGHT] = [400, 300];
const LEFT: Box = { x: 0.125, y: 0.25, width: 0.25, height: 0.25 };
const RIGHT: Box = { x: 0.625, y: 0.25, width: 0.25, height: 0.25 };

describe('names in photos and beside them', () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = await openTestPorts();
  });
  afterEach(() => ports.close());

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('are read out of %s', async (format) => {
    const faces = await photo(`a.${format}`, {
      xmp: xmpOf(['Ann', LEFT], ['Ben', RIGHT]),
      faces: [RIGHT, LEFT],
    });
    const report = await importFromPhotos(ports, { folders: [] });
    expect(report).toEqual({
      photos: 1,
      unreadable: 0,
      people: { created: 2 },
      labeled: 2,
      known: 0,
      withoutFace: 0,
    });
    expect(await namesOf(faces)).toEqual(['Ben', 'Ann']);
  });

  it('are read from sidecars, whose word comes before that of the photo', async () => {
    const first = await photo('a.jpeg', { xmp: xmpOf(['Wrong', LEFT]), faces: [LEFT] });
    await beside('a.jpeg.xmp', xmpOf(['Ann', LEFT]));
    const second = await photo('b.jpeg', { faces: [LEFT] });
    await beside('b.xmp', xmpOf(['Ben', LEFT]));
    await importFromPhotos(ports, { folders: [] });
    expect(await namesOf([...first, ...second])).toEqual(['Ann', 'Ben']);
    expect(await actorsOf('a.jpeg')).toEqual(['import:sidecar']);
  });

  it('are turned with the photo', async () => {
    const upright: Box = { x: 1 - LEFT.y - LEFT.height, y: LEFT.x, width: LEFT.height, height: LEFT.width };
    const faces = await photo('a.jpeg', {
      xmp: xmpOf(['Ann', LEFT]),
      faces: [upright, LEFT],
      orientation: 6,
    });
    await importFromPhotos(ports, { folders: [] });
    expect(await namesOf(faces)).toEqual(['Ann', null]);
  });

  it('are taken from Takeout for the one face of a photo, and only for it', async () => {
    const one = await photo('one.jpeg', { faces: [LEFT] });
    const two = await photo('two.jpeg', { faces: [LEFT, RIGHT] });
    await beside('one.jpeg.json', '{"people":[{"name":"Ann"}]}');
    await beside('two.jpeg.supplemental-metadata.json', '{"people":[{"name":"Ben"}]}');
    const report = await importFromPhotos(ports, { folders: [] });
    expect(report).toMatchObject({ labeled: 1, withoutFace: 1 });
    expect(await namesOf([...one, ...two])).toEqual(['Ann', null, null]);
    expect(await actorsOf('one.jpeg')).toEqual(['import:takeout']);
  });

  it('label the people that are there already', async () => {
    const ann = aPerson('Ann');
    await ports.people.create(ann);
    await photo('a.jpeg', { xmp: xmpOf(['ANN', LEFT]), faces: [LEFT] });
    expect((await importFromPhotos(ports, { folders: [] })).people.created).toBe(0);
    expect(await ports.people.get(ann.id)).toMatchObject({ counts: { labeled: 1 } });
  });

  it('say nothing of faces of which somebody said something, also when it was taken back', async () => {
    const [face] = await photo('a.jpeg', { xmp: xmpOf(['Ann', LEFT]), faces: [LEFT] });
    await importFromPhotos(ports, { folders: [] });
    expect(await importFromPhotos(ports, { folders: [] })).toMatchObject({ labeled: 0, known: 1 });
    await recordDecisions(ports, [anUnassignment(face, { photo: aPhotoId('a.jpeg') })]);
    await importFromPhotos(ports, { folders: [] });
    expect(await namesOf([face])).toEqual([null]);
  });

  it('are counted when no face is where they are', async () => {
    await photo('a.jpeg', { xmp: xmpOf(['Ann', LEFT]), faces: [RIGHT] });
    expect(await importFromPhotos(ports, { folders: [] })).toMatchObject({ labeled: 0, withoutFace: 1 });
    expect(await ports.people.counts()).toEqual({ named: 0, unknown: 0 });
  });

  it('are read in the folders that were asked for', async () => {
    const inside = await photo('in/a.jpeg', { xmp: xmpOf(['Ann', LEFT]), faces: [LEFT] });
    const outside = await photo('in other/b.jpeg', { xmp: xmpOf(['Ben', LEFT]), faces: [LEFT] });
    const folders = [join(ports.folder, 'in')];
    expect(await importFromPhotos(ports, { folders })).toMatchObject({ photos: 1, labeled: 1 });
    expect(await namesOf([...inside, ...outside])).toEqual(['Ann', null]);
  });

  it('are read from a copy that the library keeps', async () => {
    const file = await pictureWith({ xmp: xmpOf(['Ann', LEFT]) }, 'jpeg');
    await ports.objects.put('originals/a', file);
    const faces = await add('upload', { kind: 'object', key: 'originals/a' }, [LEFT], 1);
    await importFromPhotos(ports, { folders: [] });
    expect(await namesOf(faces)).toEqual(['Ann']);
  });

  it('are left out of a photo that is gone', async () => {
    await photo('a.jpeg', { xmp: xmpOf(['Ann', LEFT]), faces: [LEFT] });
    await rm(join(ports.folder, 'a.jpeg'));
    expect(await importFromPhotos(ports, { folders: [] })).toMatchObject({
      photos: 1,
      unreadable: 1,
      labeled: 0,
    });
  });

  interface Picture {
    readonly xmp?: string;
    readonly orientation?: number;
  }

  async function photo(
    name: string,
    picture: Picture & { readonly faces: readonly Box[] },
  ): Promise<FaceId[]> {
    const format = name.split('.').at(-1) as 'jpeg' | 'png' | 'webp' | 'tiff';
    await beside(name, await pictureWith(picture, format));
    const original = { kind: 'file', path: join(ports.folder, name) } as const;
    return add(name, original, picture.faces, picture.orientation ?? 1);
  }

  async function add(
    seed: string,
    original: Photo['original'],
    boxes: readonly Box[],
    orientation: number,
  ): Promise<FaceId[]> {
    const [width, height] = orientation >= 5 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
    const added = aPhoto({ seed, original, width, height });
    await ports.photos.add(added, aSourceOf(added));
    const faces = boxes.map((box, index) => aFace({ id: aFaceId(`${seed} ${index}`), photo: added.id, box }));
    await ports.faces.upsert(faces);
    return faces.map(({ id }) => id);
  }

  async function beside(name: string, content: string | Buffer): Promise<void> {
    const path = join(ports.folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }

  async function namesOf(faces: readonly FaceId[]): Promise<(string | null)[]> {
    return Promise.all(
      faces.map(async (id) => {
        const standing = (await ports.faces.get(id))!.standing;
        if (standing.state !== 'labeled') return null;
        const identity = (await ports.people.get(standing.person))!.identity;
        return identity.kind === 'named' ? identity.name : null;
      }),
    );
  }

  async function actorsOf(seed: string): Promise<string[]> {
    return (await ports.labels.ofPhoto(aPhotoId(seed))).map(({ actor }) => actor);
  }
});

function pictureWith(
  { xmp, orientation }: { readonly xmp?: string; readonly orientation?: number },
  format: 'jpeg' | 'png' | 'webp' | 'tiff',
): Promise<Buffer> {
  let picture = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: 'grey' } });
  if (orientation !== undefined) picture = picture.withMetadata({ orientation });
  if (xmp !== undefined) picture = picture.withXmp(xmp);
  return picture.toFormat(format).toBuffer();
}

function xmpOf(...named: readonly (readonly [string, Box])[]): string {
  const regions = named.map(
    ([name, { x, y, width, height }]) => `<rdf:li><rdf:Description mwg-rs:Name="${name}" mwg-rs:Type="Face">
      <mwg-rs:Area stArea:x="${x + width / 2}" stArea:y="${y + height / 2}" stArea:w="${width}" stArea:h="${height}"/>
    </rdf:Description></rdf:li>`,
  );
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
      xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#">
    <mwg-rs:Regions rdf:parseType="Resource">
      <mwg-rs:AppliedToDimensions stDim:w="${WIDTH}" stDim:h="${HEIGHT}" stDim:unit="pixel"/>
      <mwg-rs:RegionList><rdf:Bag>${regions.join('')}</rdf:Bag></mwg-rs:RegionList>
    </mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>`;
}
