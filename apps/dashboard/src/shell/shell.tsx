import {
  CircleHelp,
  Ellipsis,
  EyeOff,
  Grid2x2Check,
  ScanSearch,
  Search,
  Settings,
  Sparkles,
  TriangleAlert,
  UserRound,
  WandSparkles,
} from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useQuery } from '../api/use-query';
import { StatsDocument, type CountsFragment } from '../graphql/generated/graphql';
import { useCommandDesk } from '../commands/command-center';
import { JobList } from '../jobs/job-list';
import { JobsButton } from '../jobs/jobs-button';
import { strings } from '../strings/en';
import { formatCount, formatShortCount } from '../strings/format';
import { UndoLinks } from '../undo/undo-links';
import { UndoMenu } from '../undo/undo-menu';
import { ConnectionNotice } from './connection-notice';
import { ThemeChoice } from './theme-choice';
import { useCommands } from './use-commands';
import './shell.css';
import '../design/overlay.css';

/** Header, tabs and what is around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const stats = useQuery(StatsDocument, {}).data?.stats ?? null;
  const { train } = useCommands();
  const desk = useCommandDesk();
  return (
    <>
      <a className="skip-link" href="#main">
        {strings.skip}
      </a>
      <header className="header">
        <Link className="header__logo" href="/" aria-label={strings.product}>
          <Logo />
          <span>{strings.product}</span>
        </Link>
        <Tabs stats={stats} />
        <div className="header__tools">
          <button
            className="icon-button wide-only"
            aria-label={strings.commands.palette.open}
            title={strings.commands.palette.open}
            onClick={() => desk.showPalette()}
          >
            <Search size={20} />
          </button>
          <UndoMenu />
          <JobsButton />
          {stats !== null && stats.failures > 0 && (
            <Link
              className="icon-button header__failures wide-only"
              href="/failures"
              aria-label={strings.failures.button(stats.failures)}
              title={strings.failures.button(stats.failures)}
            >
              <TriangleAlert size={20} />
            </Link>
          )}
          <Link
            className="icon-button wide-only"
            href="/search"
            aria-label={strings.search.open}
            title={strings.search.open}
          >
            <ScanSearch size={20} />
          </Link>
          <Link
            className="icon-button wide-only"
            href="/settings"
            aria-label={strings.settings.title}
            title={strings.settings.title}
          >
            <Settings size={20} />
          </Link>
          <button
            className="button button--primary header__train"
            onClick={() => void train()}
            title={strings.settings.trainText}
          >
            <Sparkles size={17} aria-hidden />
            <span>{strings.actions.train}</span>
          </button>
        </div>
      </header>
      <ConnectionNotice />
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

export function Logo() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="#1d7a4a" />
      <circle cx="12.4" cy="16" r="6.4" fill="none" stroke="#fff" strokeWidth="2.2" />
      <circle cx="19.6" cy="16" r="6.4" fill="none" stroke="#fff" strokeWidth="2.2" strokeOpacity=".72" />
    </svg>
  );
}

/** One list for both sizes: beside the logo on wide screens, at the bottom of phones. */
function Tabs({ stats }: { stats: CountsFragment | null }) {
  return (
    <nav className="tabs" aria-label={strings.navigation} onKeyDown={goAlong}>
      <Tab
        href="/labeled"
        name={strings.tabs.labeled}
        count={stats?.faces.labeled}
        icon={<Grid2x2Check size={21} />}
      />
      <Tab
        href="/inferred"
        name={strings.tabs.inferred}
        count={stats?.faces.inferred}
        icon={<WandSparkles size={21} />}
      />
      <Tab
        href="/unknown"
        name={strings.tabs.unknown}
        count={stats?.faces.unknown}
        icon={<CircleHelp size={21} />}
      />
      <Tab
        href="/people"
        name={strings.tabs.people}
        count={stats?.people.named}
        badge={stats?.questions}
        icon={<UserRound size={21} />}
      />
      <MoreTab failures={stats?.failures ?? 0} ignored={stats?.faces.ignored ?? 0} />
    </nav>
  );
}

/** Arrow keys, Home and End go from tab to tab; each is reached with the tab key as well. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('.tab')].filter(isShown);
  const at = tabs.indexOf(event.target as HTMLElement);
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  const places: Record<string, number> = {
    ArrowRight: at + (isMirrored ? -1 : 1),
    ArrowLeft: at + (isMirrored ? 1 : -1),
    Home: 0,
    End: -1,
  };
  const place = places[event.key];
  if (at < 0 || place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  tabs.at(place % tabs.length)!.focus();
}

const isShown = (tab: HTMLElement): boolean => tab.checkVisibility();

interface TabProps {
  href: string;
  name: string;
  count: number | undefined;
  /** How much waits for an answer there. */
  badge?: number;
  icon: ReactNode;
}

function Tab({ href, name, count, badge = 0, icon }: TabProps) {
  const [location] = useLocation();
  const here = location === href || location.startsWith(`${href}/`);
  return (
    <Link className="tab" href={href} aria-current={here ? 'page' : undefined}>
      <span className="tab__icon narrow-only">{icon}</span>
      <span>{name} </span>
      {count !== undefined && (
        <span className="tab__count" title={formatCount(count)}>
          {formatShortCount(count)}{' '}
        </span>
      )}
      {badge > 0 && (
        <span className="tab__badge" title={strings.samePerson.badge(badge)}>
          {formatShortCount(badge)}
        </span>
      )}
    </Link>
  );
}

function MoreTab({ failures, ignored }: { failures: number; ignored: number }) {
  const desk = useCommandDesk();
  const [open, setOpen] = useState(false);
  const [location] = useLocation();
  useEffect(() => setOpen(false), [location]);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="tab narrow-only" aria-label={strings.tabs.more}>
        <span className="tab__icon">
          <Ellipsis size={21} />
        </span>
        <span>{strings.tabs.more}</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <div className="sheet__grip" />
          <Dialog.Title className="visually-hidden">{strings.tabs.more}</Dialog.Title>
          <JobList />
          <div className="more-links">
            <button
              className="more-link"
              onClick={() => {
                setOpen(false);
                desk.showPalette();
              }}
            >
              <Search size={20} aria-hidden />
              {strings.commands.palette.open}
            </button>
            <Link className="more-link" href="/search">
              <ScanSearch size={20} aria-hidden />
              {strings.search.open}
            </Link>
            <UndoLinks />
            <Link className="more-link" href="/ignored">
              <EyeOff size={20} aria-hidden />
              {strings.ignoring.title}
              <span className="soft">{formatCount(ignored)}</span>
            </Link>
            <Link className="more-link" href="/failures">
              <TriangleAlert size={20} aria-hidden />
              {strings.failures.title}
              <span className="soft">{formatCount(failures)}</span>
            </Link>
            <Link className="more-link" href="/settings">
              <Settings size={20} aria-hidden />
              {strings.settings.title}
            </Link>
          </div>
          <ThemeChoice />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
