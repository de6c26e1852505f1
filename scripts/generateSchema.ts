import { writeFile } from 'node:fs/promises';
import { checkReportSchema } from '../src/cli/check/report';
import { fileSchema } from '../src/interchange/throughline/fileSchema';

/** Writes the JSON Schemas in docs from the program's own definitions. A test says when one is stale. */
const schemas = {
  'docs/format/throughline.schema.json': fileSchema(),
  'docs/check/check.schema.json': checkReportSchema(),
};
for (const [path, schema] of Object.entries(schemas)) {
  await writeFile(new URL(`../${path}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${path}`);
}
