import { ImageUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { UploadCard } from './upload-card';
import './uploads.css';

const text = strings.start.add;

/** Adds photos that are dropped anywhere; pages that take files themselves, such as the search, keep theirs. */
export function DropTarget() {
  const { uploads } = useDashboard();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      const taken = event.defaultPrevented || !hasFiles(event);
      setOver(!taken);
      if (!taken) event.preventDefault();
    };
    // Leaving the window, and not only an element in it.
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      uploads.add([...event.dataTransfer!.files]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [uploads]);
  return (
    <>
      {over && (
        <div className="drop-cover">
          <ImageUp size={44} aria-hidden />
          <strong>{text.dropNow}</strong>
          <span>{text.dropText}</span>
        </div>
      )}
      <UploadCard />
    </>
  );
}
