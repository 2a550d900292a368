import { useCallback, useEffect, useState } from 'react';
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
  const [loaded, setLoaded] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const ready = useCallback(
    (image: HTMLImageElement | null) => {
      if (image?.complete && image.naturalWidth > 0) setLoaded(src);
    },
    [src],
  );
  const { live } = useDashboard();
  useEffect(() => (failed === null ? undefined : live.onReconnected(() => setFailed(null))), [live, failed]);
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
