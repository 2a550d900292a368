import type { ObjectStore } from '@kindred/domain';
import { keysOf, someBytes } from './bytes';

export function describeDeleting(objects: () => ObjectStore): void {
  describe('deleting', () => {
    it('takes the object away; again is no error', async () => {
      await objects().put('crops/1', someBytes(1));
      await objects().put('crops/2', someBytes(2));
      await objects().delete('crops/1');
      await objects().delete('crops/1');
      await objects().delete('never/put');
      expect(await objects().head('crops/1')).toBeNull();
      await expect(objects().get('crops/1')).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
      expect(await keysOf(objects())).toEqual(['crops/2']);
    });

    it('what other keys begin with deletes none of them', async () => {
      await objects().put('crops/ab/1', someBytes(1));
      for (const key of ['crops', 'crops/ab', 'crops/ab/1/2']) await objects().delete(key);
      expect(await keysOf(objects())).toEqual(['crops/ab/1']);
    });

    it('lets the key be put again', async () => {
      await objects().put('crops/1', someBytes(10, 1));
      await objects().delete('crops/1');
      await objects().put('crops/1', someBytes(10, 2));
      expect(await objects().get('crops/1')).toEqual(someBytes(10, 2));
    });
  });
}
