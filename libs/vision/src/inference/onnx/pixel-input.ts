import type { Size } from '../../raster/raster';
import {
  constant,
  FLOAT,
  GRAPH,
  INT64,
  integerAttribute,
  integersAttribute,
  MODEL,
  node,
  part,
  TENSOR,
  TENSOR_TYPE,
  tensorValue,
  text,
  TYPE,
  UINT8,
  VALUE_INFO,
} from './onnx-format';
import { delimited, fieldsOf, integer, message, type Field } from './protobuf';

/** How a model wants its pixels: their order and `(value - mean) / deviation`. */
export interface PixelFormat {
  readonly channels: 'rgb' | 'bgr' | 'grey';
  readonly mean: number;
  readonly deviation: number;
}

export interface PixelInput {
  /** The model, taking bytes. */
  readonly model: Uint8Array;
  /** Images in one run that the file is fixed to; null when it takes any number. */
  readonly batch: number | null;
}

/** The name of the input that takes the bytes. */
export const PIXELS = 'kindred_pixels';

const SHAPE = { dimension: 1 };
const DIMENSION = { value: 1, parameter: 2 };

/**
 * A model that takes one batch of planar floats, changed to take interleaved bytes as they come from a decoder: it
 * turns, converts and normalises them itself, several times faster than it can be done in JavaScript.
 * @throws RangeError when the bytes are no ONNX model with one image input.
 */
export function withPixelInput(model: Uint8Array, { width, height }: Size, format: PixelFormat): PixelInput {
  const parts = fieldsOf(model);
  const graph = parts.find((part) => part.number === MODEL.graph);
  if (!graph) throw new RangeError('there is no graph in it');
  const fields = fieldsOf(graph.content);
  const image = imageInput(fields);
  const name = text(image, VALUE_INFO.name);
  const batch = batchOf(image);
  const channels = format.channels === 'grey' ? 1 : 3;

  const pixels = delimited(GRAPH.input, pixelsValueInfo([batch, height, width, channels]));
  const steps = preparation(name, format);
  const rest = fields.filter((field) => field !== image).map((field) => field.whole);
  const changed = delimited(MODEL.graph, message(...steps, pixels, ...rest));
  return { model: message(...parts.map((part) => (part === graph ? changed : part.whole))), batch };
}

/** The one input that is not a weight. */
function imageInput(graph: readonly Field[]): Field {
  const weights = new Set(
    graph.filter((f) => f.number === GRAPH.initializer).map((f) => text(f, TENSOR.name)),
  );
  const inputs = graph.filter((f) => f.number === GRAPH.input && !weights.has(text(f, VALUE_INFO.name)));
  if (inputs.length !== 1) throw new RangeError(`it takes ${inputs.length} inputs instead of one image`);
  return inputs[0]!;
}

function batchOf(input: Field): number | null {
  const type = part(input, VALUE_INFO.type);
  const tensor = type && part(type, TYPE.tensor);
  const shape = tensor && part(tensor, TENSOR_TYPE.shape);
  const dimensions = shape ? fieldsOf(shape.content).filter((f) => f.number === SHAPE.dimension) : [];
  if (dimensions.length !== 4) throw new RangeError('its input is not a batch of images');
  return part(dimensions[0]!, DIMENSION.value)?.value || null;
}

function pixelsValueInfo(shape: readonly (number | null)[]): Uint8Array {
  const dimensions = shape.map((length) =>
    delimited(
      SHAPE.dimension,
      length === null ? delimited(DIMENSION.parameter, 'images') : integer(DIMENSION.value, length),
    ),
  );
  return tensorValue(PIXELS, UINT8, message(...dimensions));
}

/** The graph's new first nodes and their constants: planes, their order, floats, the affine map, the old name. */
function preparation(name: string, { channels, mean, deviation }: PixelFormat): Uint8Array[] {
  const reorder = channels === 'bgr';
  const ordered = reorder ? 'kindred_ordered' : 'kindred_planes';
  return [
    node('Transpose', [PIXELS], 'kindred_planes', integersAttribute('perm', [0, 3, 1, 2])),
    ...(reorder
      ? [node('Gather', ['kindred_planes', 'kindred_order'], ordered, integerAttribute('axis', 1))]
      : []),
    node('Cast', [ordered], 'kindred_floats', integerAttribute('to', FLOAT)),
    node('Mul', ['kindred_floats', 'kindred_scale'], 'kindred_scaled'),
    node('Add', ['kindred_scaled', 'kindred_shift'], name),
    ...(reorder ? [constant('kindred_order', INT64, [3], new BigInt64Array([2n, 1n, 0n]))] : []),
    constant('kindred_scale', FLOAT, [], Float32Array.of(1 / deviation)),
    constant('kindred_shift', FLOAT, [], Float32Array.of(-mean / deviation)),
  ];
}
