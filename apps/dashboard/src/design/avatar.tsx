import { FadingImage } from './fading-image';

/** A round cover; the surface alone while nobody has one. */
export function Avatar({ url, size }: { url: string | null | undefined; size: number }) {
  return (
    <span className="avatar" style={{ width: size, height: size }} aria-hidden>
      {url && <FadingImage src={url} />}
    </span>
  );
}
