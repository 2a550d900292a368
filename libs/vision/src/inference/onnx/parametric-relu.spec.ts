import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { realPack } from '../../testing/real-pack';
import { constant, FLOAT, GRAPH, MODEL, node, NODE, TENSOR, text, texts } from './onnx-format';
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

const prelu = node('PRelu', ['x', 'slopes'], 'y');

describe('withFusedParametricRelu', () => {
  it('writes a PRelu with a slope for each channel as two convolutions', () => {
    const model = modelOf(prelu, constant('slopes', FLOAT, [2, 1, 1], Float32Array.of(0.25, -0.5)));
    const changed = withFusedParametricRelu(model);
    expect(operatorsOf(changed)).toEqual(['Conv', 'Relu', 'Conv', 'Add']);
    const graph = fieldsOf(fieldsOf(changed)[0].content);
    const last = graph.findLast((field) => field.number === GRAPH.node)!;
    expect(texts(last, NODE.output)).toEqual(['y']);
    const weights = graph
      .filter((field) => field.number === GRAPH.initializer && text(field, TENSOR.name) !== 'slopes')
      .map((field) => fieldsOf(field.content).find((inner) => inner.number === TENSOR.raw)!.content)
      .map((raw) => [...new Float32Array(Uint8Array.from(raw).buffer)]);
    expect(weights).toEqual([
      [0.75, 1.5],
      [0.25, -0.5],
    ]);
  });

  it.each([
    ['a slope above one', [2, 1, 1], [0.5, 1.01]],
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
    expect(operatorsOf(changed).filter((operator) => operator === 'PRelu').length).toBeLessThan(5);
    const [before, after] = await Promise.all([answerOf(model), answerOf(changed)]);
    const largest = Math.max(...before.map(Math.abs));
    const difference = Math.max(...before.map((value, i) => Math.abs(value - after[i])));
    expect(before).toHaveLength(512);
    expect(difference).toBeLessThan(largest * 1e-4);
  });
});

/** What a model answers to a fixed image; in a thread, since ONNX Runtime does not take the arrays of Jest's sandbox. */
function answerOf(model: Uint8Array): Promise<number[]> {
  const thread = new Worker(join(__dirname, '../../testing/run-model.cjs'), {
    workerData: { model, shape: [1, 3, 112, 112] },
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
