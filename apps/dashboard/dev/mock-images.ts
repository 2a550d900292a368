import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from './random.ts';
import { type MockFace, type MockLibrary } from './mock-library.ts';

export interface Image {
  mediaType: string;
  bytes: Buffer | string;
}

const SKIN = ['#f1d3bd', '#e8bd9c', '#c98f6b', '#9c6644', '#6f4630', '#f6dfd0'];
const HAIR = ['#2b2320', '#5a3b28', '#a8743a', '#d9b26a', '#8d8d8d', '#7a2e20'];

/** A drawn head and shoulders in a square of `size`, always the same for one `look`; `seed` varies light and pose. */
function portrait(look: number, seed: number, size: number): string {
  const who = seededRandom(look * 977 + 13);
  const how = seededRandom(seed + look);
  const skin = SKIN[Math.floor(who() * SKIN.length)]!;
  const hair = HAIR[Math.floor(who() * HAIR.length)]!;
  const shirt = `hsl(${Math.floor(who() * 360)} 32% 46%)`;
  const wall = `hsl(${Math.floor(how() * 360)} ${14 + Math.floor(how() * 18)}% ${58 + Math.floor(how() * 26)}%)`;
  const long = who() < 0.5;
  const lean = (how() - 0.5) * 14;
  const hairline = 66 + who() * 18;
  return `<svg x="0" y="0" width="${size}" height="${size}" viewBox="0 0 200 200">
<rect width="200" height="200" fill="${wall}"/>
<g transform="rotate(${lean} 100 190)">
<path d="M20 210c6-44 38-56 80-56s74 12 80 56z" fill="${shirt}"/>
${long ? `<path d="M46 96c0-44 24-66 54-66s54 22 54 66l4 70H42z" fill="${hair}"/>` : ''}
<rect x="82" y="130" width="36" height="40" rx="16" fill="${skin}"/><rect x="82" y="138" width="36" height="16" fill="#000" opacity=".1"/>
<ellipse cx="100" cy="100" rx="44" ry="54" fill="${skin}"/>
<path d="M54 ${hairline + 24}c-6-50 18-74 46-74s52 24 46 74c-6-22-14-32-22-36-18 10-44 8-52 0-8 6-14 16-18 36z" fill="${hair}"/>
<ellipse cx="82" cy="102" rx="4.6" ry="5.4" fill="#231c19"/><ellipse cx="118" cy="102" rx="4.6" ry="5.4" fill="#231c19"/>
<path d="M74 91q8-5 16 0M110 91q8-5 16 0" stroke="${hair}" stroke-width="3.4" fill="none" stroke-linecap="round"/>
<path d="M100 104l-4 16h7" stroke="#000" stroke-opacity=".22" stroke-width="3" fill="none" stroke-linecap="round"/>
<path d="M86 132q14 ${6 + how() * 10} 28 0" stroke="#8c3b33" stroke-width="4" fill="none" stroke-linecap="round"/>
</g></svg>`;
}

/** Pictures of the mock library: drawn ones, or those of a folder with one subfolder of JPEG portraits a person. */
export class MockImages {
  private readonly folders: string[][] = [];

  constructor(
    private readonly mockLibrary: MockLibrary,
    portraitsFolder?: string,
  ) {
    if (!portraitsFolder) return;
    for (const entry of readdirSync(portraitsFolder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const folder = join(portraitsFolder, entry.name);
      const files = readdirSync(folder).filter((name) => /\.jpe?g$/i.test(name));
      if (files.length > 0) this.folders.push(files.map((name) => join(folder, name)));
    }
  }

  face(id: string): Image | null {
    const { faces } = this.mockLibrary;
    const face = faces.get(id);
    if (!face) return null;
    const file = this.portraitFile(face);
    if (file) return { mediaType: 'image/jpeg', bytes: readFileSync(file) };
    return svg(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">${portrait(face.look, this.seed(face), 256)}</svg>`,
    );
  }

  photo(id: string, longSide: number): Image | null {
    const { photos } = this.mockLibrary;
    const photo = photos.get(id);
    if (!photo) return null;
    const scale = longSide / Math.max(photo.width, photo.height);
    const width = Math.round(photo.width * scale);
    const height = Math.round(photo.height * scale);
    const hue = (photo.number * 47) % 360;
    const { faces: all } = this.mockLibrary;
    const faces = Array.from(all.values()).filter((face) => face.photoId === id);
    const heads = faces.map((face) => {
      const size = face.box.width * width * 2.1;
      const left = (face.box.x + face.box.width / 2) * width - size / 2;
      const top = (face.box.y + face.box.height / 2) * height - size / 2;
      const file = this.portraitFile(face);
      const drawing = file
        ? `<image width="${size}" height="${size}" href="data:image/jpeg;base64,${readFileSync(file).toString('base64')}"/>`
        : portrait(face.look, this.seed(face), size);
      return `<g transform="translate(${left} ${top})">${drawing}</g>`;
    });
    return svg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue} 42% 74%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 38% 52%)"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/><ellipse cx="50%" cy="112%" rx="90%" ry="46%" fill="hsl(${(hue + 110) % 360} 24% 38%)"/>
${heads.join('')}</svg>`);
  }

  private seed(face: MockFace): number {
    return parseInt(face.id.slice(0, 6), 16);
  }

  private portraitFile(face: MockFace): string | null {
    if (this.folders.length === 0) return null;
    const files = this.folders[face.look % this.folders.length]!;
    return files[this.seed(face) % files.length]!;
  }
}

const svg = (text: string): Image => ({ mediaType: 'image/svg+xml', bytes: text });
