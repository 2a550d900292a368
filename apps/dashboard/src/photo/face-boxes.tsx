import { type CSSProperties } from 'react';
import { type Face } from '../faces/face-criteria';
import { faceName } from '../faces/face-name';
import { type BoxedFaceFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { type Box } from './drawing';

/** A face as it is now, and where it is in its photo. */
export type BoxedFace = Face & Pick<BoxedFaceFragment, 'box' | 'origin'>;
export type Label = (faceId: string, anchor: DOMRect) => void;

const percent = (fraction: number) => `${fraction * 100}%`;

export const boxStyle = ({ x, y, width, height }: Box): CSSProperties => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

interface FaceBoxesProps {
  faces: readonly BoxedFace[];
  highlighted: string | null;
  label: Label;
}

export function FaceBoxes({ faces, highlighted, label }: FaceBoxesProps) {
  return faces.map((face) => (
    <button
      key={face.id}
      className="face-box"
      data-state={face.state}
      data-highlighted={face.id === highlighted}
      data-drawn={face.origin === 'DRAWN' ? face.id : undefined}
      aria-label={faceName(face)}
      style={boxStyle(face.box)}
      onClick={(event) => label(face.id, event.currentTarget.getBoundingClientRect())}
    >
      <span className="face-box__name">
        {face.state === 'UNKNOWN'
          ? '?'
          : face.state === 'IGNORED'
            ? strings.ignoring.title
            : face.person?.displayName}
        {face.state === 'INFERRED' && ' ?'}
      </span>
    </button>
  ));
}
