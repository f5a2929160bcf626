// Makes docs/generation-request.schema.json out of the zod schema of requests.
//   node scripts/build-schema.ts [--check]      --check writes nothing and fails where something would change
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requestSchemaText } from './request-schema.ts';

const path = fileURLToPath(new URL('../docs/generation-request.schema.json', import.meta.url));
const text = requestSchemaText();
const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== text;

if (!process.argv.includes('--check')) {
  if (isStale) writeFileSync(path, text);
} else if (isStale) {
  console.error(
    'docs/generation-request.schema.json is not what its source makes; run `node scripts/build-schema.ts`.',
  );
  process.exitCode = 1;
}
