import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import { type Atom, FILLER, type Meaning, withMeaning } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';

/** What is said of flaws and of secrets in other words than `audit` and `scan`. */
export function withSecurity(atoms: readonly Atom[]): readonly Atom[] {
  return withDetected(
    withUncommitted(
      withSecurityCheck(
        withPackages(withRelative(withFree(withAlarm(withSurprise(withFailing(withLeft(withKeptOut(atoms)))))))),
      ),
    ),
  );
}

const LEAVING =
  /^(?:leaves?|left|puts?|pastes?|pasted|hardcodes?|hard-codes?|hardcoded|hard-coded|adds?|added|drops?|forgets?|stores?|sneaks?|includes?|included|merges?)$/i;

/** `somebody leaves a key in the code`: what a scan for secrets is for. */
function withLeft(atoms: readonly Atom[]): readonly Atom[] {
  const secret = atoms.findIndex(({ meaning }) => meaning.tag === 'secrets');
  const verb = atoms.slice(0, Math.max(secret, 0)).findLastIndex((atom) => LEAVING.test(atom.words));
  const isWho = /^(?:someone|somebody|anyone|anybody|people|we|i|nobody|no one)\b/i.test(atoms[verb - 1]?.words ?? '');
  const isNear = atoms.slice(verb + 1, secret).every((atom) => !isSaid(atom));
  if (secret < 0 || verb < 1 || !isWho || !isNear || has(atoms, 'leak', 'check', 'tool', 'image')) return atoms;
  return atoms.map((atom, at) => (at === verb ? withMeaning(atom, { tag: 'leak' }) : atom));
}

/** `keep credentials out of this repo`: none is committed. */
function withKeptOut(atoms: readonly Atom[]): readonly Atom[] {
  const out = atoms.findIndex(({ words }) => /^out of$/i.test(words));
  const lead = atoms.slice(0, Math.max(out, 0));
  const isKept = /^(?:keep|keeps|stay|stays)$/i.test(lead.find(({ meaning }) => meaning.tag === 'do')?.words ?? '');
  const isOfSecrets = lead.filter(isSaid).every(({ meaning }) => meaning.tag === 'secrets') && has(lead, 'secrets');
  const isPlace = atoms
    .slice(out + 1)
    .every((atom) => !isSaid(atom) || atom.meaning.tag === 'leak' || /^(?:git|history)$/i.test(atom.words));
  if (out < 0 || !isKept || !isOfSecrets || !isPlace) return atoms;
  return [FLAGGED, ...lead.filter((atom) => isSaid(atom)), { meaning: { tag: 'leak' }, words: 'in the repo' }];
}

/** `any secret in the repo should make CI fail`, `let gitleaks check our commits`: a scan, and where it looks. */
function withFailing(atoms: readonly Atom[]): readonly Atom[] {
  const isOfTool = tagged(atoms, 'tool').some(({ meaning }) => meaning.checks.includes('secret-scan'));
  if (isOfTool && !has(atoms, 'remove', 'secrets'))
    return atoms.map((atom) => (atom.meaning.tag === 'leak' ? withMeaning(atom, FILLER) : atom));
  const last = atoms.findLast(isSaid);
  const isFailing =
    last?.meaning.tag === 'fault' && atoms.some(({ words }) => /^(?:should|must|has to|have to|shall)$/i.test(words));
  const isOfSecrets =
    has(atoms, 'secrets') && has(atoms, 'leak') && !has(atoms, 'remove', 'check', 'tool', 'gate', 'merge');
  const isOfFlaws =
    has(atoms, 'dependencies') && has(atoms, 'flaws') && !has(atoms, 'remove', 'tool', 'gate', 'merge', 'image');
  const isOfAudit = tagged(atoms, 'check').every(
    ({ meaning, words }) => meaning.check === 'audit' && /vulnerab/i.test(words),
  );
  if (isFailing && isOfAudit && (isOfFlaws || tagged(atoms, 'check').length === 1))
    return atoms.map((atom) => (atom === last ? withMeaning(atom, FILLER) : atom));
  if (isFailing && isOfSecrets) return atoms.map((atom) => (atom === last ? withMeaning(atom, FILLER) : atom));
  // `if somebody commits a key, fail the build`.
  const joint = atoms.findIndex(({ meaning }) => meaning.tag === 'join');
  const tail = atoms.slice(joint + 1).filter(isSaid);
  const isFailed = tail.length > 0 && tail.every(({ meaning }) => /^(?:fault|pipeline)$/.test(meaning.tag));
  if (isOfSecrets && joint > 0 && isFailed && atoms[0]?.meaning.tag === 'when')
    return [FLAGGED, ...atoms.slice(0, joint)];
  const red = redBefore(atoms);
  return isOfSecrets && red > 0 ? [FLAGGED, ...atoms.slice(red - 1)] : atoms;
}

const FLAGGED: Atom = { meaning: { tag: 'do' }, words: 'flag' };

/** `CI must go red when somebody commits a key`, `fail the pull request if it has a key in it`: where what is found begins; 0 where nothing fails before it. */
function redBefore(atoms: readonly Atom[]): number {
  const when = atoms.findIndex(({ meaning, words }) => meaning.tag === 'when' && !/^happens/i.test(words));
  const lead = atoms.slice(0, Math.max(when, 0));
  const isRed =
    lead.findLast(isSaid)?.meaning.tag === 'fault' || /^fail|^break|^block|^turn|^reject/i.test(lead[0]?.words ?? '');
  const isOfRuns = lead.every(
    ({ meaning, words }) =>
      /^(?:fault|filler|pipeline|do|gate)$/.test(meaning.tag) ||
      (meaning.tag === 'event' && meaning.on === 'pull_request') ||
      /^(?:goes?|turns?|builds?|checks?|run|goes)$/i.test(words),
  );
  return isRed && isOfRuns ? when + 1 : 0;
}

/** `I don't want to find out from a customer that one of our dependencies has a hole`: who looks finds it first. */
function withSurprise(atoms: readonly Atom[]): readonly Atom[] {
  const denial = atoms.findIndex(({ words }) => /^(?:don't|dont|do not|never|not)$/i.test(words));
  const learn = atoms.findIndex(
    ({ words }, at) =>
      at > denial &&
      /^(?:find out|learn|hear|hear about|read|discover|be told|read about|be surprised|get surprised)$/i.test(words),
  );
  const isWanted = atoms.slice(denial, Math.max(learn, 0)).some(({ words }) => /^want(?: to)?$/i.test(words));
  const behind = atoms.slice(learn + 1);
  const from = behind.findIndex(({ words }) => /^(?:that|about|of|by)$/i.test(words));
  const isFound =
    has(behind, 'flaws') && has(behind, 'dependencies', 'packages') && !has(behind, 'remove', 'gate', 'image');
  if (denial < 0 || learn < 0 || !isWanted || !isFound || tagged(atoms, 'remove').length !== 1) return atoms;
  return [{ meaning: { tag: 'do' }, words: 'want to know' }, ...behind.slice(Math.max(from, 0))];
}

/** `let me know about CVEs in our dependencies`: what is found; `tell me about the tests` asks. */
function withAlarm(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'flaws', 'secrets') || has(atoms, 'remove')) return atoms;
  const isOfDependencies = has(atoms, 'flaws') && has(atoms, 'dependencies', 'packages');
  const out = atoms.findIndex(({ words }) => /^out of$/i.test(words));
  const isKept =
    out > 0 &&
    isOfDependencies &&
    /^keeps?$/i.test(atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do')?.words ?? '');
  return atoms.map((atom, at) => {
    if (isOfDependencies && /^(?:turns? out|happens|is found|is known) to (?:be|have)$/i.test(atom.words))
      return withMeaning(atom, FILLER);
    if (isOfDependencies && FLAG.test(atom.words)) return withMeaning(atom, { tag: 'do' });
    // `keep vulnerable libraries out of cart`.
    if (isKept && at === out && !has(atoms.slice(out), 'branch')) return withMeaning(atom, FILLER);
    const isOf = /^(?:about|of|to|on)$/i.test(atom.words) && ALARM.test(atoms[at - 1]?.words ?? '');
    return isOf ? withMeaning(atom, FILLER) : atom;
  });
}

const FLAG = /^(?:flag|flags|report|reports|show|surface|identify)$/i;
const ALARM =
  /^(?:(?:let|tell|warn|alert|notify|inform) (?:me|us)(?: know)?|be (?:told|warned|alerted|informed|notified))$/i;

/** `keep our dependencies free of known flaws`, `web must be free of type errors`: none of what a check finds. */
function withFree(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) => /^(?:free|clear|clean)$/i.test(words) && /^(?:of|from)$/i.test(atoms[index + 1]?.words ?? ''),
  );
  const behind = atoms.slice(at + 2).filter(isSaid);
  const isFound = tagged(behind, 'check').some(({ words }) => isFoundBy(words)) || has(behind, 'flaws', 'secrets');
  if (at < 0 || !isFound || has(atoms, 'remove')) return atoms;
  const meaning: Meaning = has(behind, 'secrets') ? { tag: 'scan' } : FILLER;
  return atoms.map((atom, index) => (index === at ? withMeaning(atom, meaning) : atom));
}

const PULLED = /^(?:library|libraries|packages?|modules?|anything|everything|whatever|what|code|stuff|something)$/i;
const PULLING = /^(?:pulls?|brings?|drags?|imports?|installs?|uses?|depends?|depends on|depend on|relies on|rely on)$/i;

/** `any library that cart pulls in`, `what web depends on`: its dependencies. */
function withRelative(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'flaws') || has(atoms, 'image', 'container', 'dependencies')) return atoms;
  const at = atoms.findIndex(({ words }) => PULLED.test(words));
  const that = /^(?:that|which)$/i.test(atoms[at + 1]?.words ?? '') ? at + 2 : at + 1;
  const name = atoms[that];
  if (at < 0 || name === undefined || !isName(name) || !PULLING.test(atoms[that + 1]?.words ?? '')) return atoms;
  const isMore = /^(?:in|on|upon)$/i.test(atoms[that + 2]?.words ?? '');
  const noun: Atom = { meaning: { tag: 'dependencies' }, words: atoms[at]?.words ?? '' };
  return [...atoms.slice(0, at), noun, name, ...atoms.slice(that + (isMore ? 3 : 2))];
}

/** `CVEs in our Python packages`, `flaws of production dependencies`: what is depended on. */
function withPackages(atoms: readonly Atom[]): readonly Atom[] {
  const isOfFlaws = has(atoms, 'flaws') && !has(atoms, 'image', 'container', 'publish', 'push', 'deploy');
  if (!isOfFlaws) return atoms;
  return atoms.map((atom, at) => {
    if (/^(?:packages|modules|gems|crates)$/i.test(atom.words) && !has(atoms, 'dependencies', 'packages'))
      return withMeaning(atom, { tag: 'dependencies' });
    const next = atoms[at + 1]?.meaning.tag;
    return atom.meaning.tag === 'environment' && next === 'dependencies' ? withMeaning(atom, FILLER) : atom;
  });
}

/** `a security check of our dependencies`, `security scans of the images`: of what, says for what. */
function withSecurityCheck(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:security|safety)$/i.test(words) &&
      /^(?:check|checks|checking|checked|scan|scans|scanning|scanner|review|reviews)$/i.test(
        atoms[index + 1]?.words ?? '',
      ),
  );
  const isOfImages = has(atoms, 'image', 'container');
  if (at < 0 || has(atoms, 'dependencies') === isOfImages) return atoms;
  const meaning: Meaning = isOfImages ? { tag: 'scan' } : { tag: 'check', check: 'audit', isNoun: true };
  const words = `${atoms[at]?.words} ${atoms[at + 1]?.words}`;
  return [...atoms.slice(0, at), { meaning, words }, ...atoms.slice(at + 2)];
}

const COMMITTED =
  /\b(?:commits?|committed|committing|checks? in|checked in|slips?|slipped|ends? up|git|repo|repository|history)\b/i;

/** `nobody commits credentials`, `secrets must never end up in git`: that somebody notices is what a scan is for. */
function withUncommitted(atoms: readonly Atom[]): readonly Atom[] {
  const denials = atoms.filter(
    ({ meaning, words }) =>
      meaning.tag === 'gate' ||
      (meaning.tag === 'remove' && (DENIAL.test(words) || /^no$/i.test(words))) ||
      /^(?:prevent|forbid|prohibit|disallow|avoid)$/i.test(words),
  );
  const isCommitted = tagged(atoms, 'leak').some(({ words }) => COMMITTED.test(words));
  const isOfSecrets = has(atoms, 'secrets') && isCommitted;
  const isOther = has(
    atoms.filter((atom) => !denials.includes(atom)),
    'check',
    'tool',
    'scan',
    'merge',
    'push',
    'unknown',
    'off',
    'limit',
    'except',
    'event',
  );
  const [denial, ...more] = denials;
  if (!isOfSecrets || isOther || denial === undefined || more.length > 0 || tagged(atoms, 'remove').length > 1)
    return atoms;
  return atoms.map((atom) => (atom === denial ? withMeaning(atom, FILLER) : atom));
}

/** `detect passwords in commits`, `catch leaked keys`: a scan for them. */
function withDetected(atoms: readonly Atom[]): readonly Atom[] {
  const isOfSecrets = has(atoms, 'secrets') && !has(atoms, 'check', 'tool', 'scan', 'remove', 'push', 'image');
  return isOfSecrets
    ? atoms.map((atom) => (DETECT.test(atom.words) ? withMeaning(atom, { tag: 'scan' }) : atom))
    : atoms;
}

const DETECT =
  /^(?:look out for|watch out for|hunt down|find|finds|search|searches|searches for|searches through|detect|detects|detected|catch|catches|caught|spot|spots|flag|flags|flagged|look for|looks for|search for|hunt for|watch for|screen for)$/i;
