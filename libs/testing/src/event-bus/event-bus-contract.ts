import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ConsumeOptions,
  type DeadLetter,
  type EventBus,
  type EventOf,
  KindredError,
  type NewEvent,
  PoisonMessageError,
  type Subject,
} from '@kindred/domain';
import { aFaceId, aJobId, aPackName, aPhotoId } from '../builders/ids';
import { aJob } from '../builders/a-job';
import { type Open, opening } from '../contract';
import { eventually } from '../eventually';
import { Gate, Listener } from './listener';

/** What every `EventBus` promises. */
export function eventBusContract(name: string, open: Open<EventBus>): void {
  describe(`${name} as EventBus`, () => {
    const bus = opening(open);

    const options = <S extends Subject = 'photos.stored'>(change: Partial<ConsumeOptions<S>> = {}): ConsumeOptions<S> => ({
      group: 'spec',
      subjects: ['photos.stored' as S],
      maxInFlight: 4,
      backoff: [1],
      ...change,
    });
    const stored = (seed: number): NewEvent<'photos.stored'> => ({
      id: `stored ${seed}`,
      data: { photo: aPhotoId(seed), job: aJobId() },
    });
    const publish = (...seeds: number[]) => bus().publishAll('photos.stored', seeds.map(stored));
    const settled = (group = 'spec') =>
      eventually(
        () => bus().lag(group),
        ({ waiting, inFlight }) => waiting === 0 && inFlight === 0,
      );
    const letters = (count: number): Promise<readonly DeadLetter[]> =>
      eventually(
        () => bus().deadLetters(),
        ({ length }) => length >= count,
      );

    describe('delivering', () => {
      it('hands over what was published, as the first try', async () => {
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options(), listener.handler);
        await publish(1);
        await listener.heard(1);
        const [{ event, attempt }] = listener.deliveries;
        expect(attempt).toBe(1);
        expect(event).toMatchObject({ id: 'stored 1', subject: 'photos.stored', data: stored(1).data });
        expect(event.source).not.toBe('');
        expect(Date.parse(event.time)).not.toBeNaN();
      });

      it('keeps every character of a text', async () => {
        const subject = 'Zoë’s photos 👩‍👧\n"quoted" \u2028 \\ نور';
        const listener = new Listener<'jobs.progress'>();
        await bus().consume(options({ subjects: ['jobs.progress' as const] }), listener.handler);
        await bus().publish('jobs.progress', { id: 'job', data: { job: aJob({ subject }) } });
        await listener.heard(1);
        expect(listener.deliveries[0].event.data.job.subject).toBe(subject);
      });

      it('gives a new group what was published before it joined', async () => {
        await publish(1, 2);
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options(), listener.handler);
        await listener.heard(2);
        expect(listener.ids.sort()).toEqual(['stored 1', 'stored 2']);
      });

      it('gives each message to one member of a group, and to every group', async () => {
        const members = [new Listener<'photos.stored'>(), new Listener<'photos.stored'>()];
        const other = new Listener<'photos.stored'>();
        for (const member of members) await bus().consume(options(), member.handler);
        await bus().consume(options({ group: 'other' }), other.handler);
        const seeds = Array.from({ length: 40 }, (_, index) => index);
        await publish(...seeds);
        await other.heard(40);
        await settled();
        const all = members.flatMap(({ ids }) => ids);
        expect(all).toHaveLength(40);
        expect(new Set(all)).toEqual(new Set(other.ids));
      });

      it('gives a group only the subjects it asked for, of several streams', async () => {
        const listener = new Listener<'photos.deleted' | 'faces.deleted'>();
        await bus().consume(
          options({ subjects: ['photos.deleted' as const, 'faces.deleted' as const] }),
          listener.handler,
        );
        await publish(1);
        await bus().publish('photos.deleted', { id: 'photo gone', data: { photo: aPhotoId() } });
        await bus().publish('faces.deleted', { id: 'face gone', data: { faces: [aFaceId()] } });
        await listener.heard(2);
        await settled();
        expect(listener.ids.sort()).toEqual(['face gone', 'photo gone']);
      });

      it('stores many events at once, each once', async () => {
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options({ maxInFlight: 64 }), listener.handler);
        await publish(...Array.from({ length: 1200 }, (_, index) => index));
        await listener.heard(1200);
        await settled();
        expect(new Set(listener.ids).size).toBe(1200);
        expect(listener.ids).toHaveLength(1200);
      });

      it('stores an id that is published again once', async () => {
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options(), listener.handler);
        await publish(1);
        await publish(1, 1);
        await publish(2);
        await listener.heard(2);
        await settled();
        expect(listener.ids.sort()).toEqual(['stored 1', 'stored 2']);
      });

      it('lets a member hold no more than it wants to', async () => {
        let held = 0;
        let most = 0;
        const listener = new Listener<'photos.stored'>(async () => {
          held += 1;
          most = Math.max(most, held);
          await sleep(2);
          held -= 1;
        });
        await publish(...Array.from({ length: 30 }, (_, index) => index));
        await bus().consume(options({ maxInFlight: 3 }), listener.handler);
        await listener.heard(30);
        await settled();
        expect(most).toBe(3);
      });

      it('leaves messages that a member has no room for to the others', async () => {
        const gate = new Gate();
        const slow = new Listener<'photos.stored'>(() => gate.pass());
        const quick = new Listener<'photos.stored'>();
        await bus().consume(options({ maxInFlight: 1 }), slow.handler);
        await publish(1, 2, 3, 4, 5, 6);
        await slow.heard(1);
        await bus().consume(options({ maxInFlight: 1 }), quick.handler);
        await quick.heard(5);
        gate.open();
        await settled();
        expect(slow.ids).toHaveLength(1);
        expect(quick.ids).toHaveLength(5);
      });

      it('does not deliver a message again while its handler runs, however long', async () => {
        const listener = new Listener<'photos.stored'>(async ({ event }) => {
          if (event.id === 'stored 1') await sleep(1_500);
        });
        await bus().consume(options({ ackWait: 400 }), listener.handler);
        await publish(1);
        await settled();
        expect(listener.ids).toEqual(['stored 1']);
      });
    });

    describe('failing', () => {
      it('delivers again what a handler failed at, and counts the tries', async () => {
        const listener = new Listener<'photos.stored'>(async ({ attempt }) => {
          if (attempt < 3) throw new Error('not yet');
        });
        await bus().consume(options(), listener.handler);
        await publish(1);
        await listener.heard(3);
        await settled();
        expect(listener.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
        expect(await bus().deadLetters()).toEqual([]);
      });

      it('goes on with other messages meanwhile', async () => {
        const listener = new Listener<'photos.stored'>(async ({ event, attempt }) => {
          if (event.id === 'stored 1' && attempt < 3) throw new Error('not yet');
        });
        await bus().consume(options({ maxInFlight: 1 }), listener.handler);
        await publish(1, 2, 3);
        await settled();
        expect(new Set(listener.ids)).toEqual(new Set(['stored 1', 'stored 2', 'stored 3']));
      });

      it('makes a message that failed as often as allowed a dead letter with its reason', async () => {
        const failure = new KindredError('IMAGE_CORRUPT', 'The image is cut off.', { hint: 'Restore it.' });
        const listener = new Listener<'photos.stored'>(() => Promise.reject(failure));
        const told: [string, string][] = [];
        const onDead = (event: EventOf<'photos.stored'>, { code }: { code: string }) => {
          told.push([event.id, code]);
          return Promise.resolve();
        };
        await bus().consume(options({ maxDeliver: 2, onDead }), listener.handler);
        await publish(1);
        const [letter] = await letters(1);
        await settled();
        expect(listener.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2]);
        expect(told).toEqual([['stored 1', 'IMAGE_CORRUPT']]);
        expect(letter).toMatchObject({
          group: 'spec',
          failure: { code: 'IMAGE_CORRUPT', message: 'The image is cut off.', hint: 'Restore it.' },
          attempts: 2,
        });
        expect(letter.subject).toContain('photos.stored');
        expect(letter.body).toContain(aPhotoId(1));
        expect(Date.parse(letter.at)).not.toBeNaN();
      });

      it('makes a message that redelivery cannot help a dead letter at once', async () => {
        const failure = { code: 'FILE_EMPTY' as const, message: 'Nothing in it.' };
        const listener = new Listener<'photos.stored'>(() => Promise.reject(new PoisonMessageError(failure)));
        await bus().consume(options(), listener.handler);
        await publish(1);
        const [letter] = await letters(1);
        await settled();
        expect(letter).toMatchObject({ failure, attempts: 1 });
        expect(listener.ids).toHaveLength(1);
      });

      it('makes a message that cannot be read a dead letter without handing it to anybody', async () => {
        const listener = new Listener<'photos.deleted'>();
        await bus().consume(options({ subjects: ['photos.deleted' as const] }), listener.handler);
        await bus().publish('photos.deleted', { id: 'bad', data: { photo: '../etc/passwd' as never } });
        await bus().publish('photos.deleted', { id: 'good', data: { photo: aPhotoId() } });
        const [letter] = await letters(1);
        await settled();
        expect(letter.failure.code).toBe('MESSAGE_INVALID');
        expect(letter.failure.message).toContain('photo');
        expect(listener.ids).toEqual(['good']);
      });

      it('does not give a message up before somebody was told so', async () => {
        const listener = new Listener<'photos.stored'>(() => Promise.reject(new Error('broken')));
        const reasons: string[] = [];
        const onDead = async (_: unknown, { message }: { message: string }) => {
          expect(await bus().deadLetters()).toEqual([]);
          reasons.push(message);
          if (reasons.length < 3) throw new Error('the store is away');
        };
        await bus().consume(options({ maxDeliver: 1, onDead }), listener.handler);
        await publish(1);
        await letters(1);
        await settled();
        expect(reasons).toEqual(['broken', 'broken', 'broken']);
        expect(await bus().deadLetters()).toHaveLength(1);
      });
    });

    describe('dead letters', () => {
      const refuse = () => Promise.reject(new PoisonMessageError({ code: 'IMAGE_CORRUPT', message: 'No.' }));

      it('are listed oldest first, by pages', async () => {
        await bus().consume(options({ maxInFlight: 1 }), refuse);
        await publish(1, 2, 3);
        await letters(3);
        const first = await bus().deadLetters({ limit: 2 });
        const rest = await bus().deadLetters({ after: first[1].sequence, limit: 2 });
        expect([...first, ...rest].map(({ body }) => (JSON.parse(body) as { id: string }).id)).toEqual([
          'stored 1',
          'stored 2',
          'stored 3',
        ]);
      });

      it('are gone once dropped', async () => {
        await bus().consume(options(), refuse);
        await publish(1, 2);
        const [first, second] = await letters(2);
        expect(await bus().dropDeadLetter(first.sequence)).toBe(true);
        expect(await bus().dropDeadLetter(first.sequence)).toBe(false);
        expect(await bus().deadLetters()).toEqual([second]);
      });

      it('are delivered again, from the first try, when retried', async () => {
        let broken = true;
        const listener = new Listener<'photos.stored'>(async () => {
          if (broken) throw new PoisonMessageError({ code: 'IMAGE_CORRUPT', message: 'No.' });
        });
        await bus().consume(options(), listener.handler);
        await publish(1);
        const [letter] = await letters(1);
        broken = false;
        expect(await bus().retryDeadLetter(letter.sequence)).toBe(true);
        await listener.heard(2);
        await settled();
        expect(listener.deliveries[1]).toEqual(listener.deliveries[0]);
        expect(await bus().deadLetters()).toEqual([]);
      });

      it('that do not exist can be neither retried nor dropped', async () => {
        expect(await bus().retryDeadLetter(4711)).toBe(false);
        expect(await bus().dropDeadLetter(4711)).toBe(false);
      });

      it('keep at most 64 KiB of a message, and refuse to retry what they do not have whole', async () => {
        await bus().consume(options({ subjects: ['faces.detected' as const] }), refuse);
        const faces = Array.from({ length: 2000 }, (_, index) => aFaceId(index));
        await bus().publish('faces.detected', {
          id: 'crowd',
          data: { photo: aPhotoId(), job: aJobId(), pack: aPackName(), faces },
        });
        const [letter] = await letters(1);
        expect(letter.body.length).toBe(64 * 1024);
        await expect(bus().retryDeadLetter(letter.sequence)).rejects.toMatchObject({ code: 'MESSAGE_INVALID' });
        expect(await bus().deadLetters()).toHaveLength(1);
      });
    });

    describe('stopping', () => {
      it('waits for the handlers that run, and takes nothing more', async () => {
        const gate = new Gate();
        const listener = new Listener<'photos.stored'>(() => gate.pass());
        const consumer = await bus().consume(options({ maxInFlight: 1 }), listener.handler);
        await publish(1, 2);
        await listener.heard(1);
        let stopped = false;
        const stopping = consumer.stop().then(() => (stopped = true));
        await sleep(50);
        expect(stopped).toBe(false);
        gate.open();
        await stopping;
        expect(listener.ids).toEqual(['stored 1']);
        expect(await eventually(() => bus().lag('spec'), ({ inFlight }) => inFlight === 0)).toEqual({
          waiting: 1,
          inFlight: 0,
        });
      });

      it('hands back what is not done when the time is up', async () => {
        const stuck = new Listener<'photos.stored'>(() => new Promise(() => undefined));
        const consumer = await bus().consume(options(), stuck.handler);
        await publish(1);
        await stuck.heard(1);
        await consumer.stop(1);
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options(), listener.handler);
        await listener.heard(1);
        await settled();
        expect(listener.deliveries[0]).toMatchObject({ attempt: 2, event: { id: 'stored 1' } });
      });

      it('keeps a group: what is published meanwhile waits for its next member', async () => {
        const first = new Listener<'photos.stored'>();
        const consumer = await bus().consume(options(), first.handler);
        await publish(1);
        await settled();
        await consumer.stop();
        await publish(2);
        const second = new Listener<'photos.stored'>();
        await bus().consume(options(), second.handler);
        await second.heard(1);
        await settled();
        expect([first.ids, second.ids]).toEqual([['stored 1'], ['stored 2']]);
      });

      it('may be asked for twice', async () => {
        const consumer = await bus().consume(options(), () => Promise.resolve());
        await consumer.stop();
        await expect(consumer.stop()).resolves.toBeUndefined();
      });

      it('of the whole bus waits for handlers too, and then nothing can be published', async () => {
        const gate = new Gate();
        const listener = new Listener<'photos.stored'>(() => gate.pass());
        await bus().consume(options(), listener.handler);
        await publish(1);
        await listener.heard(1);
        const closing = bus().close();
        gate.open();
        await closing;
        await expect(publish(2)).rejects.toMatchObject({ code: 'BUS_UNAVAILABLE', transient: true });
        await expect(bus().ping()).rejects.toMatchObject({ code: 'BUS_UNAVAILABLE' });
        await expect(bus().consume(options(), listener.handler)).rejects.toMatchObject({ code: 'BUS_UNAVAILABLE' });
      });
    });

    describe('lag', () => {
      it('is nothing for a group that does not exist', async () => {
        expect(await bus().lag('nobody')).toEqual({ waiting: 0, inFlight: 0 });
      });

      it('counts what waits and what is being handled', async () => {
        const gate = new Gate();
        const listener = new Listener<'photos.stored'>(() => gate.pass());
        await bus().consume(options({ maxInFlight: 2 }), listener.handler);
        await publish(1, 2, 3, 4, 5);
        await listener.heard(2);
        expect(await bus().lag('spec')).toEqual({ waiting: 3, inFlight: 2 });
        gate.open();
        await settled();
        expect(listener.ids).toHaveLength(5);
      });

      it('counts what waits for another try', async () => {
        let broken = true;
        const listener = new Listener<'photos.stored'>(async () => {
          if (broken) throw new Error('not yet');
        });
        await bus().consume(options({ maxDeliver: 1_000, backoff: [50] }), listener.handler);
        await publish(1);
        await listener.heard(1);
        const { waiting, inFlight } = await bus().lag('spec');
        expect(waiting + inFlight).toBe(1);
        broken = false;
        await settled();
      });
    });

    describe('observing', () => {
      it('sees every event from now on, without taking it from anybody', async () => {
        await publish(1);
        const seen: string[] = [];
        await bus().observe(['photos.stored', 'photos.deleted'], ({ id }) => void seen.push(id));
        const listener = new Listener<'photos.stored'>();
        await bus().consume(options(), listener.handler);
        await publish(2);
        await bus().publish('photos.deleted', { id: 'gone', data: { photo: aPhotoId() } });
        await listener.heard(2);
        await eventually(() => Promise.resolve(seen), ({ length }) => length === 2);
        expect(seen).toEqual(['stored 2', 'gone']);
      });

      it('goes on after an observer threw, and ends when stopped', async () => {
        const seen: string[] = [];
        const observer = await bus().observe(['photos.stored'], ({ id }) => {
          seen.push(id);
          throw new Error('a broken view');
        });
        await publish(1);
        await publish(2);
        await eventually(() => Promise.resolve(seen), ({ length }) => length === 2);
        await observer.stop();
        const other: string[] = [];
        await bus().observe(['photos.stored'], ({ id }) => void other.push(id));
        await publish(3);
        await eventually(() => Promise.resolve(other), ({ length }) => length === 1);
        expect(seen).toEqual(['stored 1', 'stored 2']);
      });
    });

    it('answers a ping', async () => {
      await expect(bus().ping()).resolves.toBeUndefined();
    });
  });
}
