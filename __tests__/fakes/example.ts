import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TemporaryRepository, temporaryRepository } from './repository.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** One of `examples/` as a repository of its own, on `main`: what git tracks or would track, not what somebody has built there. */
export function exampleRepository(name: string): TemporaryRepository {
  const from = `${examples}${name}/`;
  const repository = temporaryRepository();
  const options = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', options, { cwd: from, encoding: 'utf8' });
  for (const file of listed.split('\0').filter(Boolean)) cpSync(`${from}${file}`, `${repository.path}/${file}`);
  repository.commit(`The example ${name}`);
  return repository;
}
