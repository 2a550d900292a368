import { readFileSync } from 'node:fs';
import { KindredError } from '@kindred/domain';
import { z } from 'zod';

/** The settings of one app: a name, a schema with default and description for each. */
export type SettingsShape = Readonly<Record<string, z.ZodType>>;

/** Values from one place, for example the environment; later layers win. */
export interface SettingsLayer {
  /** Shown to people, for example `environment (KINDRED_PORT)` is made from `environment`. */
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** One setting as `kindred config` prints it. */
export interface SettingReport {
  readonly name: string;
  readonly value: unknown;
  readonly source: string;
  readonly environmentVariable: string;
  readonly description: string;
}

export interface LoadedSettings<S extends SettingsShape> {
  readonly values: { readonly [K in keyof S]: z.output<S[K]> };
  readonly report: readonly SettingReport[];
}

const PREFIX = 'KINDRED_';

/** `executionProvider` is set by `KINDRED_EXECUTION_PROVIDER`. */
export function environmentVariableOf(name: string): string {
  return PREFIX + name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/**
 * The settings found in environment variables that start with `KINDRED_`.
 * @throws KindredError `CONFIGURATION_INVALID` for a variable that names no setting, unless it is in `reserved`.
 */
export function environmentLayer(
  shape: SettingsShape,
  environment: NodeJS.ProcessEnv,
  reserved: readonly string[] = [],
): SettingsLayer {
  const nameOf = new Map(Object.keys(shape).map((name) => [environmentVariableOf(name), name]));
  const values: Record<string, unknown> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || value === undefined || reserved.includes(variable)) continue;
    const name = nameOf.get(variable);
    if (name === undefined) {
      throw new KindredError(
        'CONFIGURATION_INVALID',
        `The environment variable ${variable} names no setting.`,
        {
          hint: 'Run `kindred config` to see every setting.',
        },
      );
    }
    // Scripts and compose files hand on variables that nobody set as empty ones.
    if (value !== '') values[name] = value;
  }
  return { source: 'environment', values };
}

/** The settings in a JSON file; no values when the file does not exist. */
export function fileLayer(path: string): SettingsLayer {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { source: path, values: {} };
    throw new KindredError('CONFIGURATION_INVALID', `${path} cannot be read (${code}).`, { cause: error });
  }
  try {
    return { source: path, values: z.record(z.string(), z.unknown()).parse(JSON.parse(text)) };
  } catch (error) {
    throw new KindredError('CONFIGURATION_INVALID', `${path} is not a JSON object.`, {
      cause: error,
      hint: 'Correct the file or delete it.',
    });
  }
}

/**
 * Settles every setting from its default and the layers, the last layer that has it winning.
 * @throws KindredError `CONFIGURATION_INVALID` that names each unknown key and bad value with its source.
 */
export function loadSettings<S extends SettingsShape>(
  shape: S,
  layers: readonly SettingsLayer[],
): LoadedSettings<S> {
  const problems: string[] = [];
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer.values)) {
      if (value !== undefined && !Object.hasOwn(shape, key))
        problems.push(`${layer.source}: "${key}" names no setting`);
    }
  }
  const values: Record<string, unknown> = {};
  const report: SettingReport[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const layer = layers.findLast(({ values }) => values[name] !== undefined);
    const parsed = schema.safeParse(layer?.values[name]);
    if (!parsed.success) {
      const reason = parsed.error.issues.map((issue) => issue.message).join('; ');
      problems.push(
        `${layer?.source ?? 'default'}: ${name} = ${JSON.stringify(layer?.values[name])}: ${reason}`,
      );
      continue;
    }
    values[name] = parsed.data;
    report.push({
      name,
      value: parsed.data,
      source: layer?.source ?? 'default',
      environmentVariable: environmentVariableOf(name),
      description: schema.description ?? '',
    });
  }
  if (problems.length > 0) {
    throw new KindredError(
      'CONFIGURATION_INVALID',
      `The configuration is not valid: ${problems.join('. ')}.`,
      {
        hint: 'Run `kindred config --help` to see where settings come from.',
      },
    );
  }
  return { values: values as LoadedSettings<S>['values'], report };
}
