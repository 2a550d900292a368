import { formatCount } from './format';

/** What is said of model packs. */
export const packs = {
  list: 'Installed model packs',
  active: 'In use',
  dimension: (numbers: number) => `${formatCount(numbers)} numbers a face`,
  commercial: 'Commercial use allowed',
  noCommercial: 'No commercial use',
};
