import { type GridMetrics, layoutGroups } from './group-layout';
import { lassoFaces } from './lasso-faces';
import { LoadedFaces } from './loaded-faces';

/** Three columns of 100 px, 10 px apart, below headers of 50 px. */
const metrics: GridMetrics = { columns: 3, tile: 100, gap: 10, headerHeight: 50, groupGap: 20 };
const group = (name: string, count: number, collapsed = false) => ({
  faces: new LoadedFaces([{ start: 0, ids: Array.from({ length: count }, (_, index) => `${name}${index}`) }]),
  count,
  collapsed,
});
const groups = [group('a', 5), group('b', 2), group('c', 4, true), group('d', 3)];
const layout = layoutGroups(groups, metrics);
const topOf = (index: number) => layout.sections[index]!.top + metrics.headerHeight;

const drawn = (from: [number, number], to: [number, number]) =>
  lassoFaces('draw', { x: from[0], y: from[1] }, { x: to[0], y: to[1] }, groups, layout, metrics);
const swept = (from: [number, number], to: [number, number]) =>
  lassoFaces('sweep', { x: from[0], y: from[1] }, { x: to[0], y: to[1] }, groups, layout, metrics);

describe('the faces of a lasso', () => {
  it('are those that the rectangle touches, wherever it was begun', () => {
    const faces = ['a0', 'a1', 'a3', 'a4'];
    expect(drawn([50, 60], [120, 170])).toEqual(faces);
    expect(drawn([120, 170], [50, 60])).toEqual(faces);
  });

  it('are none between the tiles', () => {
    expect(drawn([102, 60], [108, 140])).toEqual([]);
    expect(drawn([10, 152], [300, 158])).toEqual([]);
    expect(drawn([-30, 60], [-5, 140])).toEqual([]);
  });

  it('go through groups, but not into collapsed ones', () => {
    expect(drawn([0, topOf(0) + 120], [90, topOf(3) + 10])).toEqual(['a3', 'b0', 'd0']);
  });

  it('are few to find among very many', () => {
    const many = [group('f', 100_000)];
    const far = layoutGroups(many, metrics);
    const to = { x: 400, y: 3_000_000 };
    expect(lassoFaces('draw', { x: 0, y: 2_999_000 }, to, many, far, metrics).length).toBe(30);
  });

  it('are everything between two tiles in reading order when a finger sweeps', () => {
    expect(swept([150, topOf(0) + 10], [20, topOf(0) + 130])).toEqual(['a1', 'a2', 'a3']);
    expect(swept([20, topOf(0) + 130], [150, topOf(0) + 10])).toEqual(['a1', 'a2', 'a3']);
    expect(swept([150, topOf(0) + 130], [150, topOf(3) + 50])).toEqual(['a4', 'b0', 'b1', 'd0', 'd1']);
  });

  it('are those above when a finger rests on a header', () => {
    expect(swept([250, topOf(0) + 10], [10, layout.sections[1]!.top + 5])).toEqual(['a2', 'a3', 'a4']);
  });
});
