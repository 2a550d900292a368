import { z } from 'zod';
import { flag, wholeNumber } from './kinds';
import { environmentLayer, loadSettings } from './settings';

const shape = {
  port: wholeNumber(0, 65_535).default(4310).describe('Where the dashboard is served.'),
  executionProvider: z.enum(['cpu', 'cuda']).default('cpu').describe('What runs the models.'),
  watch: flag().default(false).describe('Whether folders are watched.'),
};

describe('settings', () => {
  it('take their default when nobody sets them', () => {
    expect(loadSettings(shape, []).values).toEqual({ port: 4310, executionProvider: 'cpu', watch: false });
  });

  it('come from the last layer that has them, and say which', () => {
    const loaded = loadSettings(shape, [
      { source: 'kindred.json', values: { port: 1, watch: true } },
      environmentLayer(shape, { KINDRED_PORT: '2', KINDRED_EXECUTION_PROVIDER: 'cuda', HOME: '/' }),
      { source: 'command line', values: { port: undefined } },
    ]);
    expect(loaded.values).toEqual({ port: 2, executionProvider: 'cuda', watch: true });
    expect(loaded.report.map(({ name, source }) => [name, source])).toEqual([
      ['port', 'environment'],
      ['executionProvider', 'environment'],
      ['watch', 'kindred.json'],
    ]);
  });

  it('refuse an unknown key, naming it and where it stands', () => {
    expect(() => loadSettings(shape, [{ source: 'kindred.json', values: { prot: 1 } }])).toThrow(
      /kindred\.json: "prot" names no setting/,
    );
    expect(() => environmentLayer(shape, { KINDRED_PROT: '1' })).toThrow(/KINDRED_PROT names no setting/);
  });

  it('take a variable that is set to nothing for one that is not set', () => {
    expect(environmentLayer(shape, { KINDRED_PORT: '', KINDRED_WATCH: 'yes' }).values).toEqual({
      watch: 'yes',
    });
  });

  it.each([null, true, '', ' ', [], {}, '1e999', 'NaN'])('take no number from %j', (port) => {
    expect(() => loadSettings(shape, [{ source: 'kindred.json', values: { port } }])).toThrow(
      /must be a number/,
    );
  });

  it.each([80, '80', ' 80 '])('take a number from %j', (port) => {
    expect(loadSettings(shape, [{ source: 'kindred.json', values: { port } }]).values.port).toBe(80);
  });

  it('refuse a bad value, naming it and the reason', () => {
    expect(() => loadSettings(shape, [{ source: 'environment', values: { port: 'many' } }])).toThrow(
      /environment: port = "many": must be a number/,
    );
  });
});
