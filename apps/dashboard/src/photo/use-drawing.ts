import { useCallback, useState } from 'react';
import { toApiError } from '../api/api-error';
import {
  DrawFaceDocument,
  MoveFaceDocument,
  PhotoByIdDocument,
  type BoxedFaceFragment,
} from '../graphql/generated/graphql';
import { type LabelTarget } from '../labeling/face-actions';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { OFF, READY, type Box, type Drawing } from './drawing';

export interface DrawingDesk {
  drawing: Drawing;
  change: (next: (drawing: Drawing) => Drawing) => void;
  /** Adds the new face, as somebody or without a name, and is ready for the next; a refused one can be corrected. */
  add: (box: Box, target: LabelTarget | null) => Promise<void>;
  move: (faceId: string, box: Box) => Promise<void>;
  /** A face that stands where the last box was refused. */
  inTheWay: string | null;
}

/** What is being drawn on a photo, and what the gateway makes of it. */
export function useDrawing(photoId: string): DrawingDesk {
  const { api, ledger, queries, toasts, recent, actions, lookAgainSoon } = useDrawingTools();
  const [drawing, setDrawing] = useState<Drawing>(OFF);
  const [inTheWay, setInTheWay] = useState<string | null>(null);

  const change = useCallback((next: (drawing: Drawing) => Drawing) => {
    setInTheWay(null);
    setDrawing(next);
  }, []);

  const save = useCallback(
    async (box: Box, faceId: string | null, send: () => Promise<BoxedFaceFragment>, failed: string) => {
      setInTheWay(null);
      setDrawing({ kind: 'saving', box, faceId });
      try {
        const face = await send();
        ledger.receive([face]);
        queries.write(PhotoByIdDocument, { id: photoId }, (data) => {
          if (!data?.photo) return data;
          const others = data.photo.faces.filter(({ id }) => id !== face.id);
          return { photo: { ...data.photo, faces: [...others, face] } };
        });
        lookAgainSoon();
        setDrawing(READY);
        return face;
      } catch (thrown) {
        setInTheWay(toApiError(thrown).about);
        setDrawing({ kind: 'placed', box, faceId });
        toasts.failed(thrown, failed);
        return null;
      }
    },
    [ledger, queries, toasts, lookAgainSoon, photoId],
  );

  const add = useCallback(
    async (box: Box, target: LabelTarget | null) => {
      const whom =
        target === null
          ? {}
          : target.personId === null
            ? { name: target.name }
            : { personId: target.personId };
      const send = async () => (await api.request(DrawFaceDocument, { photoId, box, ...whom })).drawFace;
      const face = await save(box, null, send, strings.drawing.failed);
      if (!face) return;
      if (target && face.person) recent.add(face.person.id);
      toasts.add({
        tone: 'done',
        text: strings.drawing.added(target?.name ?? null),
        action: { label: strings.actions.undo, run: () => void actions.remove([face.id]) },
      });
    },
    [api, photoId, save, recent, toasts, actions],
  );

  const move = useCallback(
    async (faceId: string, box: Box) => {
      const send = async () => (await api.request(MoveFaceDocument, { faceId, box })).moveFace;
      const face = await save(box, faceId, send, strings.drawing.notMoved);
      if (face) toasts.add({ tone: 'done', text: strings.drawing.moved });
    },
    [api, save, toasts],
  );

  return { drawing, change, add, move, inTheWay };
}

function useDrawingTools() {
  const dashboard = useDashboard();
  const { api, ledger, queries, toasts, recent, actions } = dashboard;
  const lookAgainSoon = useCallback(() => dashboard.lookAgainSoon(), [dashboard]);
  return { api, ledger, queries, toasts, recent, actions, lookAgainSoon };
}
