import { ExitGate, Products } from '@kindred/similarity';
import { CountedProducts } from './product-work';

describe('the work of products', () => {
  it('is every multiply-add that was asked for, whatever its shape, and what it takes at the least', async () => {
    const products = await Products.open(1, new ExitGate());
    const counted = new CountedProducts(products);
    const matrix = (rows: number) => new Float32Array(rows * 4).fill(0.5);
    expect([...(await counted.of(matrix(1), matrix(2), 4))]).toEqual([1, 1]);
    await counted.of(matrix(3), matrix(2), 4);
    await counted.of(matrix(64), matrix(100), 4);
    const { multiplyAdds, limitSeconds, rate } = await counted.work(4);
    await products.close();
    expect(multiplyAdds).toBe(4 * (2 + 6 + 6400));
    expect(limitSeconds).toBeGreaterThan(0);
    expect(rate).toBeGreaterThan(0);
  });
});
