import { Readable } from 'node:stream';
import { describeWithServer, eventually, seaweedFs } from '@kindred/testing';
import { bytesOf, MIB } from '../testing/blocks';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore } from './s3-object-store';

describeWithServer('a store whose server dies', seaweedFs(), (server) => {
  it('says so in the middle of a put, keeps what was there and goes on with the next server', async () => {
    const bucket = await TestBucket.create(server().address);
    const patience = { connecting: 500, silence: 5_000, attempts: 2 };
    const objects = await openS3ObjectStore(bucket.options({ patience }));
    await objects.put('originals/1', bytesOf(1000));

    const body = Readable.from(
      (async function* () {
        yield bytesOf(20 * MIB);
        await server().kill!();
        yield bytesOf(20 * MIB, 2);
      })(),
      { objectMode: false },
    );
    const unavailable = {
      code: 'STORE_UNAVAILABLE',
      transient: true,
      message: expect.stringContaining(server().address.endpoint),
    };
    await expect(objects.put('originals/1', body)).rejects.toMatchObject(unavailable);
    expect(body.destroyed).toBe(true);
    await expect(objects.get('originals/1')).rejects.toMatchObject(unavailable);

    await server().restart!();
    const kept = await eventually(
      () => objects.get('originals/1').catch(() => null),
      (bytes) => bytes !== null,
    );
    expect(kept).toEqual(bytesOf(1000));
    await objects.put('originals/1', bytesOf(2000));
    expect(await objects.get('originals/1')).toEqual(bytesOf(2000));
    objects.close();
  }, 180_000);
});
