import * as Y from 'yjs';
import { syntheticDocument } from '../syntheticMap';
import { editValue } from './lightClient';

/** Records of all kinds around one touchpoint of a synthetic map. */
const recordsPerTouchpoint = 5.4;

/** A map with about so many records of all kinds. */
export function mapOfRecords(records: number): Y.Doc {
  return syntheticDocument(Math.round(records / recordsPerTouchpoint));
}

/** Somebody whose edits have been made beforehand. */
export interface PreparedWriter {
  readonly clientId: number;
  /** Each changes a title of a touchpoint of the writer's own; its value is the edit’s number among those of all writers. */
  readonly edits: readonly Uint8Array[];
}

/** Number of a writer's edit, as clients find it in the bytes. */
export function editNumber(writers: number, writer: number, edit: number): number {
  return edit * writers + writer;
}

/** Makes what writers will send to a room that holds the map. */
export function prepareWriters(map: Y.Doc, writers: number, editsEach: number): readonly PreparedWriter[] {
  const state = Y.encodeStateAsUpdate(map);
  const ids = [...map.getMap('touchpoints').keys()];
  return Array.from({ length: writers }, (_, writer) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const own = ids.filter((_id, index) => index % writers === writer);
    const edits: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => edits.push(update));
    for (let edit = 0; edit < editsEach; edit++) {
      const record = doc.getMap('touchpoints').get(own[edit % own.length] ?? '') as Y.Map<unknown>;
      record.set('title', editValue(editNumber(writers, writer, edit)));
    }
    return { clientId: doc.clientID, edits };
  });
}
