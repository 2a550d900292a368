import { delimited, fieldsOf, integer, message, type Field } from './protobuf';

/** The parts of onnx.proto that models are taken apart and put together by: field numbers and constants. */

export const MODEL = { graph: 7 };
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 };
export const TENSOR = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 };
export const VALUE_INFO = { name: 1, type: 2 };
export const TYPE = { tensor: 1 };
export const TENSOR_TYPE = { element: 1, shape: 2 };
export const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 };
export const ATTRIBUTE = { name: 1, integer: 3, tensor: 5, integers: 8, type: 20 };

/** Element types of tensors. */
export const FLOAT = 1;
export const UINT8 = 2;
export const INT64 = 7;

const INTEGER_ATTRIBUTE = 2;
const INTEGERS_ATTRIBUTE = 7;

/** The first field of that number inside a message field. */
export function part(field: Field, number: number): Field | undefined {
  return fieldsOf(field.content).find((inner) => inner.number === number);
}

export function text(field: Field, number: number): string {
  return Buffer.from(part(field, number)?.content ?? []).toString();
}

/** All strings of that number inside a message field, in order. */
export function texts(field: Field, number: number): string[] {
  return fieldsOf(field.content)
    .filter((inner) => inner.number === number)
    .map((inner) => Buffer.from(inner.content).toString());
}

/** The values of a float tensor, which are kept as raw bytes or as a packed list of the same bytes; null for others. */
export function floatsOf(tensor: Field): Float32Array | null {
  const bytes = (part(tensor, TENSOR.raw) ?? part(tensor, TENSOR.floats))?.content;
  if (part(tensor, TENSOR.type)?.value !== FLOAT || !bytes || bytes.length % 4 !== 0) return null;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** An input or output: a tensor, of any shape unless one is given. */
export function tensorValue(name: string, type: number, shape?: Uint8Array): Uint8Array {
  const tensor = message(
    integer(TENSOR_TYPE.element, type),
    ...(shape ? [delimited(TENSOR_TYPE.shape, shape)] : []),
  );
  return message(
    delimited(VALUE_INFO.name, name),
    delimited(VALUE_INFO.type, delimited(TYPE.tensor, tensor)),
  );
}

export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  ...attributes: Uint8Array[]
): Uint8Array {
  return delimited(
    GRAPH.node,
    message(
      ...inputs.map((input) => delimited(NODE.input, input)),
      delimited(NODE.output, output),
      delimited(NODE.operator, operator),
      ...attributes.map((attribute) => delimited(NODE.attribute, attribute)),
    ),
  );
}

export function integerAttribute(name: string, value: number): Uint8Array {
  return message(
    delimited(ATTRIBUTE.name, name),
    integer(ATTRIBUTE.integer, value),
    integer(ATTRIBUTE.type, INTEGER_ATTRIBUTE),
  );
}

export function integersAttribute(name: string, values: readonly number[]): Uint8Array {
  return message(
    delimited(ATTRIBUTE.name, name),
    ...values.map((value) => integer(ATTRIBUTE.integers, value)),
    integer(ATTRIBUTE.type, INTEGERS_ATTRIBUTE),
  );
}

/** A weight: a tensor that the graph has from the start. */
export function constant(
  name: string,
  type: number,
  dims: readonly number[],
  values: Float32Array | BigInt64Array,
): Uint8Array {
  return delimited(
    GRAPH.initializer,
    message(
      ...dims.map((length) => integer(TENSOR.dims, length)),
      integer(TENSOR.type, type),
      delimited(TENSOR.name, name),
      delimited(TENSOR.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    ),
  );
}
