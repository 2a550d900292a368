import { InMemoryPreferences } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';

const READ = '{ preferences { minimumConfidence minimumGroupSize } }';
const CHANGE = `mutation ($confidence: Float, $size: Int) {
  changePreferences(minimumConfidence: $confidence, minimumGroupSize: $size) { minimumConfidence minimumGroupSize } }`;

describe('preferences', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.close());

  it('are read and changed one by one', async () => {
    gateway = await TestGateway.open();
    expect((await gateway.data(READ)).preferences).toEqual({ minimumConfidence: 0.6, minimumGroupSize: 2 });
    const changed = { minimumConfidence: 0.8, minimumGroupSize: 2 };
    expect((await gateway.data(CHANGE, { confidence: 0.8 })).changePreferences).toEqual(changed);
    await gateway.data(CHANGE, { size: 3, confidence: null });
    expect((await gateway.data(READ)).preferences).toEqual({ ...changed, minimumGroupSize: 3 });
    expect(await gateway.ports.preferences.read()).toEqual({ ...changed, minimumGroupSize: 3 });
  });

  it('that cannot be are refused', async () => {
    gateway = await TestGateway.open();
    for (const variables of [{ confidence: 2 }, { size: 1 }])
      expect((await gateway.ask(CHANGE, variables)).errors?.[0]?.extensions['code']).toBe('ARGUMENT_INVALID');
  });

  it('that were decided at the start say so', async () => {
    const preferences = new InMemoryPreferences(new Set(['minimumConfidence'] as const));
    gateway = await TestGateway.open({ ports: (ports) => ({ ...ports, preferences }) });
    const { errors } = await gateway.ask(CHANGE, { confidence: 0.8 });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('decided'), extensions: { code: 'PREFERENCE_FIXED' } },
    ]);
    expect((await gateway.data(CHANGE, { size: 3 })).changePreferences.minimumGroupSize).toBe(3);
  });
});
