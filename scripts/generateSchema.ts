import { writeFile } from 'node:fs/promises';
import { fileSchema } from '../src/interchange/throughline/fileSchema';

/** Writes docs/format/throughline.schema.json from the model. A test says when it is stale. */
const target = new URL('../docs/format/throughline.schema.json', import.meta.url);
await writeFile(target, `${JSON.stringify(fileSchema(), null, 2)}\n`);
console.log(`wrote ${target.pathname}`);
