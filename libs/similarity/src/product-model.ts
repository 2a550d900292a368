/** What fields of an ONNX model mean, as numbered in its protocol buffers. */
const MODEL = { version: 1, graph: 7, operators: 8 } as const;
const OPERATORS = { version: 2 } as const;
const GRAPH = { node: 1, name: 2, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, operator: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, type: 20 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1 } as const;
const TENSOR = { element: 1, shape: 2 } as const;
const SHAPE = { axis: 1 } as const;
const AXIS = { name: 2 } as const;

const FORMAT_VERSION = 8;
const OPERATORS_VERSION = 17;
const FLOAT = 1;
const INTEGER_ATTRIBUTE = 2;

/** An ONNX model that multiplies every row of `queries` with every row of `rows`: `products` = queries x rows^T. */
export function productModel(): Uint8Array {
  return message(
    integer(MODEL.version, FORMAT_VERSION),
    field(
      MODEL.graph,
      field(
        GRAPH.node,
        text(NODE.input, 'queries'),
        text(NODE.input, 'rows'),
        text(NODE.output, 'products'),
        text(NODE.operator, 'Gemm'),
        field(
          NODE.attribute,
          text(ATTRIBUTE.name, 'transB'),
          integer(ATTRIBUTE.type, INTEGER_ATTRIBUTE),
          integer(ATTRIBUTE.integer, 1),
        ),
      ),
      text(GRAPH.name, 'products'),
      matrix(GRAPH.input, 'queries', ['query', 'dimension']),
      matrix(GRAPH.input, 'rows', ['row', 'dimension']),
      matrix(GRAPH.output, 'products', ['query', 'row']),
    ),
    field(MODEL.operators, integer(OPERATORS.version, OPERATORS_VERSION)),
  );
}

function matrix(number: number, name: string, axes: readonly string[]): Uint8Array {
  const shape = field(TENSOR.shape, ...axes.map((axis) => field(SHAPE.axis, text(AXIS.name, axis))));
  const tensor = field(TYPE.tensor, integer(TENSOR.element, FLOAT), shape);
  return field(number, text(VALUE.name, name), field(VALUE.type, tensor));
}

function message(...fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields);
}

function field(number: number, ...fields: readonly Uint8Array[]): Uint8Array {
  const content = message(...fields);
  return message(varint(number * 8 + 2), varint(content.length), content);
}

function text(number: number, value: string): Uint8Array {
  return field(number, Buffer.from(value));
}

function integer(number: number, value: number): Uint8Array {
  return message(varint(number * 8), varint(value));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
