import { readFile } from 'node:fs/promises';
import { decodePriors, decodeRfb } from '../../detect/rfb';
import { answersOf } from '../../testing/answers-of';
import { realPack } from '../../testing/real-pack';
import { withoutBoxDecoding } from './box-decoding';
import { constant, FLOAT, MODEL, node } from './onnx-format';
import { OnnxGraph } from './onnx-graph';
import { delimited, message } from './protobuf';

jest.setTimeout(300_000);

const SIZES = Float32Array.of(0.25, 0.5);
const CENTRES = Float32Array.of(0.125, 0.75);

/** The end of a detector with one prior; a step can be replaced by another one. */
function detectorWith(changed: Record<string, Uint8Array | null> = {}): Uint8Array {
  const steps: Record<string, Uint8Array | null> = {
    scores: node('Softmax', ['seen'], 'scores'),
    shift: node('Slice', ['around'], 'shift'),
    shift_scaled: node('Mul', ['shift', 'centre_variance'], 'shift_scaled'),
    shift_sized: node('Mul', ['shift_scaled', 'sizes'], 'shift_sized'),
    centre: node('Add', ['shift_sized', 'centres'], 'centre'),
    growth: node('Slice', ['around'], 'growth'),
    growth_scaled: node('Mul', ['growth', 'size_variance'], 'growth_scaled'),
    grown: node('Exp', ['growth_scaled'], 'grown'),
    size: node('Mul', ['grown', 'sizes'], 'size'),
    boxes: node('Concat', ['centre', 'size'], 'boxes'),
    sizes: constant('sizes', FLOAT, [1, 1, 2], SIZES),
    centres: constant('centres', FLOAT, [1, 1, 2], CENTRES),
    centre_variance: constant('centre_variance', FLOAT, [], Float32Array.of(0.5)),
    size_variance: constant('size_variance', FLOAT, [], Float32Array.of(0.125)),
    ...changed,
  };
  return delimited(MODEL.graph, message(...Object.values(steps).flatMap((step) => step ?? [])));
}

describe('withoutBoxDecoding', () => {
  it('takes the decoding out of a model and says how it is done', () => {
    const { model, decoding } = withoutBoxDecoding(detectorWith(), 'scores')!;
    expect(decoding).toEqual({
      logits: 'seen',
      offsets: 'around',
      sizes: SIZES,
      centres: CENTRES,
      centreVariance: 0.5,
      sizeVariance: 0.125,
    });
    const graph = OnnxGraph.of(model);
    for (const operator of ['Softmax', 'Slice', 'Mul', 'Exp', 'Concat']) {
      expect(graph.nodesOf(operator)).toEqual([]);
    }
  });

  it.each([
    ['has no softmax', { scores: node('Sigmoid', ['seen'], 'scores') }],
    ['does not grow exponentially', { grown: node('Relu', ['growth_scaled'], 'grown') }],
    ['moves priors by other sizes', { shift_sized: node('Mul', ['shift_scaled', 'centres'], 'shift_sized') }],
    ['computes its priors', { centres: node('Relu', ['seen'], 'centres') }],
    ['reads nothing but sizes', { shift: null }],
    ['scales each prior by its own', { size_variance: constant('size_variance', FLOAT, [2], SIZES) }],
  ])('leaves a model alone that %s', (_, changed) => {
    expect(withoutBoxDecoding(detectorWith(changed), 'scores')).toBeNull();
  });

  it('refuses what is no model', () => {
    expect(() => withoutBoxDecoding(new Uint8Array(0), 'scores')).toThrow('no graph');
  });

  it('changes neither scores nor boxes of the default detector', async () => {
    const { manifest, paths } = await realPack('faceplugin');
    const model = await readFile(paths[manifest.detector.file]!);
    const undecoded = withoutBoxDecoding(model, 'scores')!;
    const window = { width: 320, height: 240 };
    const shape = [1, 3, window.height, window.width];
    const [published, ours] = await Promise.all([answersOf(model, shape), answersOf(undecoded.model, shape)]);
    const { logits, offsets } = undecoded.decoding;
    const expected = decodeRfb(published['scores'], published['boxes'], window, 0);
    const candidates = decodePriors(ours[logits], ours[offsets], undecoded.decoding, window, 0);
    expect(candidates).toHaveLength(4420);
    candidates.forEach((candidate, i) => {
      for (const side of ['left', 'top', 'right', 'bottom', 'score'] as const) {
        expect(Math.abs(candidate[side] - expected[i][side])).toBeLessThan(1e-3);
      }
    });
  });
});
