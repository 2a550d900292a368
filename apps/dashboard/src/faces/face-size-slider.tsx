import { Grid2x2, Grid3x3 } from 'lucide-react';
import { strings } from '../strings/en';
import { FACE_SIZES, useFaceSize } from './face-size';
import '../design/slider.css';
import './face-size.css';

/** Makes all faces smaller or larger. */
export function FaceSizeSlider() {
  const [size, choose] = useFaceSize();
  return (
    <label className="face-size" title={strings.board.size}>
      <Grid3x3 size={16} aria-hidden />
      <input
        type="range"
        className="slider"
        aria-label={strings.board.size}
        aria-valuetext={strings.board.sizeValue(Math.round(size * 100))}
        min={FACE_SIZES.smallest}
        max={FACE_SIZES.largest}
        step={FACE_SIZES.step}
        value={size}
        onChange={(event) => choose(Number(event.target.value))}
      />
      <Grid2x2 size={18} aria-hidden />
    </label>
  );
}
