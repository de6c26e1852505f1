import * as z from 'zod';

const message = z.strictObject({ text: z.string().min(1) });
const artifactLocation = z.strictObject({
  uri: z.string().regex(/^[^\\\s]+$/),
  index: z.int().min(0).optional(),
});
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation,
    region: z.strictObject({ startLine: z.int().min(1) }).optional(),
  }),
  logicalLocations: z
    .array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() }))
    .optional(),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
const language = z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/);

const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }).optional(),
});

const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: z.int().min(0),
    kind: z.enum(['pass', 'open', 'informational', 'notApplicable', 'review', 'fail']).optional(),
    level,
    message,
    locations: z.array(location).length(1),
    relatedLocations: z.array(location).optional(),
    partialFingerprints: z.record(z.string(), z.string()),
    suppressions: z
      .array(
        z.strictObject({
          kind: z.enum(['inSource', 'external']),
          status: z.enum(['accepted', 'underReview', 'rejected']),
          justification: z.string(),
          properties: z.record(z.string(), z.unknown()),
        }),
      )
      .optional(),
  })
  // §3.27.10: a result that is no failure has no level.
  .refine(({ kind = 'fail', level }) => kind === 'fail' || level === 'none');

/** The part of SARIF 2.1.0 that a check uses, as the standard (OASIS, plus errata 01) shapes it; nothing else is allowed. */
export const sarifShape = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            version: z.string(),
            language,
            rules: z.array(rule),
          }),
        }),
        language,
        invocations: z.array(
          z.strictObject({
            executionSuccessful: z.boolean(),
            exitCode: z.int(),
            toolExecutionNotifications: z.array(
              z.strictObject({ level, message, locations: z.array(location) }),
            ),
          }),
        ),
        artifacts: z.array(z.strictObject({ location: artifactLocation, mimeType: z.string() })),
        results: z.array(result),
        properties: z.record(z.string(), z.unknown()),
      }),
    )
    .length(1),
});
