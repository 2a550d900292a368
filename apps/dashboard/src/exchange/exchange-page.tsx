import { Download, FileDown, FileUp, Hourglass, ScanText } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useQuery } from '../api/use-query';
import { ConfirmDialog } from '../design/confirm-dialog';
import {
  ImportWaitingDocument,
  JobByIdDocument,
  type JobCardFragment,
  JobsDocument,
  type JobKind,
  ReadNamesDocument,
  StatsDocument,
  WaitingStatementsDocument,
  WriteSidecarsDocument,
} from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { ExchangeReport } from './exchange-report';
import { sendStatements, type StatementUpload } from './statement-upload';
import './exchange.css';

const text = strings.exchange;

/** Where labels come in and go out: files of Kindred's own, and what other programs write into photos and beside them. */
export function ExchangePage() {
  useTitle(text.title);
  const stats = useQuery(StatsDocument, {}).data?.stats;
  const [asking, setAsking] = useState(false);
  const { readNames, writeSidecars } = useExchangeCommands();
  return (
    <div className="settings exchange">
      <div className="page-title">
        <h1>{text.title}</h1>
      </div>
      <p className="soft exchange__text">
        {text.text} {text.safe}
      </p>
      <Way icon={<FileDown />} words={text.export}>
        <a className="button button--primary" href="/labels/export" download>
          <Download size={16} aria-hidden />
          {text.export.action}
        </a>
      </Way>
      <ImportWay />
      <Way
        icon={<ScanText />}
        words={{ title: text.names.title, text: text.names.text(stats?.photos.total ?? 0) }}
        kind="NAMES"
      >
        <button className="button button--quiet" onClick={() => void readNames()}>
          {text.names.action}
        </button>
      </Way>
      <Way icon={<FileUp />} words={text.sidecars} kind="SIDECARS">
        <button className="button button--quiet" onClick={() => setAsking(true)}>
          {text.sidecars.action}
        </button>
      </Way>
      {asking && (
        <ConfirmDialog
          title={text.sidecars.question}
          text={text.sidecars.questionText}
          action={text.sidecars.action}
          close={() => setAsking(false)}
          confirm={() => void writeSidecars()}
        />
      )}
    </div>
  );
}

function ImportWay() {
  const dashboard = useDashboard();
  const { importWaiting } = useExchangeCommands();
  const waiting = useWaiting();
  const input = useRef<HTMLInputElement>(null);
  const [upload, setUpload] = useState<StatementUpload>({ kind: 'none' });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const id = await sendStatements(file, setUpload);
    if (id === null) return;
    const { job } = await dashboard.api.request(JobByIdDocument, { id });
    if (job) dashboard.noteJob(job);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    // Labels that are dropped here are no photos to add.
    <div onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <Way icon={<FileUp />} words={text.import} kind="IMPORT">
        <button
          className="button button--primary"
          disabled={upload.kind === 'sending'}
          onClick={() => input.current?.click()}
        >
          {upload.kind === 'sending' ? text.import.uploading(upload.percent) : text.import.action}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".jsonl,.ndjson,.json,.txt"
          aria-label={text.import.action}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </Way>
      {upload.kind === 'failed' && (
        <p className="exchange__problem" role="alert">
          <strong>{text.import.failed(upload.name)}</strong> {upload.error.message} {upload.error.hint}
        </p>
      )}
      {waiting > 0 && (
        <Way icon={<Hourglass />} words={{ title: text.waiting.title, text: text.waiting.text(waiting) }}>
          <button className="button button--quiet" onClick={() => void importWaiting()}>
            {text.waiting.action}
          </button>
        </Way>
      )}
    </div>
  );
}

interface WayProps {
  icon: ReactNode;
  words: { readonly title: string; readonly text: string };
  /** The jobs that go this way: the last one is shown. */
  kind?: JobKind;
  children: ReactNode;
}

/** One way in or out: what it does, a button, and what came of it last. */
function Way({ icon, words, kind, children }: WayProps) {
  const jobs = useQuery(JobsDocument, {}).data?.jobs ?? [];
  const last = kind && jobs.find((job) => job.kind === kind);
  return (
    <section className="settings__section" aria-label={words.title}>
      <div className="exchange__way">
        <span className="exchange__icon" aria-hidden>
          {icon}
        </span>
        <div className="exchange__words">
          <h2>{words.title}</h2>
          <p className="soft">{words.text}</p>
        </div>
        {children}
      </div>
      {last && <ExchangeReport job={last} />}
    </section>
  );
}

/** How much waits for its photos, read again whenever an import ended. */
function useWaiting(): number {
  const { queries } = useDashboard();
  const { data } = useQuery(WaitingStatementsDocument, {});
  const jobs = useQuery(JobsDocument, {}).data?.jobs ?? [];
  const ended = jobs.find(({ kind, state }) => kind === 'IMPORT' && state !== 'RUNNING')?.id;
  useEffect(() => queries.invalidate(WaitingStatementsDocument), [queries, ended]);
  return data ? data.waitingStatements.decisions + data.waitingStatements.covers : 0;
}

function useExchangeCommands() {
  const dashboard = useDashboard();
  const { ask } = useCommands();
  const started = (job: JobCardFragment | undefined) => {
    if (!job) return;
    dashboard.noteJob(job);
    dashboard.toasts.add({ tone: 'done', text: text.started(strings.jobs.kind[job.kind]) });
  };
  return {
    importWaiting: async () => started((await ask(ImportWaitingDocument, {}))?.importWaiting),
    readNames: async () => started((await ask(ReadNamesDocument, {}))?.readNames),
    writeSidecars: async () => started((await ask(WriteSidecarsDocument, {}))?.writeSidecars),
  };
}
