import { families } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { has, isName, isSaid } from './chunks.ts';
import { atomsOf, type Clause } from './clause.ts';

/** What `it` may be that has no name; a value, a moment and a deed are none. */
const THINGS: readonly Tag[] = [
  'image',
  'container',
  'pipeline',
  'runner',
  'label',
  'database',
  'tool',
  'code',
  'quoted',
  'packages',
  'chart',
  'dependencies',
  'secrets',
  'flaws',
  'branch',
  'mesh',
  'step',
  'event',
  'span',
  // `nobody merges …`: the change.
  'merge',
];
/** What has code, an image or a chart, and is named without a name. */
const OWNER =
  /^(?:code|codebase|sources?|source code|jobs?|services?|projects?|packages?|modules?|apps?|applications?|component|library|suite|tasks?|repo|repository|this (?:repository|repo|project|codebase|code base|monorepo)|changes?|files?|someone|somebody|anyone|anybody|people|whoever|everyone|everybody)$/i;

/**
 * Whether a pronoun stands for something that was said: whom its clause is for, or a thing that stands before it there. Of `sign its image` and `test it on
 * Windows` alone nobody can tell whose; what is run `it` may be where a clause names nothing but what starts the pipeline.
 */
export function isNamedBefore(pronoun: Atom, clause: Clause): boolean {
  const atoms = atomsOf(clause);
  // `lint web and cart, and sign its image`: of one of them.
  const isOfOne = /^its$/i.test(pronoun.words) && !atoms.some(({ words }) => /^(?:each|every)\b/i.test(words));
  if (clause.selectors.length > 0) return clause.selectors.length === 1 || !isOfOne;
  const before = atoms.slice(0, atoms.indexOf(pronoun));
  // `run CI on pull requests. Don't lint on them`: what starts all of it starts no part alone.
  if (/^on$/i.test(before.at(-1)?.words ?? '') && has(before, 'event')) return false;
  const deed = before.findLast(({ words }) => !/^(?:to|for)$/i.test(words));
  // `run the pipeline on tags and sign it`: what starts, and when, is neither signed nor deployed.
  if (isDelivery(deed)) return before.some((atom) => isOwner(atom) || isDelivered(atom));
  // `two services and their images`.
  if (/^(?:its|their)$/i.test(pronoun.words)) return before.some(isOwner);
  const own = families(atoms);
  if (own.length > 0 && own.every((family) => family === 'event')) return true;
  // `run the pipeline on tags and lint it`.
  const isChecked = deed?.meaning.tag === 'check' && !deed.meaning.isNoun;
  // `require 80 % coverage of it`, `stop linting it`: of what is named right before it, it is a part.
  const last = before.findLastIndex((atom) => isSaid(atom));
  const isOf = before.slice(last + 1).every(({ words }) => /^(?:of|for|in|from|on|the)$/i.test(words));
  const things = before.filter((atom, at) => !(at === last && isOf && atom.meaning.tag === 'check'));
  return things.some((atom) => isOwner(atom) || (isThing(atom) && !(isChecked && isStart(atom))));
}

/** Whether something is done to what is delivered, and to nothing else. */
function isDelivery(deed: Atom | undefined): boolean {
  return /^(?:extra|push|deploy|publish)$/.test(deed?.meaning.tag ?? '');
}

/** What has no code of its own. */
function isStart({ meaning }: Atom): boolean {
  if (meaning.tag === 'event') return /^(?:tag|schedule|manual)$/.test(meaning.on);
  return /^(?:pipeline|branch|runner|label|step)$/.test(meaning.tag);
}

function isDelivered({ meaning }: Atom): boolean {
  return /^(?:image|container|packages|chart)$/.test(meaning.tag);
}

function isOwner(atom: Atom): boolean {
  return isName(atom) || OWNER.test(atom.words);
}

function isThing(atom: Atom): boolean {
  const { meaning } = atom;
  if (meaning.tag === 'check') return meaning.isNoun;
  if (meaning.tag === 'extra') return !/^(?:sign|attest)/i.test(atom.words);
  return THINGS.includes(meaning.tag);
}
