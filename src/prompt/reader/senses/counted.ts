import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';

/** Words around values that say nothing more than the values do. */
export function withCounts(atoms: readonly Atom[]): readonly Atom[] {
  return withPrefixes(
    withCounted(withSupport(withMatrix(withMachines(withToEach(withEach(withMeasure(withLines(withAllIn(atoms))))))))),
  );
}

/** `everything in web`, `all services that are written in Go`, `every Go service`, `each of web and cart`: those that are named. */
function withAllIn(atoms: readonly Atom[]): readonly Atom[] {
  let end = 0;
  return atoms.filter((atom, at) => {
    if (at < end) return false;
    const isAll = atom.meaning.tag === 'selector' && atom.meaning.selectors.some((one) => 'all' in one);
    const isEvery = atom.meaning.tag === 'every' && /^(?:every|each)$/i.test(atom.words);
    if (!isAll && !isEvery) return true;
    const name = at + 1 + atoms.slice(at + 1).findIndex((one) => /^(?:selector|path|language)$/.test(one.meaning.tag));
    const between = atoms
      .slice(at + 1, Math.max(name, at + 1))
      .map(({ words }) => words)
      .join(' ');
    const isNamed = name > at && (isAll ? PLACE : /^(?:of(?: the| our)?)?$/i).test(between);
    // `every Go service`, and not `every web, cart …`.
    const isOne = isAll || between !== '' || atoms[name]?.meaning.tag === 'language';
    if (!isNamed || !isOne) return true;
    end = name;
    return false;
  });
}

const PLACE =
  /^(?:(?:that|which|who) (?:is|are|was|were) )?(?:(?:written|implemented|made|done|built|living|located|lying) )?(?:in|of|below|under|within|inside)(?: (?:the|our|plain))?$|^(?:that|which) (?:is|are)$/i;

/** `80 % of the lines of web should be exercised`: its coverage. */
function withLines(atoms: readonly Atom[]): readonly Atom[] {
  const lines = atoms.findIndex(({ words }) => /^(?:lines?|statements?|branches)$/i.test(words));
  const run = atoms.findIndex(
    ({ words }, at) =>
      at > lines && /^(?:exercised|executed|hit|reached|tested|run)(?: by (?:the )?tests)?$/i.test(words),
  );
  if (lines < 0 || run < 0 || tagged(atoms, 'percent').length !== 1 || has(atoms, 'remove', 'event', 'branch'))
    return atoms;
  return atoms.map((atom, at) => {
    if (at === run) return withMeaning(atom, { tag: 'check', check: 'coverage', isNoun: true });
    return at === lines ? withMeaning(atom, FILLER) : atom;
  });
}

/** `measure the coverage of web`: what is looked at and reported is the check. */
function withMeasure(atoms: readonly Atom[]): readonly Atom[] {
  const checks = tagged(atoms, 'check');
  const isOfCoverage = checks.length > 0 && checks.every(({ meaning }) => meaning.check === 'coverage');
  if (!isOfCoverage) return atoms;
  const isHowMuch = (atom: Atom, at: number): boolean =>
    /^(?:how|much|what|which)$/i.test(atom.words) &&
    /^(?:how|much|of|share|part|percentage|is|are)$/i.test(atoms[at + 1]?.words ?? '') &&
    atoms.slice(0, at).some(({ words }) => MEASURE.test(words));
  return atoms.map((atom, at) => {
    if (isHowMuch(atom, at)) return withMeaning(atom, FILLER);
    return MEASURE.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

const MEASURE =
  /^(?:measure|measures|measured|track|tracked|monitor|collect|collected|record|calculate|compute|report|reported|see|show|shows|shown|display|displayed|displays|print|visible|watch|watched|gather|gathered|output|measuring|tracking|reporting|collecting|computing|calculating|recording|monitoring|showing)$/i;

/** `cart and ledger should each be linted`, `2 replicas each`, `both need a linter each`. */
function withEach(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isShared =
      /^each$/i.test(atom.words) && /^(?:should|must|shall|have to|need to|may|can)$/i.test(atoms[at - 1]?.words ?? '');
    const next = atoms[at + 1];
    const isCounted =
      /^each$/i.test(atom.words) &&
      /^(?:replicas|memory|cpu|quantity|minutes)$/.test(atoms[at - 1]?.meaning.tag ?? '') &&
      (next === undefined || next.meaning.tag === 'join');
    // `give web and cart each 3 replicas`.
    const isBefore =
      /^each$/i.test(atom.words) && atoms[at - 1] !== undefined && isName(atoms[at - 1] as Atom) && isAmount(next);
    return isShared || isCounted || isBefore ? withMeaning(atom, FILLER) : atom;
  });
}

function isAmount(atom: Atom | undefined): boolean {
  return atom !== undefined && has([atom], 'replicas', 'memory', 'cpu', 'quantity', 'minutes');
}

/** `add an SBOM to each`: to those that were named. */
function withToEach(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isTo = /^(?:to|for|of|with|in)$/i.test(atoms[at - 1]?.words ?? '');
    const [next, behind] = [atoms[at + 1], atoms[at + 2]];
    const isThem = /^of$/i.test(next?.words ?? '') && behind?.meaning.tag === 'pronoun';
    const isEnd = next === undefined || next.meaning.tag === 'join';
    return isTo && /^each(?: one)?$/i.test(atom.words) && (isEnd || isThem)
      ? withMeaning(atom, isThem ? FILLER : { tag: 'pronoun' })
      : atom;
  });
}

/** `recommender must support Python 3.12 and 3.13`: all that are said; one alone may come beside others. */
function withSupport(atoms: readonly Atom[]): readonly Atom[] {
  const values = tagged(atoms, 'versions').flatMap(({ meaning }) => meaning.values);
  const isSeveral = values.length > 1 || tagged(atoms, 'system').length > 1;
  return isSeveral
    ? atoms.map((atom) => (/^supports?$/i.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom))
    : atoms;
}

/** `on Windows machines`: the system, where no labels say which machines. */
function withMachines(atoms: readonly Atom[]): readonly Atom[] {
  if (has(atoms, 'label', 'label-word')) return atoms;
  return atoms.map((atom, at) => {
    const isMachine = /^(?:machines?|box|boxes|hosts?|vms?|pcs?|laptops?|environments?|systems?)$/i.test(atom.words);
    return isMachine && atoms[at - 1]?.meaning.tag === 'system' ? withMeaning(atom, FILLER) : atom;
  });
}

/** `a matrix of Go 1.25 and 1.26`, `the test matrix`: versions and systems are one in any case. */
function withMatrix(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'versions', 'system') || has(atoms, 'remove')) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (/^(?:matrix|cross-platform|cross-os|multi-os)$/i.test(atom.words)) return [withMeaning(atom, FILLER)];
    const isOfMatrix = /^matrix$/i.test(atoms[at + 1]?.words ?? '') && atom.meaning.tag === 'check';
    return isOfMatrix ? [withMeaning(atom, FILLER)] : [atom];
  });
}

/** `with two versions: 1.25 and 1.26`, `on the two versions 22 and 24`: as many as are said. */
function withCounted(atoms: readonly Atom[]): readonly Atom[] {
  const values = tagged(atoms, 'versions').flatMap(({ meaning }) => meaning.values);
  const word = atoms.findIndex(({ meaning }) => meaning.tag === 'version-word');
  const count = atoms[word - 1];
  const isCount = count?.meaning.tag === 'number' && Number(count.meaning.value) === values.length;
  const colon = atoms[word + 1]?.words === ':' ? word + 1 : -1;
  if (word < 0 || (!isCount && colon < 0) || atoms[word + (colon < 0 ? 1 : 2)]?.meaning.tag !== 'versions')
    return atoms;
  return atoms.filter((atom, at) => at !== colon && !(isCount && atom === count));
}

/** `tags starting with v`, `branches that begin with release/`: a pattern. */
function withPrefixes(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:start|starts|starting|begin|begins|beginning|prefixed)$/i.test(words) &&
      /^with$/i.test(atoms[index + 1]?.words ?? ''),
  );
  const before = atoms.slice(0, at).findLast(isSaid);
  const isNamed =
    at > 0 &&
    (before?.meaning.tag === 'branch-word' || (before?.meaning.tag === 'event' && before.meaning.on === 'tag'));
  const name = atoms[at + 2];
  const prefix = name?.meaning.tag === 'quoted' ? name.meaning.text : (name?.words ?? '');
  if (!isNamed || !/^[\w.-][\w./-]{0,60}$/.test(prefix)) return atoms;
  const path: Atom = {
    meaning: { tag: 'path', path: `${prefix}${prefix.endsWith('/') ? '**' : '*'}` },
    words: name?.words ?? '',
  };
  return [...atoms.slice(0, at), path, ...atoms.slice(at + 3)];
}
