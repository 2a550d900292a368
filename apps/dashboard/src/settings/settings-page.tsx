import { RefreshCw, ShieldCheck, Sparkles } from 'lucide-react';
import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { Fact } from '../design/fact';
import { Problem } from '../design/problem';
import { StatsDocument, SystemDocument } from '../graphql/generated/graphql';
import { useCommandDesk } from '../commands/command-center';
import { PreferencesCard } from '../preferences/preferences-card';
import { ThemeChoice } from '../shell/theme-choice';
import { useCommands } from '../shell/use-commands';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { AddPhotos } from '../uploads/add-photos';
import { PackList } from './pack-list';
import './settings.css';

const text = strings.settings;

export function SettingsPage() {
  useTitle(text.title);
  const { data, error, retry } = useQuery(SystemDocument, {});
  const { train } = useCommands();
  const desk = useCommandDesk();
  const failures = useQuery(StatsDocument, {}).data?.stats.failures ?? 0;
  const system = data?.system;
  return (
    <div className="settings">
      <div className="page-title">
        <h1>{text.title}</h1>
      </div>
      <Section title={text.ofLibrary}>
        <Action title={text.rescanTitle} text={text.rescanText}>
          <button className="button button--quiet" onClick={() => desk.askToRescan()}>
            <RefreshCw size={16} aria-hidden />
            {text.rescan}
          </button>
        </Action>
        <Action title={text.trainTitle} text={text.trainText}>
          <button className="button button--quiet" onClick={() => void train()}>
            <Sparkles size={16} aria-hidden />
            {text.train}
          </button>
        </Action>
        <Action title={text.exchangeTitle} text={text.exchangeText}>
          <Link className="button button--quiet" href="/exchange">
            {text.exchange}
          </Link>
        </Action>
        {failures > 0 && (
          <Action title={text.failuresTitle} text={strings.failures.text}>
            <Link className="button button--quiet" href="/failures">
              {text.failures}
            </Link>
          </Action>
        )}
      </Section>
      <Section title={text.addTitle}>
        <AddPhotos />
        {system && (
          <dl className="facts">
            <Fact name={text.folders}>
              {system.folders.length === 0
                ? text.noFolders
                : system.folders.map((folder) => (
                    <span key={folder} className="facts__path">
                      {folder}
                    </span>
                  ))}
            </Fact>
          </dl>
        )}
      </Section>
      <Section title={strings.preferences.title}>
        <PreferencesCard />
      </Section>
      {!system && error && <Problem error={error} retry={retry} />}
      <Section title={text.model}>
        <PackList />
        {system && (
          <dl className="facts">
            <Fact name={text.provider}>{system.executionProvider}</Fact>
          </dl>
        )}
        <p className="soft">{text.changePack}</p>
      </Section>
      <Section title={text.appearance}>
        <div className="settings__theme">
          <ThemeChoice />
        </div>
      </Section>
      {system && (
        <Section title={text.access}>
          <p className="soft">{system.accessTokenFile === null ? text.accessOpen : text.accessToken}</p>
          {system.accessTokenFile !== null && (
            <dl className="facts">
              <Fact name={text.accessFile}>
                <span className="facts__path">{system.accessTokenFile}</span>
              </Fact>
            </dl>
          )}
        </Section>
      )}
      <Section title={text.help}>
        <div className="settings__help">
          <button className="button button--quiet" onClick={() => desk.showGuide()}>
            {text.firstSteps}
          </button>
          <button className="button button--quiet" onClick={() => desk.showKeys()}>
            {text.keys}
          </button>
        </div>
      </Section>
      <Section title={text.about}>
        <p className="settings__privacy">
          <ShieldCheck size={20} aria-hidden />
          {text.privacy}
        </p>
        {system && (
          <dl className="facts">
            <Fact name={text.version}>{system.version}</Fact>
            {system.dataFolder !== null && (
              <Fact name={text.dataFolder}>
                <span className="facts__path">{system.dataFolder}</span>
              </Fact>
            )}
          </dl>
        )}
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings__section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Action({ title, text: meaning, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="settings__action">
      <div>
        <h3>{title}</h3>
        <p className="soft">{meaning}</p>
      </div>
      {children}
    </div>
  );
}
