import fc from 'fast-check';
import { PackVectors, ROWS_A_BLOCK } from './pack-vectors';

describe('PackVectors', () => {
  it('holds what was written last, whatever came and went', () => {
    const face = fc.nat({ max: 12 }).map((number) => `face-${number}`);
    const change = fc.record({ face, value: fc.option(fc.integer({ min: 1, max: 9 })) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const pack = new PackVectors(2);
        const expected = new Map<string, number>();
        for (const { face: name, value } of changes) {
          if (value === null) {
            pack.delete(name);
            expected.delete(name);
          } else {
            pack.set(name, Float32Array.of(value, 1));
            expected.set(name, value);
          }
        }
        expect(pack.size).toBe(expected.size);
        const rows = pack.all();
        const held = [...expected.keys()].map(
          (_, row) => [rows.faceOf(row), tangent(rows.vectorOf(row))] as const,
        );
        expect(new Map(held)).toEqual(expected);
      }),
    );
  });

  it('grows and shrinks over several blocks', () => {
    const pack = new PackVectors(2);
    const total = 2 * ROWS_A_BLOCK + 10;
    for (let number = 0; number < total; number++) pack.set(`face-${number}`, Float32Array.of(number + 1, 1));
    expect(blockRows(pack)).toEqual([ROWS_A_BLOCK, ROWS_A_BLOCK, 10]);
    for (let number = 0; number < total - 3; number++) pack.delete(`face-${number}`);
    expect(blockRows(pack)).toEqual([3]);
    const chosen = pack.among([`face-${total - 1}`, 'face-0', 'nobody', `face-${total - 1}`]);
    expect([...chosen.blocks()].map(({ length }) => length)).toEqual([2]);
    expect(chosen.faceOf(0)).toBe(`face-${total - 1}`);
    expect(tangent(chosen.vectorOf(0))).toBe(total);
  });
});

function tangent(vector: Float32Array): number {
  return Math.round(vector[0]! / vector[1]!);
}

function blockRows(pack: PackVectors): number[] {
  return [...pack.all().blocks()].map(({ length }) => length / 2);
}
