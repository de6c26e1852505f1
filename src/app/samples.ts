/** The samples that ship with the app, each one click away. */
export const sampleNames = ['collectInStore', 'motorClaim'] as const;
export type SampleName = (typeof sampleNames)[number];

const loaders: Readonly<Record<SampleName, () => Promise<{ default: unknown }>>> = {
  collectInStore: () => import('../samples/collectInStore.throughline.json'),
  motorClaim: () => import('../samples/motorClaim.throughline.json'),
};

/** The text of a sample's file. Loaded on demand: nobody pays for a sample they do not open. */
export async function loadSample(name: SampleName): Promise<string> {
  return JSON.stringify((await loaders[name]()).default);
}
