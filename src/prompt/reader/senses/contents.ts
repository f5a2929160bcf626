import { has } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

const KNOWING =
  /^(?:know|knows|see|list|lists|show|shows|record|records|document|documents|tell|inspect|track|find out|look up|wants? to know|want to see|like to know|need to know|needs to know|have to know|love to know|able to see|able to tell)$/i;
const PARTS =
  'packages|libraries|libs|components|software|dependencies|things|stuff|versions|modules|parts|pieces|ingredients';
const BEING =
  'is|are|sit|sits|goes|go|went|end up|ends up|comes|come|ships|ship|we put|we ship|live|lives|gets|get|got|we pack|hides|hide|lurks';
/** `exactly which packages sit inside`, in front of the image. */
const WHAT = new RegExp(
  `^(?:exactly |precisely )?(?:what|which|everything|all)(?: exactly| of)?(?: the)?(?: (?:${PARTS}))?(?: that)?(?: (?:${BEING}))?(?: (?:in|inside|into|with|within))$`,
  'i',
);
/** `what … is made of`, around it. */
const MADE =
  /^(?:(?:is|are|was|were) (?:made|built up|composed|assembled) (?:of|from|out of)|consists? of|contains?|have inside|has inside|is made out of|are made out of|carry|carries)$/i;
const WHOSE = /^(?:the|our|each|every|all|all of|any|a|an|of|its|that|those|these|one of)$/i;

/** `security wants to know which packages sit inside the ledger container`, `show what our images are made of`: a bill of materials. */
export function withContents(atoms: readonly Atom[]): readonly Atom[] {
  const verb = atoms.findIndex(({ words }) => KNOWING.test(words));
  const image = atoms.findIndex(
    ({ meaning }, at) => at > verb && (meaning.tag === 'image' || meaning.tag === 'container'),
  );
  const isOther = has(
    atoms,
    'extra',
    'flaws',
    'scan',
    'secrets',
    'remove',
    'push',
    'database',
    'check',
    'tool',
    'platform',
  );
  if (verb < 0 || image < 0 || isOther) return atoms;
  const sbom: Atom = { meaning: { tag: 'extra', extra: 'sbom' }, words: 'bill of materials' };
  const own = atoms.slice(verb + 1, image);
  const begin = own.findIndex(
    (atom) => WHOSE.test(atom.words) || /^(?:selector|language|every)$/.test(atom.meaning.tag),
  );
  const [what, whose] = begin < 0 ? [own, []] : [own.slice(0, begin), own.slice(begin)];
  const behind = atoms.slice(image + 1);
  const isWhole = WHAT.test(textOf(what)) && behind.length === 0;
  const isMade = /^(?:exactly |precisely )?what(?: exactly)?$/i.test(textOf(what)) && MADE.test(textOf(behind));
  const noun = atoms[image];
  if (!noun || !(isWhole || isMade)) return atoms;
  return [
    ...atoms.slice(0, verb),
    sbom,
    { meaning: { tag: 'filler' }, words: 'for' },
    ...whose,
    withMeaning(noun, { tag: 'image' }),
  ];
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ words }) => words).join(' ');
}
