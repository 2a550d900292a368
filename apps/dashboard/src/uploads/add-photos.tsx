import { FolderPlus, ImageUp } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useQuery } from '../api/use-query';
import { AddFolderDocument, SystemDocument } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import './uploads.css';

const text = strings.start.add;

/** The ways in which photos come into a library: a folder of that computer, files from this one, or the command line. */
export function AddPhotos() {
  const { uploads } = useDashboard();
  const input = useRef<HTMLInputElement>(null);
  const roots = useQuery(SystemDocument, {}).data?.system.folderRoots ?? [];
  return (
    <div className="add-photos">
      {roots.length > 0 && <AddFolder roots={roots} />}
      <div className="add-photos__more">
        <span>{text.drop}</span>
        <button className="button button--quiet button--small" onClick={() => input.current?.click()}>
          <ImageUp size={16} aria-hidden />
          {text.choose}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept="image/*,.heic,.heif"
          aria-label={text.choose}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <div className="add-photos__more">
        <span>{text.terminal}</span>
        <code className="command">{text.command}</code>
      </div>
    </div>
  );
}

function AddFolder({ roots }: { roots: readonly string[] }) {
  const dashboard = useDashboard();
  const { ask } = useCommands();
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await ask(AddFolderDocument, { path: path.trim(), copy: false });
    setBusy(false);
    if (!answer) return;
    setPath('');
    dashboard.noteJob(answer.addFolder);
    dashboard.queries.invalidate(SystemDocument);
    dashboard.toasts.add({ tone: 'done', text: text.started(answer.addFolder.subject) });
  };
  return (
    <form className="add-photos__folder" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{text.folder}</label>
      <input
        id={id}
        className="field"
        value={path}
        placeholder={text.placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setPath(event.target.value)}
      />
      <button className="button button--primary" disabled={busy || path.trim() === ''}>
        <FolderPlus size={17} aria-hidden />
        {text.action}
      </button>
      <p className="soft">{text.roots(roots.join(', '))}</p>
    </form>
  );
}
