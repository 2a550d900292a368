import {
  DEFAULT_PREFERENCES,
  KindredError,
  type Preferences,
  toKindredError,
  type TrainingPreferences,
} from '@kindred/domain';
import { fileLayer, loadSettings, type SettingReport } from '@kindred/platform';
import { kindredSettings } from './kindred-settings';
import { changeSettingsFile } from './settings-file';

const NAMES = Object.keys(DEFAULT_PREFERENCES) as readonly (keyof TrainingPreferences)[];

/** Preferences in a data folder's `settings.json`; what the environment or the command line says wins over it. */
export class SettingsFilePreferences implements Preferences {
  /** What cannot be changed while this process runs, and why. */
  private readonly fixed: ReadonlyMap<string, SettingReport>;
  private changing: Promise<unknown> = Promise.resolve();

  /** @param report of the settings that this process was started with. */
  constructor(
    private readonly file: string,
    report: readonly SettingReport[],
  ) {
    const sources = ['default', file];
    const fixed = report.filter(({ source }) => !sources.includes(source));
    this.fixed = new Map(fixed.map((setting) => [setting.name, setting]));
  }

  /** @throws KindredError `CONFIGURATION_INVALID` when the file was damaged by hand. */
  async read(): Promise<TrainingPreferences> {
    const shape = {
      minimumConfidence: kindredSettings.minimumConfidence,
      minimumGroupSize: kindredSettings.minimumGroupSize,
    };
    const { values } = fileLayer(this.file);
    const wanted = NAMES.map((name) => [name, this.fixed.get(name)?.value ?? values[name]]);
    return loadSettings(shape, [{ source: this.file, values: Object.fromEntries(wanted) }]).values;
  }

  change(change: Partial<TrainingPreferences>): Promise<TrainingPreferences> {
    // One after the other, since each replaces the file as a whole.
    const changed = this.changing.then(() => this.changeNow(change));
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  private async changeNow(change: Partial<TrainingPreferences>): Promise<TrainingPreferences> {
    const present = await this.read();
    const wanted = NAMES.filter((name) => change[name] !== undefined && change[name] !== present[name]);
    for (const name of wanted) this.refuseFixed(name);
    if (wanted.length > 0) await this.write(Object.fromEntries(wanted.map((name) => [name, change[name]])));
    return this.read();
  }

  private refuseFixed(name: keyof TrainingPreferences): void {
    const setting = this.fixed.get(name);
    if (setting === undefined) return;
    const place =
      setting.source === 'environment'
        ? `the environment variable ${setting.environmentVariable}`
        : 'the command line';
    throw new KindredError(
      'PREFERENCE_FIXED',
      `${name} was fixed by ${place} when Kindred was started, so it cannot be changed here.`,
      { hint: `Start Kindred without it to change it here.` },
    );
  }

  private async write(values: Partial<TrainingPreferences>): Promise<void> {
    try {
      await changeSettingsFile(this.file, values);
    } catch (error) {
      const { code, message } = toKindredError(error);
      if (code !== 'CONFIGURATION_INVALID') throw error;
      throw new KindredError('ARGUMENT_INVALID', message, { cause: error });
    }
  }
}
