import {
  FLOAT,
  GRAPH,
  MODEL,
  NODE,
  TENSOR,
  constant,
  integerAttribute,
  integersAttribute,
  node,
  part,
  text,
  texts,
} from './onnx-format';
import { delimited, fieldsOf, message, type Field } from './protobuf';

/**
 * A model with every per-channel PRelu whose slopes `a` are at most 1 written as `a*x + relu((1-a)*x)`, which is the
 * same: two depthwise convolutions, of which ONNX Runtime's processor kernels fuse the relu and the sum and keep the
 * blocked layout of the convolutions around them. Its PRelu does neither, and takes two fifths of an ArcFace-type
 * embedder's time. Other nodes stay as they are.
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
  if (!weight || part(weight, TENSOR.type)?.value !== FLOAT) return null;
  const dims = dimensionsOf(weight);
  const perChannel = dims.length === 3 && dims[1] === 1 && dims[2] === 1;
  const slopes = perChannel ? floatsOf(weight) : null;
  return slopes?.length === dims[0] && slopes.every((slope) => slope <= 1) ? slopes : null;
}

function fused(field: Field, slopes: Float32Array): Uint8Array {
  const [input] = texts(field, NODE.input);
  const [output] = texts(field, NODE.output);
  const channels = slopes.length;
  const depthwise = [integerAttribute('group', channels), integersAttribute('kernel_shape', [1, 1])];
  const name = (step: string) => `${output}_kindred_${step}`;
  const shape = [channels, 1, 1, 1];
  return message(
    constant(
      name('rest_weight'),
      FLOAT,
      shape,
      slopes.map((slope) => 1 - slope),
    ),
    constant(name('slope_weight'), FLOAT, shape, slopes),
    node('Conv', [input!, name('rest_weight')], name('rest'), ...depthwise),
    node('Relu', [name('rest')], name('positive')),
    node('Conv', [input!, name('slope_weight')], name('sloped'), ...depthwise),
    node('Add', [name('positive'), name('sloped')], output!),
  );
}

function dimensionsOf(weight: Field): number[] {
  return fieldsOf(weight.content)
    .filter((field) => field.number === TENSOR.dims)
    .map((field) => field.value);
}

/** Floats are kept as raw bytes or as a packed list of the same bytes. */
function floatsOf(weight: Field): Float32Array | null {
  const bytes = (part(weight, TENSOR.raw) ?? part(weight, TENSOR.floats))?.content;
  if (!bytes || bytes.length % 4 !== 0) return null;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
