/** `npm run schema`: writes the JSON schemas that come with the package, from the tables of keys. A test compares them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemas } from './schemas.js';

mkdirSync('schema', { recursive: true });
for (const [name, schema] of Object.entries(schemas())) {
  writeFileSync(`schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
