export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Place {
  left: number;
  top: number;
}

const MARGIN = 12;
const DISTANCE = 8;

/**
 * Where a pop-up of `width` x `height` goes beside what it belongs to: below it, else above it, else wherever it fits;
 * always inside the screen. Without an anchor it is in the upper middle.
 */
export function popupPlace(
  anchor: Rect | null,
  popup: { width: number; height: number },
  screen: { width: number; height: number },
): Place {
  const clamp = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most));
  const mostLeft = screen.width - popup.width - MARGIN;
  const mostTop = screen.height - popup.height - MARGIN;
  if (!anchor)
    return {
      left: clamp((screen.width - popup.width) / 2, mostLeft),
      top: clamp(screen.height * 0.16, mostTop),
    };
  const left = clamp((anchor.left + anchor.right - popup.width) / 2, mostLeft);
  const below = anchor.bottom + DISTANCE;
  const above = anchor.top - DISTANCE - popup.height;
  // What was scrolled away is far outside of the screen, on either side.
  return { left, top: clamp(below <= mostTop || above < MARGIN ? below : above, mostTop) };
}
