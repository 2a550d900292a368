import { useEffect, useState, type SyntheticEvent } from 'react';
import { useDashboard } from '../shell/dashboard';

interface FadingImageProps {
  src: string;
  alt?: string;
  className?: string;
  draggable?: boolean;
}

/**
 * An image that fades in when it is loaded, and at once when the browser has it already. One that could not be loaded
 * is asked for again when the connection is back.
 */
export function FadingImage({ src, alt = '', className = '', draggable = false }: FadingImageProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === src) return <MissingImage className={className} retry={() => setFailed(null)} />;
  return (
    <img
      key={src}
      ref={showIfThere}
      src={src}
      alt={alt}
      draggable={draggable}
      decoding="async"
      className={`fading-image ${className}`}
      onLoad={showLoaded}
      onError={() => setFailed(src)}
    />
  );
}

function MissingImage({ className, retry }: { className: string; retry: () => void }) {
  const { live } = useDashboard();
  useEffect(() => live.onReconnected(retry));
  return <span className={`fading-image fading-image--missing ${className}`} />;
}

// Written into the page directly: while somebody scrolls, dozens of images a frame need not be drawn twice for it.
function show(image: HTMLImageElement): void {
  image.dataset.loaded = 'true';
}

function showIfThere(image: HTMLImageElement | null): void {
  if (image?.complete && image.naturalWidth > 0) show(image);
}

function showLoaded({ currentTarget }: SyntheticEvent<HTMLImageElement>): void {
  show(currentTarget);
}
