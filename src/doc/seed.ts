import * as Y from 'yjs';
import type { Bundle, PlainRecord } from '../model/bundle';
import { emptyBundle, type BundleDraft } from '../model/bundle';
import { kinds, recordDefinitions, schemaVersion, type Kind } from '../model/kinds';
import { mapDefinition } from '../model/records/map';
import { DocumentWriter } from './documentWriter';
import { JourneyDocument, type JourneyDocumentOptions } from './journeyDocument';
import { origins } from './origins';
import { unpackValues } from './recordCodec';
import { mapRoot, metaRoot } from './wire';

/**
 * Makes a new map's document. Only making a map seeds it; opening one never does, or two devices opening it before they
 * have met would each write a first content.
 */
export function createJourneyDocument(
  options: JourneyDocumentOptions & { readonly bundle?: Bundle },
): JourneyDocument {
  const document = new JourneyDocument(options);
  document.ydoc.transact(() => {
    document.ydoc.getMap(metaRoot).set('schemaVersion', schemaVersion);
    const map = document.ydoc.getMap(mapRoot);
    for (const [field, { storage }] of Object.entries(mapDefinition.fields)) {
      if (storage === 'text') map.set(field, new Y.Text());
    }
    const writer = new DocumentWriter(document);
    writer.updateMap({ createdAt: options.entropy.now(), createdBy: options.actor });
    if (options.bundle) writeBundle(writer, options.bundle);
    for (const { text, value } of writer.texts) text.insert(0, value);
  }, origins.seed);
  return document;
}

/** Writes every record of a bundle under the ids it has there, and the map's fields it states. */
export function writeBundle(writer: DocumentWriter, bundle: Bundle): void {
  for (const kind of kinds) {
    for (const { id, ...values } of bundle[kind] as readonly PlainRecord<Kind>[]) {
      writer.adopt(kind, id, values);
    }
  }
  writer.adoptMap(bundle.map);
}

/** Everything the document holds, deleted records and unknown keys included: what a file is written from. */
export function readBundle(document: JourneyDocument): Bundle {
  const bundle: BundleDraft = emptyBundle();
  for (const kind of kinds) {
    const records = bundle[kind] as { id: string }[];
    for (const [id, map] of document.recordsOf(kind).entries()) {
      if (map instanceof Y.Map) records.push({ ...unpackValues(recordDefinitions[kind], map), id });
    }
    records.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  bundle.map = unpackValues(mapDefinition, document.ydoc.getMap(mapRoot));
  return bundle;
}
