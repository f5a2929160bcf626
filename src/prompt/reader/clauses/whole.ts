import { families } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { has, isSaid } from './chunks.ts';
import type { Spoken } from './phrases.ts';

/**
 * `deploy the app to production, and lint cart`: a verb with a name of its own, behind a wish that is whole without it. Whom that is for nobody can tell then;
 * `lint and deploy cart` says it of both.
 */
export function isWishBeside(chunk: Spoken, { parts }: { readonly parts: readonly Spoken[] }): boolean {
  const before = parts.flatMap(({ atoms }) => atoms);
  const [mine, theirs] = [families(chunk.atoms), families(before)];
  const isOfOther = mine.some((family) => !theirs.includes(family) || family === 'check');
  // `start Redis and test cart`: whose tests.
  const isServer =
    theirs.includes('database') && theirs.every((family) => family === 'database' || mine.includes(family));
  // `on tags, push the image of web`, `Java 21: test ledger`: when, and on what.
  const isLead = !before.some((atom) => isDeed(atom));
  return isOfOther && !isServer && !isLead && isVerbFirst(chunk) && isWhole(before);
}

/** What a wish may have in common with the one behind it. */
const SHARED: readonly Tag[] = ['check', 'tool', 'deploy', 'publish', 'push', 'scan', 'remove'];
const OWNED =
  /^(?:code|codebase|sources?|jobs?|services?|projects?|packages?|modules?|apps?|applications?|component)$/i;

/** Whether more is said than verbs: something of its own, or how and when. */
function isWhole(atoms: readonly Atom[]): boolean {
  return atoms.some((atom) => OWNED.test(atom.words) || (isSaid(atom) && !SHARED.includes(atom.meaning.tag)));
}

function isVerbFirst({ atoms }: Spoken): boolean {
  const first = atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  return first !== undefined && isDeed(first);
}

function isDeed(atom: Atom): boolean {
  const { meaning } = atom;
  return meaning.tag === 'check' ? !meaning.isNoun : has([atom], 'do', 'deploy', 'publish', 'push', 'scan', 'extra');
}
