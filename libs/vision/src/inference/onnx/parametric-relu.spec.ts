import { readFile } from 'node:fs/promises';
import { answersOf } from '../../testing/answers-of';
import { realPack } from '../../testing/real-pack';
import { constant, FLOAT, floatsOf, GRAPH, MODEL, node, NODE, TENSOR, text, texts } from './onnx-format';
import { withFusedParametricRelu } from './parametric-relu';
import { delimited, fieldsOf, message } from './protobuf';

jest.setTimeout(300_000);

function modelOf(...parts: Uint8Array[]): Uint8Array {
  return message(delimited(MODEL.graph, message(...parts)));
}

function operatorsOf(model: Uint8Array): string[] {
  const graph = fieldsOf(model).find((field) => field.number === MODEL.graph)!;
  return fieldsOf(graph.content)
    .filter((field) => field.number === GRAPH.node)
    .map((field) => text(field, NODE.operator));
}

/** The values of every weight but the slopes. */
function addedWeights(model: Uint8Array): number[][] {
  return fieldsOf(fieldsOf(model)[0].content)
    .filter((field) => field.number === GRAPH.initializer && text(field, TENSOR.name) !== 'slopes')
    .map((field) => [...floatsOf(field)!]);
}

const prelu = node('PRelu', ['x', 'slopes'], 'y');

describe('withFusedParametricRelu', () => {
  it('writes a PRelu with a slope for each channel as two convolutions', () => {
    const model = modelOf(prelu, constant('slopes', FLOAT, [2, 1, 1], Float32Array.of(0.25, -0.5)));
    const changed = withFusedParametricRelu(model);
    expect(operatorsOf(changed)).toEqual(['Conv', 'Relu', 'Conv', 'Add']);
    const graph = fieldsOf(fieldsOf(changed)[0].content);
    const last = graph.findLast((field) => field.number === GRAPH.node)!;
    expect(texts(last, NODE.output)).toEqual(['y']);
    expect(addedWeights(changed)).toEqual([
      [0.75, 1.5],
      [0.25, -0.5],
    ]);
  });

  it('takes a third convolution when a slope is above one', () => {
    const model = modelOf(prelu, constant('slopes', FLOAT, [2, 1, 1], Float32Array.of(0.25, 1.5)));
    const changed = withFusedParametricRelu(model);
    expect(operatorsOf(changed)).toEqual(['Conv', 'Relu', 'Conv', 'Conv', 'Add']);
    expect(addedWeights(changed)).toEqual([
      [0.75, 0.5],
      [1, -1],
      [0.25, 1.5],
    ]);
  });

  it.each([
    ['one slope for all channels', [1], [0.5]],
    ['a slope for each pixel', [1, 2, 2], [1, 1, 1, 1]],
    ['a slope that is no number', [1, 1, 1], [NaN]],
  ])('leaves a PRelu with %s alone', (_, dims, slopes) => {
    const model = modelOf(prelu, constant('slopes', FLOAT, dims, Float32Array.from(slopes)));
    expect(Buffer.from(withFusedParametricRelu(model)).equals(model)).toBe(true);
  });

  it('leaves a PRelu alone whose slopes are computed', () => {
    const model = modelOf(prelu);
    expect(Buffer.from(withFusedParametricRelu(model)).equals(model)).toBe(true);
  });

  it('refuses what is no model', () => {
    expect(() => withFusedParametricRelu(new Uint8Array(0))).toThrow('no graph');
  });

  it('does not change what the default embedder answers', async () => {
    const { manifest, paths } = await realPack('faceplugin');
    const model = await readFile(paths[manifest.embedder.file]!);
    const changed = withFusedParametricRelu(model);
    expect(operatorsOf(model).filter((operator) => operator === 'PRelu').length).toBeGreaterThan(20);
    expect(operatorsOf(changed).filter((operator) => operator === 'PRelu')).toEqual([]);
    const [before, after] = await Promise.all(
      [model, changed].map(async (file) => [...Object.values(await answersOf(file, [1, 3, 112, 112]))[0]]),
    );
    const largest = Math.max(...before.map(Math.abs));
    const difference = Math.max(...before.map((value, i) => Math.abs(value - after[i])));
    expect(before).toHaveLength(512);
    expect(difference).toBeLessThan(largest * 1e-4);
  });
});
