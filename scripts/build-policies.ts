// Makes policies/policy.wasm, policies/rules.json, policies/README.md and docs/rules.md out of the Rego and its METADATA.
//   node scripts/build-policies.ts [--check]      --check writes nothing and fails where something would change
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIGURATION_RULE } from '../src/context/rules.ts';
import type { Rule } from '../src/domain/rule.ts';
import { GENERATION_RULES } from '../src/generate/rules.ts';
import { OWN_RULES } from '../src/validate/own-rules.ts';
import { compilePolicies, readRules } from './policies.ts';
import { ruleCatalogue, rulePages } from './rule-pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = join(root, 'policies');
const opa = join(root, '.tools/bin/opa');
if (!existsSync(opa)) {
  console.error('opa is not there: run `make tools` first.');
  process.exit(2);
}

const rules = await readRules(opa, directory);
const made: readonly (readonly [string, Buffer])[] = [
  [
    'policies/policy.wasm',
    await compilePolicies({ opa, directory, entrypoints: ['agent/main/report'], optimize: true }),
  ],
  ['policies/rules.json', Buffer.from(`${JSON.stringify(rules, null, 2)}\n`)],
  ['policies/README.md', Buffer.from(ruleCatalogue(rules))],
  ['docs/rules.md', Buffer.from(rulePages(ruleGroups(rules)))],
];
const stale = made.filter(
  ([path, content]) => !existsSync(join(root, path)) || !readFileSync(join(root, path)).equals(content),
);

if (process.argv.includes('--check')) {
  for (const [path] of stale)
    console.error(`${path} is not what its sources make; run \`node scripts/build-policies.ts\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, content] of stale) writeFileSync(join(root, path), content);
}

function ruleGroups(policies: readonly Rule[]) {
  return [
    { title: 'Policies over workflows', rules: policies.filter(({ kind }) => kind === 'workflow') },
    { title: 'Policies over requests', rules: policies.filter(({ kind }) => kind === 'request') },
    { title: 'What the other engines say', rules: OWN_RULES },
    { title: 'What generation says', rules: GENERATION_RULES },
    { title: 'What is said of the configuration', rules: [CONFIGURATION_RULE] },
  ];
}
