import { has, tagged } from '../clauses/chunks.ts';
import { type Scope, said } from '../frame.ts';

/** `build web for amd64 and arm64`: a build for several platforms, for one more, or one that is pushed, is that of an image. For one alone it may be that of a program. */
export function isBuiltForPlatforms(scope: Scope): boolean {
  const atoms = said(scope);
  const checks = tagged(atoms, 'check');
  const isBuild = checks.length > 0 && checks.every(({ meaning }) => meaning.check === 'build');
  const isOfServices = scope.clause.selectors.every((one) => 'service' in one || 'all' in one);
  const platforms = new Set(tagged(atoms, 'platform').map(({ meaning }) => meaning.platform));
  const isSeveral = platforms.size > 1 || (platforms.size > 0 && has(atoms, 'push', 'also'));
  return isBuild && isOfServices && isSeveral && !has(atoms, 'label', 'label-word', 'runner', 'versions', 'system');
}
