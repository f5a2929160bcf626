import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import { type Atom, type Meaning, withMeaning } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';

/** What should fail, and what a tool finds, in other words: each comes down to a gate, a merge, a fault and the check that finds it. */
export function withFailures(atoms: readonly Atom[]): readonly Atom[] {
  return [
    withShouting,
    withUnhappy,
    withRedBuild,
    withComplaint,
    withFailed,
    withFailing,
    withUnbroken,
    withBroken,
  ].reduce((read, sense) => sense(read), atoms);
}

/** `ruff should shout at us when recommender is badly formatted`: what it shouts about is what it checks. */
function withShouting(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms.findIndex(({ meaning }) => meaning.tag === 'when');
  const [lead, behind] = [atoms.slice(0, Math.max(when, 0)), atoms.slice(when + 1)];
  const [tool, fault, ...more] = lead.filter(isSaid);
  const isWished = lead.some(({ words }) => /^(?:should|must|shall|has to|needs to|let|make|have)$/i.test(words));
  const bad = behind.findIndex(({ words }) => /^(?:badly|poorly|wrongly|incorrectly|not|isn't|aren't)$/i.test(words));
  const check = behind[bad + 1];
  const isBad = bad >= 0 && check?.meaning.tag === 'check' && behind.slice(bad + 2).every((atom) => !isSaid(atom));
  const isPlain = behind.slice(0, Math.max(bad, 0)).every((atom) => !isSaid(atom) || isName(atom));
  if (tool?.meaning.tag !== 'tool' || fault?.meaning.tag !== 'fault' || more.length > 0) return atoms;
  if (!isWished || !isBad || !isPlain) return atoms;
  return [{ meaning: { tag: 'do' }, words: 'use' }, tool, ...behind.filter((_, at) => at !== bad)];
}

const FAULT: Meaning = { tag: 'fault' };

/** What a tool does that finds something, from the word behind its name. */
const UNHAPPY =
  /^(?:would|wants to) (?:reformat|rewrite|alter)$|^(?:(?:would|wants to|want to|has to|needs to) )?(?:change|changes|reformat|reformats|rewrite|rewrites|fix|fixes|alter|alters) (?:something|anything|it|a file|any file|files)$|^finds? (?:something|anything|(?:(?:any|unformatted|badly formatted|bad|new|real) )?(?:problems|issues|errors|violations|offences|offenses|files|code|mistakes))$|^(?:has|have) (?:any )?(?:complaints|objections)$|^(?:has|have) something to say$|^(?:objects|grumbles|barks|moans|screams|whines)$|^(?:is not|isn't|aren't|is) (?:happy|satisfied|unhappy)$/i;
const MOST = 5;

/** `gofmt would change something`, `mypy finds problems`: a fault. */
function withUnhappy(atoms: readonly Atom[]): readonly Atom[] {
  const tool = atoms.findIndex(({ meaning }) => meaning.tag === 'tool');
  if (tool < 0) return atoms;
  for (let length = MOST; length > 0; length -= 1) {
    const own = atoms.slice(tool + 1, tool + 1 + length);
    const words = own.map((atom) => atom.words).join(' ');
    if (
      own.length === length &&
      UNHAPPY.test(words) &&
      !/ happy$|^is satisfied$/i.test(words.replace(/n't|not/i, 'un'))
    )
      return [...atoms.slice(0, tool + 1), { meaning: FAULT, words }, ...atoms.slice(tool + 1 + length)];
  }
  return atoms;
}

/** `the build should go red when …`, `I want CI to fail if …`: that it fails, whatever is called so. */
function withRedBuild(atoms: readonly Atom[]): readonly Atom[] {
  const fault = atoms.findIndex(({ meaning }) => meaning.tag === 'fault');
  const when = atoms.findIndex(({ meaning }, at) => at > fault && meaning.tag === 'when');
  const before = atoms.slice(0, Math.max(fault, 0));
  const build = before.findLastIndex(({ words }) =>
    /^(?:build|builds|ci|pipeline|the pipeline|workflow|run)$/i.test(words),
  );
  const between = before.slice(build + 1);
  const isWished = [...between, ...before].some(({ words }) =>
    /^(?:to|should|must|has to|have to|shall|can|could|let|make|have)$/i.test(words),
  );
  const isRed =
    build >= 0 &&
    isWished &&
    between.every(({ words }) => /^(?:to|should|must|has to|have to|shall|go|turn)$/i.test(words));
  const isFirst = before.slice(0, Math.max(build, 0)).every((atom) => !isSaid(atom));
  const isOfChecks = has(atoms.slice(when + 1), 'check', 'tool', 'dependencies', 'secrets');
  if (fault < 0 || when !== fault + 1 || !isRed || !isFirst || !isOfChecks) return atoms;
  return [{ meaning: FAULT, words: 'fail' }, ...atoms.slice(when)];
}

/** `make CI complain about unformatted Go`, `CI should reject type errors`: they are not merged. */
function withComplaint(atoms: readonly Atom[]): readonly Atom[] {
  const ci = atoms.findIndex(({ words }) => /^(?:ci|build|builds|pipeline|the pipeline|workflow)$/i.test(words));
  const verb = atoms.findIndex(
    ({ words }, at) =>
      at > ci &&
      !/^up$/i.test(atoms[at + 1]?.words ?? '') &&
      /^(?:complain about|complain|reject|refuse|flag|flags|catch|fail on|fail for|choke on|block)$/i.test(words),
  );
  const lead = atoms.slice(0, Math.max(verb, 0));
  const isWished = lead.some(({ words }) =>
    /^(?:make|have|let|get|should|must|shall|has to|needs to|want|i want|we want)$/i.test(words),
  );
  const isPlain = lead.every((atom) => !isSaid(atom) || atom === atoms[ci]);
  const behind = atoms.slice(verb + 1);
  const isFinding =
    has(behind, 'check', 'tool') &&
    (behind.some(({ words }) => /^un(?:formatted|linted|typed)$|^(?:badly|poorly)$/i.test(words)) ||
      tagged(behind, 'check').some(({ words }) => isFoundBy(words)) ||
      has(behind, 'fault'));
  const isUnmet = behind.some(({ words }) => /^un(?:formatted|linted|typed)$/i.test(words));
  if (
    ci < 0 ||
    verb < 0 ||
    !isWished ||
    !isPlain ||
    (!isFinding && !isUnmet) ||
    has(behind, 'remove', 'gate', 'merge', 'event')
  )
    return atoms;
  return [
    { meaning: { tag: 'gate' }, words: 'nobody' },
    { meaning: { tag: 'merge' }, words: 'merges' },
    ...behind.filter(({ words }) => !/^(?:on|about|for)$/i.test(words)),
  ];
}

/** `fail CI`, and not `CI fails`. */
const BASE = /^(?:fail|break|turn|let|make)\b/i;

/** `fail CI when gofmt complains`: nobody merges what it complains about. */
function withFailing(atoms: readonly Atom[]): readonly Atom[] {
  const first = atoms.findIndex((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const when = atoms[first + 1];
  const behind = atoms.slice(first + 2);
  const isFailing =
    atoms[first]?.meaning.tag === 'fault' &&
    BASE.test(atoms[first]?.words ?? '') &&
    when !== undefined &&
    (when.meaning.tag === 'when' || /^(?:on|for)$/i.test(when.words));
  const faults = tagged(behind, 'fault').length;
  const isNamed = tagged(behind, 'check').some(({ words }) => isFoundBy(words));
  const isFlawed = faults === 0 && has(behind, 'flaws') && has(behind, 'dependencies', 'packages');
  const isFound = isFlawed || ((faults === 1 || (faults === 0 && isNamed)) && has(behind, 'check', 'tool'));
  if (!isFailing || !isFound || has(behind, 'bound', 'percent', 'minutes', 'remove', 'gate', 'event', 'merge'))
    return atoms;
  return [
    ...atoms.slice(0, first),
    { meaning: { tag: 'gate' }, words: atoms[first]?.words ?? '' },
    { meaning: { tag: 'merge' }, words: when.words },
    ...behind,
  ];
}

/** `pull requests should fail if they drop coverage below 80 %`: such are not merged. */
function withFailed(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms.findIndex(({ meaning, words }) => meaning.tag === 'when' || /^(?:that|which)$/i.test(words));
  const [lead, behind] = [atoms.slice(0, Math.max(when, 0)), atoms.slice(when + 1)];
  const said = lead.filter(isSaid);
  const isOfRequests =
    said.length === 2 &&
    said[0]?.meaning.tag === 'event' &&
    said[0].meaning.on === 'pull_request' &&
    said[1]?.meaning.tag === 'fault';
  const isWished = lead.some(({ words }) => /^(?:should|must|shall|have to|has to)$/i.test(words));
  if (when < 0 || !isOfRequests || !isWished || !has(behind, 'check', 'tool') || has(behind, 'gate', 'merge', 'event'))
    return atoms;
  const gate: readonly Atom[] = [
    { meaning: { tag: 'gate' }, words: 'nobody' },
    { meaning: { tag: 'merge' }, words: 'merges' },
  ];
  return [...gate, ...behind];
}

/** `make sure the Java build does not break`: that it is checked. */
function withUnbroken(atoms: readonly Atom[]): readonly Atom[] {
  const not = atoms.findIndex(
    ({ words, meaning }) =>
      meaning.tag === 'remove' &&
      /^(?:does not|doesn't|do not|don't|never|not|should not|must not|can't|cannot)$/i.test(words),
  );
  const fault = atoms.findIndex(
    ({ meaning, words }, at) => at > not && meaning.tag === 'fault' && /^(?:break|breaks|broken)$/i.test(words),
  );
  const before = atoms.slice(0, Math.max(not, 0));
  const isWished = before.some(({ words }) => /\b(?:sure|ensure|certain)\b/i.test(words));
  const isPlain =
    before.every((atom) => !isSaid(atom) || /^(?:check|selector|language|path)$/.test(atom.meaning.tag)) &&
    has(before, 'check');
  const isNear = atoms.slice(not + 1, fault).every(({ words }) => /^(?:be|ever|get)$/i.test(words));
  if (not < 0 || fault < 0 || !isWished || !isPlain || !isNear || atoms.slice(fault + 1).some(isSaid)) return atoms;
  return atoms
    .filter((_, at) => at < not || at > fault)
    .map((atom) =>
      /^build$/i.test(atom.words) ? { ...atom, meaning: { tag: 'check', check: 'build', isNoun: true } } : atom,
    );
}

/** `nobody should break the tests of web`, `I don't want broken builds on main`: what breaks them is not merged. */
function withBroken(atoms: readonly Atom[]): readonly Atom[] {
  const fault = atoms.findIndex(({ meaning }) => meaning.tag === 'fault');
  const before = atoms.slice(0, Math.max(fault, 0));
  const [closing, ...more] = before.filter(isSaid);
  const isMeant =
    /should|may|can/i.test(closing?.words ?? '') ||
    before.some(({ words }) => /\b(?:sure|ensure|want|certain)\b/i.test(words));
  const isNobody = closing?.meaning.tag === 'gate' && /^(?:nobody|no one)/i.test(closing.words) && isMeant;
  const isUnwanted =
    closing?.meaning.tag === 'remove' &&
    DENIAL.test(closing.words) &&
    before.some(({ words }) => /^want$/i.test(words)) &&
    has(atoms.slice(fault), 'branch');
  const isOther = has(atoms, 'merge', 'event', 'when', 'percent', 'minutes', 'except', 'only', 'limit', 'unknown');
  if (!closing || (!isNobody && !isUnwanted) || more.length > 0 || isOther) return atoms;
  const build: Atom = { meaning: { tag: 'check', check: 'build', isNoun: true }, words: 'build' };
  const isOfBuild = / the build$/i.test(atoms[fault]?.words ?? '') && !has(atoms, 'check', 'tool');
  if (!isOfBuild && !has(atoms.slice(fault), 'check', 'tool')) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (atom === closing) return [withMeaning(atom, { tag: 'gate' }), { meaning: { tag: 'merge' }, words: 'merges' }];
    return at === fault && isOfBuild ? [atom, build] : [atom];
  });
}
