import { access } from 'node:fs/promises';
import { aFace, aPackName, aPerson, aPhoto, aSourceOf, aUnitVector } from '@kindred/testing';
import { openTestPorts } from './open-test-ports';

describe('the ports for tests of services', () => {
  it('keep what is written to them, work together, and leave nothing behind', async () => {
    const ports = await openTestPorts();
    const photo = aPhoto();
    const face = aFace({ photo: photo.id });
    await ports.photos.add(photo, aSourceOf(photo));
    await ports.faces.upsert([face]);
    await ports.people.create(aPerson('Ada'));
    await ports.objects.put(face.cropKey, Buffer.from('crop'));
    await ports.vectors.upsert(aPackName(), [{ face: face.id, vector: aUnitVector(1) }]);
    const [[nearest]] = await ports.vectors.neighbours(aPackName(), [aUnitVector(1)], { count: 1 });
    expect(nearest?.face).toBe(face.id);
    expect(await ports.photos.get(photo.id)).toEqual(photo);

    const heard: string[] = [];
    await ports.bus.consume(
      { group: 'spec', subjects: ['photos.stored'], maxInFlight: 1 },
      async ({ event }) => {
        heard.push(event.data.photo);
      },
    );
    await ports.bus.publish('photos.stored', { id: 'one', data: { photo: photo.id, job: photo.scan.job } });
    await ports.bus.drain();
    expect(heard).toEqual([photo.id]);

    await ports.close();
    await expect(access(ports.folder)).rejects.toThrow(/ENOENT/);
  });
});
