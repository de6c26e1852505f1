/** The story of one step, lit up on the map. */
export const lightTexts = {
  'light.verdict.carried': 'The story goes on',
  'light.verdict.late': 'The story arrives late',
  'light.verdict.by-hand': 'The story is carried on by hand',
  'light.verdict.broken': 'The story breaks here',
  'light.verdict.unknown': 'Nobody can say yet',
  'light.verdict.not-counted': 'Not judged',
  'light.flow': 'A data flow without a name',
  'light.slowest': 'Slowest hop: {latency}',
} as const;
