import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence texts of `packages` as one document; throws where a package has neither a licence file nor a licence field. */
export function licenceTexts(root: string, packages: readonly string[]): string {
  return packages.map((name) => licenceText(root, name)).join(`\n${'-'.repeat(78)}\n\n`);
}

function licenceText(root: string, name: string): string {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file && !license) throw new Error(`${name} names no licence: do not bundle it`);
  const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : `Licence: ${license}`;
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
}
