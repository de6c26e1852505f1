import * as z from 'zod';
import type { RecordDefinition } from '../../model/defineRecord';
import { kinds, recordDefinitions, schemaVersion } from '../../model/kinds';
import { mapDefinition } from '../../model/records/map';
import { fileFormat } from './fileFormat';

function fieldsSchema(definition: RecordDefinition): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(definition.fields).map(([name, { schema }]) => {
      const { $schema: _, ...json } = z.toJSONSchema(schema, { unrepresentable: 'any' });
      return [name, json];
    }),
  );
}

/**
 * The shape of a `*.throughline.json` file as JSON Schema (draft 2020-12), made from the model. Fields may be left out;
 * fields the schema does not name are allowed, as a newer program may write them.
 */
export function fileSchema(): Record<string, unknown> {
  const recordSchemas = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        type: 'array',
        description: `Every ${recordDefinitions[kind].name} of the map`,
        items: {
          type: 'object',
          required: ['id'],
          properties: {
            id: {
              type: 'string',
              pattern: '^[A-Za-z0-9_.:-]{1,128}$',
              description: 'Stable id, unique in the file',
            },
            ...fieldsSchema(recordDefinitions[kind]),
          },
        },
      },
    ]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Throughline map',
    description: 'A customer-journey map with its systems, data flows and owners.',
    type: 'object',
    required: ['format', 'version'],
    properties: {
      format: { const: fileFormat },
      version: {
        type: 'integer',
        minimum: 1,
        description: `Version of the shape; this schema describes ${schemaVersion}`,
      },
      map: { type: 'object', description: 'The map as a whole', properties: fieldsSchema(mapDefinition) },
      ...recordSchemas,
      document: {
        type: 'object',
        description:
          'What merging the file into the map it came from needs. Leave it out when you change records.',
        required: ['id', 'update'],
        properties: {
          id: { type: 'string', description: 'Id of the map the file was saved from' },
          update: {
            type: 'string',
            contentEncoding: 'base64',
            description: 'The document as a Yjs update (V1)',
          },
        },
      },
    },
  };
}
