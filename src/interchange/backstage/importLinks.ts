import { newRecordId } from '../../model/ids';
import type { System } from '../../model/records/system';
import { evenOrderKeys } from '../evenOrderKeys';
import { isObject } from '../json';
import type { BackstageWords } from '../words/en/backstageWords';
import type { Catalog } from './catalog';
import { textOf, titleOf, type Entity } from './entity';

/** Addresses that may be opened from a map. */
const safe = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

type ReadLink = (value: string, called: BackstageWords['links']) => readonly [title: string, url: string];

/** Annotations that say where to read on: the address from the value, and what the link is called. */
const linkAnnotations: Readonly<Record<string, ReadLink>> = {
  'github.com/project-slug': (slug) => ['GitHub', `https://github.com/${slug}`],
  'backstage.io/source-location': (place, called) => [called.source, place.replace(/^url:/, '')],
  'backstage.io/view-url': (url, called) => [called.catalogueFile, url],
};

/** The links of an entity and those its annotations stand for. What cannot be opened safely is reported and left out. */
export function importLinks(entity: Entity, catalog: Catalog): System['links'] {
  const found: { title: string; url: string }[] = [];
  const given = entity.metadata['links'];
  for (const link of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const url = isObject(link) ? textOf(link['url']) : '';
    if (safe.test(url) && url.length <= 2_048)
      found.push({ title: isObject(link) ? textOf(link['title']).slice(0, 2_048) : '', url });
    else {
      catalog.note('ignored', catalog.words.unsafeLink({ name: titleOf(entity) }), entity);
    }
  }
  const annotations = isObject(entity.metadata['annotations']) ? entity.metadata['annotations'] : {};
  for (const [name, read] of Object.entries(linkAnnotations)) {
    const value = textOf(annotations[name]);
    if (value === '') continue;
    const [title, url] = read(value, catalog.words.links);
    if (safe.test(url) && url.length <= 2_048) found.push({ title, url });
  }
  const orders = evenOrderKeys(found.length);
  return found.map((link, index) => ({
    id: newRecordId(catalog.entropy),
    order: orders[index] ?? '',
    ...link,
  }));
}
