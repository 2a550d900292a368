import { isFaceId, isJobId, isPackName, isPersonId, isPhotoId } from './ids';

const UUID = '0123abcd-4567-4abc-8def-0123456789ab';

describe('ids', () => {
  it('of photos are 64 lower-case hexadecimal digits', () => {
    expect(isPhotoId('0a'.repeat(32))).toBe(true);
    for (const text of ['', '0a'.repeat(31), '0A'.repeat(32), 'xy'.repeat(32), `${'0a'.repeat(32)}\n`]) {
      expect(isPhotoId(text)).toBe(false);
    }
  });

  it.each([isFaceId, isPersonId, isJobId])('are UUIDs in lower case', (isId) => {
    expect(isId(UUID)).toBe(true);
    for (const text of [
      '',
      UUID.toUpperCase(),
      UUID.slice(1),
      `${UUID}\n`,
      ` ${UUID}`,
      UUID.replaceAll('-', ''),
    ]) {
      expect(isId(text)).toBe(false);
    }
  });

  it('of packs are names that may be folders', () => {
    for (const name of ['faceplugin', 'buffalo_l', '1.0-x']) expect(isPackName(name)).toBe(true);
    for (const name of ['', '..', '.hidden', '-x', 'A', 'a/b', 'a b', 'a\\b', 'a'.repeat(65)]) {
      expect(isPackName(name)).toBe(false);
    }
  });
});
