import { ApiError } from '../api/api-error';
import { UploadQueue } from './upload-queue';

const photo = (name: string, size = 100): File => new File(['x'.repeat(size)], name);

describe('photos that are dropped', () => {
  let queue: UploadQueue;
  let sending: {
    name: string;
    sent: (bytes: number) => void;
    end: (outcome: { added: boolean } | Error) => Promise<void>;
  }[];
  beforeEach(() => {
    sending = [];
    queue = new UploadQueue(
      (file, sent) =>
        new Promise((resolve, reject) =>
          sending.push({
            name: file.name,
            sent,
            end: async (outcome) => {
              if (outcome instanceof Error) reject(outcome);
              else resolve(outcome);
              await new Promise((settled) => setImmediate(settled));
            },
          }),
        ),
      () => undefined,
    );
  });

  it('are sent two at a time, in their order', async () => {
    queue.add([photo('a'), photo('b'), photo('c')]);
    expect(sending.map(({ name }) => name)).toEqual(['a', 'b']);
    await sending[1]!.end({ added: true });
    expect(sending.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(queue.view).toMatchObject({ total: 3, done: 1, running: true });
  });

  it('say how far they are in bytes', async () => {
    queue.add([photo('large', 300), photo('small', 100)]);
    sending[0]!.sent(150);
    expect(queue.view.progress).toBe(0.375);
    await sending[1]!.end({ added: true });
    expect(queue.view.progress).toBe(0.625);
    sending[0]!.sent(9000);
    expect(queue.view.progress).toBe(1);
  });

  it('say which were there already and which failed, and the others go on', async () => {
    queue.add([photo('a'), photo('b.txt'), photo('c')]);
    await sending[1]!.end(new ApiError('FILE_NOT_AN_IMAGE', 'This is no image.'));
    await sending[0]!.end({ added: false });
    await sending[2]!.end({ added: true });
    expect(queue.view).toEqual({
      total: 3,
      done: 2,
      known: 1,
      failed: [{ name: 'b.txt', message: 'This is no image.' }],
      progress: 1,
      running: false,
    });
  });

  it('are added to those under way, and begin anew after them', async () => {
    queue.add([photo('a')]);
    queue.add([photo('b')]);
    expect(queue.view.total).toBe(2);
    for (const each of sending) await each.end({ added: true });
    queue.add([photo('c')]);
    expect(queue.view).toMatchObject({ total: 1, done: 0 });
  });

  it('are left out when that is said, but for those under way', async () => {
    queue.add([photo('a'), photo('b'), photo('c')]);
    queue.cancel();
    await sending[0]!.end({ added: true });
    await sending[1]!.end({ added: true });
    expect(sending).toHaveLength(2);
    expect(queue.view).toMatchObject({ total: 2, done: 2, progress: 1, running: false });
  });
});
