/** Just enough of protocol buffers to take a message apart and put it together again. */

/** One field of a message: its number and its bytes as they stand, tag included. */
export interface Field {
  readonly number: number;
  /** The field with its tag, for copying. */
  readonly whole: Uint8Array;
  /** The contents of a length-delimited field; empty for others. */
  readonly content: Uint8Array;
  /** The value of a varint field; 0 for others. */
  readonly value: number;
}

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;
const FIXED32 = 5;

/** @throws RangeError when the bytes are no message. */
export function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length;) {
    const start = at;
    const tag = readVarint(message, at);
    at = tag.next;
    const wire = tag.value & 7;
    let content = message.subarray(0, 0);
    let value = 0;
    if (wire === VARINT) ({ value, next: at } = readVarint(message, at));
    else if (wire === FIXED64) at += 8;
    else if (wire === FIXED32) at += 4;
    else if (wire === DELIMITED) {
      const length = readVarint(message, at);
      content = message.subarray(length.next, length.next + length.value);
      at = length.next + length.value;
    } else throw new RangeError(`unknown wire type ${wire}`);
    if (at > message.length) throw new RangeError('a field reaches beyond its message');
    fields.push({ number: Math.floor(tag.value / 8), whole: message.subarray(start, at), content, value });
  }
  return fields;
}

export function delimited(number: number, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([varint(number * 8 + DELIMITED), varint(bytes.length), bytes]);
}

export function integer(number: number, value: number): Uint8Array {
  return Buffer.concat([varint(number * 8 + VARINT), varint(value)]);
}

export function message(...fields: Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < bytes.length; at++) {
    value += (bytes[at] & 127) * scale;
    if (bytes[at] < 128) return { value, next: at + 1 };
    scale *= 128;
  }
  throw new RangeError('a number reaches beyond its message');
}
