/** Bytes of an ICC profile's header; the tag table follows. */
const HEADER = 128;
const TAG_ENTRY = 12;

/**
 * Whether an embedded colour profile only says that the pixels are sRGB already. Converting them then changes
 * nothing and takes longer than decoding the photo.
 */
export function isSrgbProfile(profile: Uint8Array): boolean {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (view.byteLength < HEADER + 4) return false;
  const tags = Math.min(view.getUint32(HEADER), 100);
  for (let i = 0; i < tags; i++) {
    const entry = HEADER + 4 + i * TAG_ENTRY;
    if (entry + TAG_ENTRY > view.byteLength) return false;
    if (latin(profile.subarray(entry, entry + 4)) !== 'desc') continue;
    const start = view.getUint32(entry + 4);
    const description = latin(profile.subarray(start, start + view.getUint32(entry + 8)));
    return description.replaceAll('\0', '').includes('sRGB');
  }
  return false;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
