import { OnnxGraph } from './onnx-graph';

/** How an SSD-type detector turns what it sees around each of its priors into boxes, when it does so itself. */
export interface BoxDecoding {
  /** The output with two numbers a prior, background and face, of which the softmax is the score. */
  readonly logits: string;
  /** The output with four numbers a prior: how its centre moves, then the logarithm of how its size changes. */
  readonly offsets: string;
  /** x and y of each prior's centre, as fractions of the window. */
  readonly centres: Float32Array;
  /** Width and height of each prior, as fractions of the window. */
  readonly sizes: Float32Array;
  /** What the first two offsets are multiplied by, beside the size. */
  readonly centreVariance: number;
  /** What the last two offsets are multiplied by. */
  readonly sizeVariance: number;
}

export interface UndecodedModel {
  readonly model: Uint8Array;
  readonly decoding: BoxDecoding;
}

/**
 * The model without its last steps, which turn every prior's logits and offsets into scores and boxes and take a
 * tenth of an RFB's time, and what it takes to do them for the few priors that matter. Null when the model ends in
 * other steps.
 * @throws RangeError when the bytes are no ONNX model.
 */
export function withoutBoxDecoding(model: Uint8Array, scores: string): UndecodedModel | null {
  const graph = OnnxGraph.of(model);
  const softmax = graph.producerOf(scores);
  const boxes = boxDecoding(graph);
  if (softmax?.operator !== 'Softmax' || !boxes) return null;
  const decoding = { ...boxes, logits: softmax.inputs[0]! };
  return { model: graph.answering([decoding.logits, decoding.offsets]), decoding };
}

/** Reads `centre + offset * variance * size` and `exp(offset * variance) * size` out of the graph. */
function boxDecoding(graph: OnnxGraph): Omit<BoxDecoding, 'logits'> | null {
  const [exp, ...others] = graph.nodesOf('Exp');
  const growth = graph.producerOf(graph.producerOf(exp?.inputs[0])?.inputs[0]);
  if (!exp || others.length > 0 || growth?.operator !== 'Slice') return null;
  const [offsets] = growth.inputs;
  const shift = graph.consumersOf(offsets, 'Slice').find((slice) => slice !== growth);

  const sizeVariance = withConstant(graph, growth.outputs[0], 'Mul');
  const grown = withConstant(graph, exp.outputs[0], 'Mul');
  const centreVariance = withConstant(graph, shift?.outputs[0], 'Mul');
  const shifted = withConstant(graph, centreVariance?.output, 'Mul');
  const placed = withConstant(graph, shifted?.output, 'Add');
  if (!sizeVariance || !grown || !centreVariance || !shifted || !placed) return null;

  const agree =
    sizeVariance.output === exp.inputs[0] &&
    sizeVariance.constant.length === 1 &&
    centreVariance.constant.length === 1 &&
    placed.constant.length === grown.constant.length &&
    Buffer.from(grown.constant.buffer).equals(Buffer.from(shifted.constant.buffer));
  if (!agree) return null;
  return {
    offsets: offsets!,
    centres: placed.constant,
    sizes: grown.constant,
    centreVariance: centreVariance.constant[0]!,
    sizeVariance: sizeVariance.constant[0]!,
  };
}

/** The one operation on a value and a constant. */
function withConstant(
  graph: OnnxGraph,
  value: string | undefined,
  operator: string,
): { readonly output: string; readonly constant: Float32Array } | null {
  const [node, ...others] = graph.consumersOf(value, operator);
  const constant = graph.constant(node?.inputs.find((input) => input !== value));
  return node && others.length === 0 && constant ? { output: node.outputs[0]!, constant } : null;
}
