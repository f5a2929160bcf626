import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../tools.ts';
import { temporaryDirectory, writeAll } from './repository.ts';

/** Rules that give up in the middle: two values for one name. `report` is the entrypoint of each of these policies. */
export const TRAPS =
  'limit := 1 if input.kind\n\nlimit := 2 if input.jobs\n\nreport contains {"rule": "over", "path": []} if limit > 0';

/** Rules that are done after some ten thousand years. Comparing takes no memory, of which they would run out first. */
export const LOOPS = `many := numbers.range(1, count(input.jobs) * 9000)

report contains {"rule": "loop", "path": []} if {
	some a in many
	some b in many
	some c in many
	b < a
	c < b
	a < c
}`;

/** A bundle of Rego rules with data, compiled by the pinned OPA. Not optimised: that would evaluate here what shall be evaluated there. */
export function compiledBundle(rules: string, data: object = {}): Uint8Array {
  using place = temporaryDirectory();
  writeAll(place.path, { 'custom/custom.rego': `package custom\n\n${rules}\n`, 'data.json': JSON.stringify(data) });
  const args = ['build', '-t', 'wasm', '-e', 'custom/report', '-o', 'bundle.tar.gz', '-b', '.'];
  execFileSync(toolPath('opa') ?? '', args, { cwd: place.path, stdio: 'pipe' });
  return readFileSync(join(place.path, 'bundle.tar.gz'));
}

/** The module alone. */
export function compiledModule(rules: string): Uint8Array {
  return execFileSync('tar', ['-xzO', '/policy.wasm'], {
    input: compiledBundle(rules),
    maxBuffer: 1 << 26,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}
