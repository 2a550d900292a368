import {
  constant,
  FLOAT,
  GRAPH,
  INT64,
  MODEL,
  NODE,
  node,
  TENSOR,
  tensorValue,
  text,
  VALUE_INFO,
} from './onnx-format';
import { OnnxGraph } from './onnx-graph';
import { delimited, fieldsOf, message } from './protobuf';

const version = delimited(8, 'an opset');
const model = message(
  version,
  delimited(
    MODEL.graph,
    message(
      node('Mul', ['image', 'scale'], 'scaled'),
      node('Add', ['scaled', 'shift'], 'shifted'),
      node('Exp', ['shifted'], 'grown'),
      constant('scale', FLOAT, [2], Float32Array.of(2, 3)),
      constant('shift', FLOAT, [], Float32Array.of(1)),
      constant('axes', INT64, [1], BigInt64Array.of(1n)),
      delimited(GRAPH.input, tensorValue('image', FLOAT)),
      delimited(GRAPH.input, tensorValue('shift', FLOAT)),
      delimited(GRAPH.output, tensorValue('grown', FLOAT)),
    ),
  ),
);

function namesOf(changed: Uint8Array) {
  const fields = fieldsOf(fieldsOf(changed).find((field) => field.number === MODEL.graph)!.content);
  const names = (number: number, name: number) =>
    fields.filter((field) => field.number === number).map((field) => text(field, name));
  return {
    nodes: names(GRAPH.node, NODE.output),
    weights: names(GRAPH.initializer, TENSOR.name),
    inputs: names(GRAPH.input, VALUE_INFO.name),
    outputs: names(GRAPH.output, VALUE_INFO.name),
  };
}

describe('OnnxGraph', () => {
  const graph = OnnxGraph.of(model);

  it('knows where values come from and where they go', () => {
    expect(graph.producerOf('shifted')).toEqual({
      operator: 'Add',
      inputs: ['scaled', 'shift'],
      outputs: ['shifted'],
    });
    expect(graph.producerOf('image')).toBeUndefined();
    expect(graph.consumersOf('scaled', 'Add').map(({ outputs }) => outputs)).toEqual([['shifted']]);
    expect(graph.consumersOf('scaled', 'Mul')).toEqual([]);
    expect(graph.nodesOf('Exp')).toHaveLength(1);
  });

  it('knows the floats that are there from the start, and only those', () => {
    expect(graph.constant('scale')).toEqual(Float32Array.of(2, 3));
    expect([graph.constant('axes'), graph.constant('scaled'), graph.constant(undefined)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is cut down to what other outputs take', () => {
    const cut = graph.answering(['scaled']);
    expect(namesOf(cut)).toEqual({
      nodes: ['scaled'],
      weights: ['scale'],
      inputs: ['image'],
      outputs: ['scaled'],
    });
    expect(fieldsOf(cut)[0].whole).toEqual(fieldsOf(model)[0].whole);
  });

  it('is none without a graph', () => {
    expect(() => OnnxGraph.of(version)).toThrow(RangeError);
  });
});
