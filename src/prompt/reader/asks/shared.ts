import type { Question } from '../../../domain/request.ts';
import { has } from '../clauses/chunks.ts';
import { atomsOf, type Clause, textOf } from '../clauses/clause.ts';
import { isOfBoth } from '../clauses/phrases.ts';
import { families } from '../families.ts';

/**
 * `publish web to npm and lint it, both on tags`: what is said of several wishes, and can be had by one of them alone. Tags and a hand start what is delivered,
 * and no single check; an approval and a way are for deployments.
 */
export function sharedApart(clause: Clause): Question[] {
  const atoms = atomsOf(clause);
  const own = families(atoms);
  const delivered = own.filter((family) => /^(?:image|publish|deploy)$/.test(family));
  return clause.parts.flatMap(({ atoms: part }): Question[] => {
    if (!isOfBoth(part) || delivered.length === 0) return [];
    const isOfDeployment = has(part, 'through', 'approval') && delivered.some((family) => family !== 'deploy');
    const isOfDelivery = has(part, 'event', 'branch') && own.includes('check');
    const text =
      'That cannot be so for each of these. For which of them is it meant? Say it in one sentence with that.';
    return isOfDeployment || isOfDelivery ? [{ about: textOf(part), text, choices: [] }] : [];
  });
}
