// Makes docs/generation-request.schema.json and docs/agent-generate.schema.json out of the zod schemas of requests and configurations.
//   node scripts/build-schema.ts [--check]      --check writes nothing and fails where something would change
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configurationSchemaText, requestSchemaText } from './request-schema.ts';

const SCHEMAS = [
  ['docs/generation-request.schema.json', requestSchemaText()],
  ['docs/agent-generate.schema.json', configurationSchemaText()],
] as const;

for (const [name, text] of SCHEMAS) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== text;
  if (!process.argv.includes('--check')) {
    if (isStale) writeFileSync(path, text);
  } else if (isStale) {
    console.error(`${name} is not what its source makes; run \`node scripts/build-schema.ts\`.`);
    process.exitCode = 1;
  }
}
