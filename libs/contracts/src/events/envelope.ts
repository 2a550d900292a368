import { type EventOf, KindredError, type Subject } from '@kindred/domain';
import { z } from 'zod';
import { eventPayloads } from './payloads';

const VERSION = 'v1';
const TYPE_PREFIX = 'org.kindred.';

/** CloudEvents 1.0, JSON format, structured mode: https://github.com/cloudevents/spec. */
const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(512),
  source: z.string().min(1),
  type: z.string(),
  time: z.string(),
  datacontenttype: z.literal('application/json').optional(),
  data: z.unknown(),
});

/** `photos.stored` travels as `org.kindred.photos.stored.v1`. */
export function eventTypeOf(subject: Subject): string {
  return `${TYPE_PREFIX}${subject}.${VERSION}`;
}

/** An event as the text of a CloudEvents 1.0 envelope. */
export function encodeEvent<S extends Subject>(event: EventOf<S>): string {
  const { id, subject, source, time, data } = event;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: `/kindred/${source}`,
    type: eventTypeOf(subject),
    time,
    datacontenttype: 'application/json',
    data,
  });
}

/**
 * The event in a message's text.
 * @throws KindredError `MESSAGE_INVALID` that names the field at fault.
 */
export function decodeEvent(text: string): EventOf<Subject> {
  const { id, source, type, time, data } = parseWith(envelope, parseJson(text), 'envelope');
  const subject = subjectOf(type);
  const payload: unknown = parseWith(eventPayloads[subject] as z.ZodType, data, subject);
  return { id, subject, source: source.replace(/^\/kindred\//, ''), time, data: payload } as EventOf<Subject>;
}

function subjectOf(type: string): Subject {
  const name =
    type.startsWith(TYPE_PREFIX) && type.endsWith(`.${VERSION}`)
      ? type.slice(TYPE_PREFIX.length, -VERSION.length - 1)
      : '';
  if (!Object.hasOwn(eventPayloads, name)) {
    throw new KindredError(
      'MESSAGE_INVALID',
      `The event type ${JSON.stringify(type.slice(0, 100))} is not known.`,
      {
        hint: 'A newer version of Kindred may have sent it; update this service.',
      },
    );
  }
  return name as Subject;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new KindredError('MESSAGE_INVALID', 'The message is not JSON.', { cause: error });
  }
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || what}: ${message}`);
  throw new KindredError('MESSAGE_INVALID', `The message does not fit ${what}: ${problems.join('; ')}.`);
}
