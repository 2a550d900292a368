import { Minus, Plus, Sparkles } from 'lucide-react';
import { Slider } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import {
  ChangePreferencesDocument,
  PreferencesDocument,
  type PreferredFragment,
} from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatCount } from '../strings/format';
import './preferences.css';

const text = strings.preferences;
const LEAST_PERCENT = 5;
const MOST_PERCENT = 99;
const SMALLEST_GROUP = 2;
const LARGEST_GROUP = 1000;

/** What people prefer about suggestions and groups; a change is kept at once and shows after the next training. */
export function PreferencesCard() {
  const { queries } = useDashboard();
  const { ask, train } = useCommands();
  const { data, error, retry } = useQuery(PreferencesDocument, {});
  const [changed, setChanged] = useState(false);
  if (!data) return error ? <Problem error={error} retry={retry} /> : null;
  const { preferences } = data;
  const change = async (wanted: Partial<PreferredFragment>) => {
    const show = (now: PreferredFragment) =>
      queries.write(PreferencesDocument, {}, () => ({ preferences: now }));
    show({ ...preferences, ...wanted });
    const answer = await ask(ChangePreferencesDocument, wanted);
    show(answer?.changePreferences ?? preferences);
    if (answer) setChanged(true);
  };
  return (
    <>
      <ConfidenceSlider
        confidence={preferences.minimumConfidence}
        change={(minimumConfidence) => void change({ minimumConfidence })}
      />
      <GroupSize
        size={preferences.minimumGroupSize}
        change={(minimumGroupSize) => void change({ minimumGroupSize })}
      />
      {changed && (
        <div className="preferences__train" role="status">
          <p>{text.trainAgain}</p>
          <button
            className="button button--primary"
            onClick={() => {
              setChanged(false);
              void train();
            }}
          >
            <Sparkles size={16} aria-hidden />
            {text.trainNow}
          </button>
        </div>
      )}
    </>
  );
}

function ConfidenceSlider({
  confidence,
  change,
}: {
  confidence: number;
  change: (confidence: number) => void;
}) {
  const kept = Math.round(confidence * 100);
  const [percent, setPercent] = useState(kept);
  useEffect(() => setPercent(kept), [kept]);
  return (
    <div className="preference">
      <div>
        <h3 id="show-above">{text.confidence}</h3>
        <p className="soft">{text.confidenceText}</p>
      </div>
      <div className="preference__slider">
        <Slider.Root
          className="slider"
          min={LEAST_PERCENT}
          max={MOST_PERCENT}
          step={1}
          value={[percent]}
          onValueChange={([value]) => setPercent(value!)}
          onValueCommit={([value]) => value !== kept && change(value! / 100)}
        >
          <Slider.Track className="slider__track">
            <Slider.Range className="slider__range" />
          </Slider.Track>
          <Slider.Thumb
            className="slider__thumb"
            aria-labelledby="show-above"
            aria-valuetext={`${percent}%`}
          />
        </Slider.Root>
        <output className="preference__value">{percent}%</output>
      </div>
    </div>
  );
}

function GroupSize({ size, change }: { size: number; change: (size: number) => void }) {
  return (
    <div className="preference">
      <div>
        <h3 id="smallest-group">{text.groupSize}</h3>
        <p className="soft">{text.groupSizeText}</p>
      </div>
      <div className="stepper" role="group" aria-labelledby="smallest-group">
        <button
          className="icon-button"
          aria-label={text.fewer}
          disabled={size <= SMALLEST_GROUP}
          onClick={() => change(size - 1)}
        >
          <Minus size={18} />
        </button>
        <output className="preference__value">{formatCount(size)}</output>
        <button
          className="icon-button"
          aria-label={text.moreFaces}
          disabled={size >= LARGEST_GROUP}
          onClick={() => change(size + 1)}
        >
          <Plus size={18} />
        </button>
      </div>
    </div>
  );
}
