/** How a photo lies in its frame: so many times as large as it fits, its middle so many pixels beside the frame's. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

/** Pixels of the screen. */
export interface Size {
  width: number;
  height: number;
}

export interface Frame {
  frame: Size;
  /** The photo as it fits into the frame. */
  picture: Size;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const LARGEST = 10;
/** What a double click shows. */
const CLOSE = 2.5;

/** Larger or smaller by a factor; what lies at `at`, pixels from the middle of the frame, stays there. */
export function zoomAt(zoom: Zoom, factor: number, at: { x: number; y: number }, frame: Frame): Zoom {
  const scale = Math.max(1, Math.min(zoom.scale * factor, LARGEST));
  const grown = scale / zoom.scale;
  return held({ scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown }, frame);
}

export function panBy(zoom: Zoom, x: number, y: number, frame: Frame): Zoom {
  return held({ scale: zoom.scale, x: zoom.x + x, y: zoom.y + y }, frame);
}

/** A double click: closer where it was, or all of the photo again. */
export function toggleAt(zoom: Zoom, at: { x: number; y: number }, frame: Frame): Zoom {
  return zoom.scale > 1 ? WHOLE : zoomAt(zoom, CLOSE, at, frame);
}

/** The frame never shows more of what is beside the photo than it must. */
function held({ scale, x, y }: Zoom, { frame, picture }: Frame): Zoom {
  const most = (side: 'width' | 'height') => Math.max(0, (picture[side] * scale - frame[side]) / 2);
  const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(value, limit)) || 0;
  return { scale, x: clamp(x, most('width')), y: clamp(y, most('height')) };
}

/** The photo as it fits into a frame. */
export function fitted(photo: Size, frame: Size): Size {
  const scale = Math.min(frame.width / photo.width, frame.height / photo.height);
  return { width: photo.width * scale, height: photo.height * scale };
}
