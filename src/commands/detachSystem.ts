import { defineCommand, refused } from './command';

/** Says that a touchpoint no longer uses a system. Equal usages that a merge left are removed with it. */
export const detachSystem = defineCommand({
  id: 'usage.delete',
  run({ document, journey }, { touchpoint, system }: { touchpoint: string; system: string }) {
    const { relations, usages: known } = journey();
    const usages = [...(relations.usagesByTouchpoint.get(touchpoint) ?? []), ...known.doubles].filter(
      (usage) => usage.touchpoint === touchpoint && usage.system === system,
    );
    if (usages.length === 0) return refused('not-found');
    return document.change('usage.delete', (writer) => {
      for (const { id } of usages) writer.remove('usages', id);
    });
  },
});
