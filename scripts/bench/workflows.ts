import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where GitHub has workflows, and where some tools alone take a file for one. */
const WORKFLOWS = '.github/workflows';

/** The workflow that we propose for the example: real, of several languages, and without a fault for any of the tools. */
export function workflowOfExample(place: string): string {
  const [shop, output] = [join(place, 'example'), join(place, 'example-output')];
  cpSync(join(root, 'examples/shop'), shop, { recursive: true });
  execFileSync('git', ['-C', shop, 'init', '--quiet', '--initial-branch=main']);
  const args = [join(root, 'dist/cli.js'), 'generate', '--repository', shop, '--output', output];
  execFileSync(process.execPath, args, { stdio: 'pipe' });
  return readFileSync(join(output, WORKFLOWS, 'generated.yml'), 'utf8');
}

/**
 * Writes so many workflows below `directory` that differ in their names, time limits and commands, so that nothing can be remembered.
 * Gives their paths from there.
 */
export function writeWorkflows(directory: string, workflow: string, count: number): string[] {
  mkdirSync(join(directory, WORKFLOWS), { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const name = String(number).padStart(4, '0');
    const path = `${WORKFLOWS}/${name}.yml`;
    const text = workflow
      .replace(/^name: .*$/m, `name: CI ${name}`)
      .replace(/timeout-minutes: \d+/g, () => `timeout-minutes: ${5 + (number % 20)}`)
      .replace(/^( +run: )(\w[^#\n]*)(#.*)?$/gm, `$1$2# ${name}`);
    writeFileSync(join(directory, path), text);
    return path;
  });
}
