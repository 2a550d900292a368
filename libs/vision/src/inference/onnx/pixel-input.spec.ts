import fc from 'fast-check';
import { delimited, fieldsOf, integer, message } from './protobuf';
import { PIXELS, withPixelInput } from './pixel-input';

const SIZE = { width: 4, height: 2 };
const RGB = { channels: 'rgb', mean: 127, deviation: 128 } as const;

/** A model with one node from "image" to "result" and a weight that is also an input, as old exporters write it. */
function smallModel(firstDimension: Uint8Array, inputs = ['image', 'weight']): Uint8Array {
  const dimensions = [firstDimension, integer(1, 3), integer(1, 2), integer(1, 4)].map((d) =>
    delimited(1, d),
  );
  const tensorType = delimited(1, message(integer(1, 1), delimited(2, message(...dimensions))));
  const valueInfo = (name: string) => message(delimited(1, name), delimited(2, tensorType));
  const graph = message(
    delimited(1, message(delimited(1, 'image'), delimited(2, 'result'), delimited(4, 'Relu'))),
    delimited(2, 'small'),
    delimited(5, message(integer(2, 1), delimited(8, 'weight'), delimited(9, new Uint8Array(4)))),
    ...inputs.map((name) => delimited(11, valueInfo(name))),
    delimited(12, valueInfo('result')),
  );
  return message(integer(1, 8), delimited(7, graph), delimited(8, integer(2, 13)));
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

function graphOf(model: Uint8Array) {
  const graph = fieldsOf(fieldsOf(model).find((field) => field.number === 7)!.content);
  const nodes = graph
    .filter((field) => field.number === 1)
    .map((field) => {
      const parts = fieldsOf(field.content);
      const texts = (number: number) =>
        parts.filter((part) => part.number === number).map((part) => textOf(part.content));
      return { operator: texts(4)[0], inputs: texts(1), outputs: texts(2) };
    });
  const inputs = graph
    .filter((field) => field.number === 11)
    .map((field) => textOf(fieldsOf(field.content)[0].content));
  return { nodes, inputs };
}

describe('withPixelInput', () => {
  it('puts the preparation before the model and joins it to the old input', () => {
    const { model, batch } = withPixelInput(smallModel(integer(1, 1)), SIZE, RGB);
    const { nodes, inputs } = graphOf(model);
    expect(nodes.map((node) => node.operator)).toEqual(['Transpose', 'Cast', 'Mul', 'Add', 'Relu']);
    nodes.slice(1).forEach((node, i) => expect(node.inputs[0]).toBe(nodes[i].outputs[0]));
    expect(inputs).toEqual([PIXELS, 'weight']);
    expect(batch).toBe(1);
  });

  it('turns the channels round for models that want blue first', () => {
    const { model } = withPixelInput(smallModel(integer(1, 1)), SIZE, { ...RGB, channels: 'bgr' });
    expect(graphOf(model).nodes.map((node) => node.operator)).toEqual([
      'Transpose',
      'Gather',
      'Cast',
      'Mul',
      'Add',
      'Relu',
    ]);
  });

  it('knows a model that takes any number of images', () => {
    expect(withPixelInput(smallModel(delimited(2, 'N')), SIZE, RGB).batch).toBeNull();
    expect(withPixelInput(smallModel(new Uint8Array(0)), SIZE, RGB).batch).toBeNull();
  });

  it('leaves everything else as it is', () => {
    const model = smallModel(integer(1, 1));
    const before = fieldsOf(model).filter((field) => field.number !== 7);
    const after = fieldsOf(withPixelInput(model, SIZE, RGB).model).filter((field) => field.number !== 7);
    expect(after).toEqual(before);
  });

  it('refuses what is no model of one image', () => {
    expect(() => withPixelInput(Buffer.from('no model'), SIZE, RGB)).toThrow(RangeError);
    expect(() => withPixelInput(new Uint8Array(0), SIZE, RGB)).toThrow('no graph');
    expect(() => withPixelInput(smallModel(integer(1, 1), ['image', 'mask']), SIZE, RGB)).toThrow('2 inputs');
  });
});

describe('protobuf', () => {
  it('reads back what it writes', () => {
    const content = fc.uint8Array({ maxLength: 300 });
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.oneof(content, fc.maxSafeNat())));
    fc.assert(
      fc.property(parts, (list) => {
        const bytes = message(
          ...list.map(([number, v]) => (typeof v === 'number' ? integer(number, v) : delimited(number, v))),
        );
        const fields = fieldsOf(bytes);
        expect(fields.map((field) => field.number)).toEqual(list.map(([number]) => number));
        fields.forEach((field, i) => {
          const value = list[i][1];
          if (typeof value === 'number') expect(field.value).toBe(value);
          else expect([...field.content]).toEqual([...value]);
        });
      }),
    );
  });
});
