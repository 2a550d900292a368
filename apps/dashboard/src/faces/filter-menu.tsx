import { SlidersHorizontal } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useState } from 'react';
import { useQuery } from '../api/use-query';
import { type FaceState, SystemDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { isLimited, lastDay, nextDay } from './board-address';
import { type FaceLimits } from './face-criteria';
import '../design/overlay.css';
import '../design/slider.css';
import './filters.css';

/** Whoever moves a slider or types is not interrupted before so much quiet. */
const QUIET_MS = 250;

interface FilterMenuProps {
  state: FaceState;
  limits: FaceLimits;
  limit: (limits: FaceLimits) => void;
  /** How many faces match; null while they are counted. */
  count: number | null;
}

/** Narrows the faces on the screen by how sure they are, when and where they were taken, and how good they are. */
export function FilterMenu(props: FilterMenuProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        className="button button--quiet button--small view-bar__icon"
        data-active={isLimited(props.limits)}
      >
        <SlidersHorizontal size={16} aria-hidden />
        <span>{strings.filters.button}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="panel filters"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={strings.filters.title}
        >
          <Filters {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Filters({ state, limits, limit, count }: FilterMenuProps) {
  const [draft, setDraft] = useState(limits);
  const folders = useQuery(SystemDocument, {}).data?.system.folders ?? [];
  const list = useId();
  useEffect(() => {
    if (JSON.stringify(draft) === JSON.stringify(limits)) return;
    const timer = setTimeout(() => limit(draft), QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft, limits, limit]);
  const set = (change: FaceLimits) => setDraft((current) => without({ ...current, ...change }));
  const low = draft.minimumConfidence ?? 0;
  const high = draft.maximumConfidence ?? 1;
  return (
    <>
      {state === 'INFERRED' && (
        <fieldset className="filters__row">
          <legend>{strings.filters.confidence}</legend>
          <Share
            name={strings.filters.atLeast}
            value={low}
            set={(value) =>
              set({
                minimumConfidence: value || undefined,
                ...(value > high && { maximumConfidence: value }),
              })
            }
          />
          <Share
            name={strings.filters.atMost}
            value={high}
            set={(value) =>
              set({
                maximumConfidence: value < 1 ? value : undefined,
                ...(value < low && { minimumConfidence: value }),
              })
            }
          />
        </fieldset>
      )}
      <fieldset className="filters__row">
        <legend>{strings.filters.quality}</legend>
        <Share
          name={strings.filters.atLeast}
          value={draft.minimumQuality ?? 0}
          set={(value) => set({ minimumQuality: value || undefined })}
        />
      </fieldset>
      <fieldset className="filters__row filters__dates">
        <legend>{strings.filters.taken}</legend>
        <label>
          {strings.filters.from}
          <input
            type="date"
            className="field"
            value={draft.takenFrom?.slice(0, 10) ?? ''}
            onChange={({ target }) =>
              set({ takenFrom: target.value ? `${target.value}T00:00:00.000Z` : undefined })
            }
          />
        </label>
        <label>
          {strings.filters.to}
          <input
            type="date"
            className="field"
            value={draft.takenBefore ? lastDay(draft.takenBefore) : ''}
            onChange={({ target }) =>
              set({ takenBefore: target.value ? `${nextDay(target.value)}T00:00:00.000Z` : undefined })
            }
          />
        </label>
      </fieldset>
      <fieldset className="filters__row">
        <legend>{strings.filters.folder}</legend>
        <input
          className="field"
          aria-label={strings.filters.folder}
          placeholder={strings.filters.anyFolder}
          list={list}
          value={draft.folder ?? ''}
          onChange={({ target }) => set({ folder: target.value || undefined })}
        />
        <datalist id={list}>
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
      </fieldset>
      <div className="filters__end">
        <span role="status" className="soft">
          {count === null ? strings.filters.counting : strings.filters.matching(count)}
        </span>
        <button
          className="button button--quiet button--small"
          disabled={!isLimited(draft)}
          onClick={() => setDraft({})}
        >
          {strings.filters.clear}
        </button>
      </div>
    </>
  );
}

interface ShareProps {
  name: string;
  value: number;
  set: (value: number) => void;
}

function Share({ name, value, set }: ShareProps) {
  const percent = Math.round(value * 100);
  return (
    <label className="filters__share">
      <span>{name}</span>
      <input
        type="range"
        className="slider"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={`${percent}%`}
        onChange={({ target }) => set(Number(target.value) / 100)}
      />
      <output>{percent}%</output>
    </label>
  );
}

const without = (limits: FaceLimits): FaceLimits =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
