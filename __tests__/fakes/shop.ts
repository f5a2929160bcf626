import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TemporaryRepository, temporaryRepository } from './repository.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/**
 * The example's pull request, as `make agent-run` makes it: `main` without recommender, and on `add-recommender`, which is checked out, the
 * commit that adds it.
 */
export function shopRepository(): TemporaryRepository {
  const repository = temporaryRepository();
  cpSync(`${examples}shop`, repository.path, { recursive: true });
  repository.git('apply', '--whitespace=nowarn', `${examples}shop.base.patch`);
  repository.commit('The shop');
  repository.git('checkout', '--quiet', '-b', 'add-recommender');
  repository.git('apply', '--whitespace=nowarn', '--reverse', `${examples}shop.base.patch`);
  repository.commit('Add recommender');
  return repository;
}
