import {
  FLOAT,
  GRAPH,
  MODEL,
  NODE,
  TENSOR,
  constant,
  floatsOf,
  integerAttribute,
  integersAttribute,
  node,
  text,
  texts,
} from './onnx-format';
import { delimited, fieldsOf, message, type Field } from './protobuf';

/**
 * A model with every per-channel PRelu written as `a*x + relu((1-a)*x)`, which is the same for slopes `a` up to 1, and
 * with `a*x - relu((a-1)*x)` in the channels of larger ones: two depthwise convolutions, or three, of which ONNX
 * Runtime's processor kernels fuse the relu and the sum and keep the blocked layout of the convolutions around them.
 * Its PRelu does neither, and takes two fifths of an ArcFace-type embedder's time. Other nodes stay as they are.
 * @throws RangeError when the bytes are no ONNX model.
 */
export function withFusedParametricRelu(model: Uint8Array): Uint8Array {
  const parts = fieldsOf(model);
  const graph = parts.find((field) => field.number === MODEL.graph);
  if (!graph) throw new RangeError('there is no graph in it');
  const fields = fieldsOf(graph.content);
  const weights = new Map(
    fields
      .filter((field) => field.number === GRAPH.initializer)
      .map((field) => [text(field, TENSOR.name), field]),
  );
  const changed = fields.map((field) => {
    const slopes = field.number === GRAPH.node ? slopesOf(field, weights) : null;
    return slopes ? fused(field, slopes) : field.whole;
  });
  return message(
    ...parts.map((field) => (field === graph ? delimited(MODEL.graph, message(...changed)) : field.whole)),
  );
}

/** One slope a channel; null when the node is no such PRelu. */
function slopesOf(field: Field, weights: ReadonlyMap<string, Field>): Float32Array | null {
  if (text(field, NODE.operator) !== 'PRelu') return null;
  const weight = weights.get(texts(field, NODE.input)[1] ?? '');
  if (!weight) return null;
  const dims = dimensionsOf(weight);
  const perChannel = dims.length === 3 && dims[1] === 1 && dims[2] === 1;
  const slopes = perChannel ? floatsOf(weight) : null;
  return slopes?.length === dims[0] && slopes.every(Number.isFinite) ? slopes : null;
}

function fused(field: Field, slopes: Float32Array): Uint8Array {
  const [input] = texts(field, NODE.input);
  const [output] = texts(field, NODE.output);
  const channels = slopes.length;
  const depthwise = [integerAttribute('group', channels), integersAttribute('kernel_shape', [1, 1])];
  const name = (step: string) => `${output}_kindred_${step}`;
  const weights = (step: string, values: Float32Array) =>
    constant(name(`${step}_weight`), FLOAT, [channels, 1, 1, 1], values);
  const convolution = (from: string, step: string) =>
    node('Conv', [from, name(`${step}_weight`)], name(step), ...depthwise);
  const steep = slopes.some((slope) => slope > 1);
  return message(
    weights(
      'rest',
      slopes.map((slope) => Math.abs(1 - slope)),
    ),
    convolution(input!, 'rest'),
    node('Relu', [name('rest')], name('positive')),
    ...(steep
      ? [
          weights(
            'signed',
            slopes.map((slope) => (slope > 1 ? -1 : 1)),
          ),
          convolution(name('positive'), 'signed'),
        ]
      : []),
    weights('sloped', slopes),
    convolution(input!, 'sloped'),
    node('Add', [name(steep ? 'signed' : 'positive'), name('sloped')], output!),
  );
}

function dimensionsOf(weight: Field): number[] {
  return fieldsOf(weight.content)
    .filter((field) => field.number === TENSOR.dims)
    .map((field) => field.value);
}
