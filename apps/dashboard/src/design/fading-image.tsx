import { useCallback, useState } from 'react';

interface FadingImageProps {
  src: string;
  alt?: string;
  className?: string;
  draggable?: boolean;
}

/** An image that fades in when it is loaded, and at once when the browser has it already. */
export function FadingImage({ src, alt = '', className = '', draggable = false }: FadingImageProps) {
  const [loaded, setLoaded] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const ready = useCallback(
    (image: HTMLImageElement | null) => {
      if (image?.complete && image.naturalWidth > 0) setLoaded(src);
    },
    [src],
  );
  if (failed === src) return <span className={`fading-image fading-image--missing ${className}`} />;
  return (
    <img
      ref={ready}
      src={src}
      alt={alt}
      draggable={draggable}
      decoding="async"
      className={`fading-image ${className}`}
      data-loaded={loaded === src}
      onLoad={() => setLoaded(src)}
      onError={() => setFailed(src)}
    />
  );
}
