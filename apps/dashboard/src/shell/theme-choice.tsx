import { Monitor, Moon, Sun } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { strings } from '../strings/en';
import { type Theme, useTheme } from './theme';

const CHOICES = [
  { theme: 'system', icon: Monitor },
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
] as const;

export function ThemeChoice() {
  const [theme, choose] = useTheme();
  return (
    <RadioGroup.Root
      className="segmented"
      aria-label={strings.settings.theme}
      value={theme}
      onValueChange={(value) => choose(value as Theme)}
    >
      {CHOICES.map(({ theme: value, icon: Icon }) => (
        <RadioGroup.Item key={value} value={value} className="segmented__item" aria-label={strings.settings.themes[value]}>
          <Icon size={17} aria-hidden />
          {strings.settings.themes[value]}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
