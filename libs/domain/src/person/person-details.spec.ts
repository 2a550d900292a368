import { normaliseAliases } from './person-details';

describe('other names', () => {
  it('are stored as names are, each once', () => {
    expect(normaliseAliases([' Mum ', 'Mutti\t A', 'MUM'], 'Anna')).toEqual(['Mum', 'Mutti A']);
  });

  it('do not repeat the name', () => {
    expect(normaliseAliases(['ANNA', 'Mum'], 'Anna')).toEqual(['Mum']);
  });

  it('have to be names, and not too many', () => {
    expect(() => normaliseAliases([' '], 'Anna')).toThrow(expect.objectContaining({ code: 'NAME_INVALID' }));
    const many = Array.from({ length: 51 }, (_, index) => `Mum ${index}`);
    expect(normaliseAliases(many.slice(1), 'Anna')).toHaveLength(50);
    expect(() => normaliseAliases(many, 'Anna')).toThrow(
      expect.objectContaining({ code: 'NAME_INVALID', hint: expect.any(String) }),
    );
  });
});
