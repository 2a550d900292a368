import { CheckMark } from '../design/check-mark';
import { FadingImage } from '../design/fading-image';
import { AgeMark } from '../faces/age-mark';
import { type Face } from '../faces/face-criteria';
import { faceName } from '../faces/face-name';

interface LooseFacesProps {
  faces: readonly Face[];
  chosen: ReadonlySet<string>;
  toggle: (id: string) => void;
  open: (face: Face) => void;
}

/** Some faces to look at closely and to choose from. */
export function LooseFaces({ faces, chosen, toggle, open }: LooseFacesProps) {
  return (
    <div className="loose-faces">
      {faces.map((face) => (
        <button
          key={face.id}
          className="loose-face"
          role="checkbox"
          aria-checked={chosen.has(face.id)}
          aria-label={faceName(face)}
          data-face={face.id}
          onClick={() => toggle(face.id)}
          onDoubleClick={() => open(face)}
        >
          <FadingImage src={face.cropUrl} />
          <AgeMark age={face.age} />
          <CheckMark state={chosen.has(face.id) ? 'all' : 'none'} />
        </button>
      ))}
    </div>
  );
}
