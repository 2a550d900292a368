/** How many faces a person counts in photos of the evaluation data; those that leave room for opinion are not here. */
export const EXPECTED_FACES: Readonly<Record<string, number>> = {
  bbt1: 4,
  bbt2: 3,
  bbt3: 5,
  bbt4: 6,
  bbt5: 5,
  pp7: 0,
  pp9: 0,
  pp10: 0,
  pp11: 0,
  pp12: 1,
  pp13: 0,
  pp14: 0,
  pp15: 0,
  pp19: 0,
};
