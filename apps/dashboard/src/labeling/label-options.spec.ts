import { aPerson } from '../testing/faces';
import { labelOptions, type LabelOptionsInput } from './label-options';

const [ANNA, ANNABEL, BEN] = [aPerson('Anna'), aPerson('Annabel'), aPerson('Ben', { aliases: ['Dad'] })];
const NOTHING: LabelOptionsInput = {
  query: '',
  recent: [],
  similar: [],
  found: [],
  foundFor: '',
  currentPersonId: null,
};
const lines = (input: Partial<LabelOptionsInput>) =>
  labelOptions({ ...NOTHING, ...input }).map((option) =>
    option.kind === 'person' ? option.person.displayName : `+ ${option.name}`,
  );

describe('the lines of the label pop-up', () => {
  it('are whom the faces look like, then recent people, then everybody, each once', () => {
    expect(lines({ similar: [BEN], recent: [ANNABEL, BEN], found: [ANNA, ANNABEL] })).toEqual([
      'Ben',
      'Annabel',
      'Anna',
    ]);
  });

  it('have nobody whom the faces belong to already', () => {
    expect(lines({ similar: [BEN], found: [ANNA], currentPersonId: BEN.id })).toEqual(['Anna']);
  });

  it('have no hidden person among the recent ones unless something is typed', () => {
    const hidden = aPerson('Cleo', { hidden: true });
    expect(lines({ recent: [hidden, ANNA] })).toEqual(['Anna']);
    expect(lines({ query: 'cleo', recent: [hidden, ANNA] })).toEqual(['Cleo']);
  });

  it('find people by an alias, and offer no new person of that name', () => {
    expect(lines({ query: 'DAD', recent: [ANNA, BEN] })).toEqual(['Ben']);
    expect(lines({ query: 'da', recent: [ANNA, BEN] })).toEqual(['Ben', '+ da']);
  });

  it('say by which other name somebody was found', () => {
    const aliasOf = (query: string) => {
      const [option] = labelOptions({ ...NOTHING, query, recent: [BEN] });
      return option?.kind === 'person' ? option.alias : null;
    };
    expect([aliasOf('dad'), aliasOf('be'), aliasOf('')]).toEqual(['Dad', undefined, undefined]);
  });

  it('have mistyped names that the gateway found for just this, after those that fit', () => {
    expect(lines({ query: 'annab', found: [ANNA, ANNABEL], foundFor: 'annab' })).toEqual([
      'Annabel',
      'Anna',
      '+ annab',
    ]);
    expect(lines({ query: 'bem', found: [BEN], foundFor: 'bem' })).toEqual(['Ben', '+ bem']);
    expect(lines({ query: 'bem', found: [BEN], foundFor: 'be' })).toEqual(['+ bem']);
  });
});
