import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import { type Atom, FILLER, type Meaning, withMeaning } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';

/**
 * What must not get in, said in other words than `nobody merges what golangci-lint complains about`: each comes down to a gate, a merge, a fault
 * and the check that finds it.
 */
export function withGates(atoms: readonly Atom[]): readonly Atom[] {
  return withNotice(
    withFailing(
      withDenied(
        withFaults(
          withRejected(withoutFaults(withCondition(withNone(withDrop(withBefore(withOut(withLead(atoms)))))))),
        ),
      ),
    ),
  );
}

const MOVING = /^(?:goes|go|gets|released|shipped|used|leaves?|live|anywhere|out|sees|touches|runs)$/i;

/** `scanned before it goes anywhere`, `test web before we ship it`: what is checked is checked before that in any case. */
function withOut(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(({ words }) => /^before$/i.test(words));
  const [wish, behind] = [atoms.slice(0, Math.max(from, 0)), atoms.slice(from + 1)];
  const isChecked =
    has(wish, 'check', 'tool', 'scan', 'extra') && !has(wish, 'push', 'publish', 'deploy', 'gate', 'remove', 'fault');
  const isMove = (atom: Atom): boolean => has([atom], 'push', 'publish', 'deploy') || MOVING.test(atom.words);
  const isPlain = behind.every(
    (atom) => !isSaid(atom) || isMove(atom) || /^(?:anything|everything|anybody)$/i.test(atom.words),
  );
  return isChecked && behind.some(isMove) && isPlain ? wish : atoms;
}

/** `before a pull request is merged, web has to be linted`: said first, it stands behind. */
function withLead(atoms: readonly Atom[]): readonly Atom[] {
  const comma = atoms.findIndex(({ meaning }) => meaning.tag === 'join');
  const [lead, wish] = [atoms.slice(0, comma), atoms.slice(comma + 1)];
  const isLead =
    comma > 0 &&
    /^before$/i.test(lead[0]?.words ?? '') &&
    has(lead, 'merge') &&
    !has(lead, 'check', 'tool', 'selector', 'language', 'path');
  return isLead && has(wish, 'check', 'tool')
    ? [...wish, ...lead.filter(({ meaning }) => meaning.tag !== 'event')]
    : atoms;
}

/** `linted before anyone merges`, `before anything in web is merged`: that is when checks run. */
function withBefore(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(({ words }) => /^before$/i.test(words));
  const to = atoms.findIndex(({ meaning }, at) => at > from && meaning.tag === 'merge');
  const isOfCheck =
    from > 0 && to > 0 && has(atoms.slice(0, from), 'check', 'tool') && !has(atoms, 'gate', 'remove', 'fault');
  const between = atoms.slice(from + 1, to);
  const isPlain = between.every(
    (atom) => !isSaid(atom) || isName(atom) || /^(?:anything|everything)$/i.test(atom.words),
  );
  if (!isOfCheck || !isPlain || atoms.slice(to + 1).some(isSaid)) return atoms;
  return atoms.map((atom, at) => {
    const isFrame = at === from || at === to || (at > from && at < to && /^(?:anything|everything)$/i.test(atom.words));
    return isFrame ? { meaning: FILLER, words: 'there' } : atom;
  });
}

/** `if the tests of web fail, nobody should be able to merge`: one gate. */
function withCondition(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms[0]?.meaning.tag === 'when';
  const joints = atoms.flatMap(({ meaning }, at) => (meaning.tag === 'join' ? [at] : []));
  const [at] = joints;
  if (!when || joints.length !== 1 || at === undefined) return atoms;
  const [condition, gate] = [atoms.slice(1, at), atoms.slice(at + 1)];
  const isFailing = has(condition, 'fault') && has(condition, 'check', 'tool') && !has(condition, 'remove');
  const isClosed = isGated(gate) && !has(gate, 'check', 'tool', 'selector', 'language', 'path', 'image');
  return isFailing && isClosed ? [...condition, ...gate] : atoms;
}

/** `no type errors in web`, `no vulnerable dependencies`: who wants none of what a check finds wants the check. */
function withoutFaults(atoms: readonly Atom[]): readonly Atom[] {
  if (tagged(atoms, 'remove', 'off').length !== 1 || has(atoms, 'except')) return atoms;
  return atoms.map((atom, at) => {
    const next = atoms[at + 1];
    const isNone = atom.meaning.tag === 'remove' && /^(?:no|without|w\/o)$/i.test(atom.words);
    return isNone && next !== undefined && isFound(next, atoms.slice(at + 2))
      ? withMeaning(atom, { tag: 'filler' })
      : atom;
  });
}

/** What a check finds, and not the check: `no vulnerability scan` is another wish. */
function isFound({ meaning, words }: Atom, behind: readonly Atom[]): boolean {
  if (has(behind, 'scan', 'check')) return false;
  if (meaning.tag === 'check') return isFoundBy(words);
  return meaning.tag === 'flaws' || (meaning.tag === 'secrets' && has(behind, 'leak'));
}

/** `files that aren't formatted should be rejected`, `Go that does not pass golangci-lint must be blocked`. */
function withRejected(atoms: readonly Atom[]): readonly Atom[] {
  const last = atoms.findLast(isSaid);
  const before = last ? atoms.slice(0, atoms.indexOf(last)) : [];
  const isWished = before.some(({ words }) => /^(?:should|must|shall|has to|have to)$/i.test(words));
  const denied = before.findIndex(
    ({ meaning, words }, at) =>
      meaning.tag === 'remove' &&
      /^(?:aren't|isn't|not|never|doesn't|does not|don't|do not)$/i.test(words) &&
      before[at + 1]?.meaning.tag === 'check',
  );
  const isFaulty = has(before, 'fault') || denied >= 0 || tagged(before, 'check').some(({ words }) => isFoundBy(words));
  const isClosed =
    /^(?:rejected|refused|blocked|turned away|sent back)$/i.test(last?.words ?? '') || last?.meaning.tag === 'fault';
  if (!last || !isClosed || !isWished || !(isFaulty || has(before, 'flaws'))) return atoms;
  if (tagged(before, 'remove').length > (denied >= 0 ? 1 : 0) || has(before, 'gate')) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (at === denied) return [{ meaning: FAULT, words: 'badly' }];
    return atom === last ? [withMeaning(atom, { tag: 'gate' }), withMeaning(atom, { tag: 'merge' })] : [atom];
  });
}

/** `no unformatted Python should make it into main`: it must not. */
function withNone(atoms: readonly Atom[]): readonly Atom[] {
  const isNone = /^no$/i.test(atoms[0]?.words ?? '') && tagged(atoms, 'remove', 'off', 'gate').length === 1;
  const modal = atoms.findIndex(({ words }) => /^(?:should|must|may|shall|can|ever)$/i.test(words));
  const isMerged = modal > 0 && has(atoms.slice(modal), 'merge') && !has(atoms.slice(0, modal), 'merge', 'event');
  const isFaulty =
    has(atoms, 'fault') ||
    atoms.some((atom) => UNMET.test(atom.words) || (atom.meaning.tag === 'check' && isFoundBy(atom.words)));
  return isNone && isMerged && isFaulty
    ? atoms.map((atom, at) => (at === 0 ? withMeaning(atom, { tag: 'gate' }) : atom))
    : atoms;
}

const UNMET = /^un(?:formatted|linted|typed)$/i;

/** `a change that drops the coverage below 70 % must not be merged`: that is what fails. */
function withDrop(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) =>
    /^(?:drops?|lowers?|reduces?|decreases?|brings?|pushes|takes|pulls?)$/i.test(words),
  );
  const behind = atoms.slice(at + 1);
  const low = behind.findIndex(({ words }) => /^(?:below|under)$/i.test(words));
  const isOfCoverage = tagged(behind.slice(0, Math.max(low, 0)), 'check').some(
    ({ meaning }) => meaning.check === 'coverage',
  );
  const isClosed = at > 0 && isOfCoverage && has(behind.slice(low), 'percent') && isGated(atoms);
  return isClosed ? atoms.map((atom, index) => (index === at ? withMeaning(atom, FAULT) : atom)) : atoms;
}

/** `must not get in`, `cannot be merged`. */
function deniedAt(atoms: readonly Atom[]): number {
  return atoms.findIndex(({ meaning, words }, at) => {
    const next = atoms.slice(at + 1).find((atom) => !/^(?:be|get|ever)$/i.test(atom.words));
    return meaning.tag === 'remove' && DENIAL.test(words) && next?.meaning.tag === 'merge';
  });
}

function isGated(atoms: readonly Atom[]): boolean {
  return has(atoms, 'merge') && (has(atoms, 'gate') || deniedAt(atoms) >= 0);
}

/** `badly formatted`, `unformatted`: the check, and that it fails. */
function withFaults(atoms: readonly Atom[]): readonly Atom[] {
  if (!isGated(atoms)) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    const next = atoms[at + 1]?.meaning;
    if (/^(?:badly|poorly|wrongly|incorrectly|sloppily)$/i.test(atom.words) && next?.tag === 'check')
      return [withMeaning(atom, FAULT)];
    const [, check] = /^un(formatted|linted|typed)$/i.exec(atom.words) ?? [];
    const meant = check === undefined ? undefined : CHECKS[check.toLowerCase()];
    return meant ? [withMeaning(atom, FAULT), withMeaning(atom, meant)] : [atom];
  });
}

const FAULT: Meaning = { tag: 'fault' };
const CHECKS: Readonly<Record<string, Meaning>> = {
  formatted: { tag: 'check', check: 'format', isNoun: true },
  linted: { tag: 'check', check: 'lint', isNoun: true },
  typed: { tag: 'check', check: 'typecheck', isNoun: true },
};

function withDenied(atoms: readonly Atom[]): readonly Atom[] {
  const at = deniedAt(atoms);
  const isOfFault = has(atoms, 'fault') || tagged(atoms, 'check').some(({ words }) => isFoundBy(words));
  const isOfFlaws = has(atoms, 'flaws') && has(atoms, 'dependencies', 'packages');
  if (at < 0 || !(isOfFlaws || (isOfFault && has(atoms, 'check', 'tool')))) return atoms;
  return atoms.map((atom, index) => (index === at ? withMeaning(atom, { tag: 'gate' }) : atom));
}

/** `whatever prettier would change should fail the build`. */
function withFailing(atoms: readonly Atom[]): readonly Atom[] {
  const [first] = atoms;
  const last = atoms.findLast(isSaid);
  const isOfTool =
    first !== undefined && /^(?:whatever|anything|everything|what|code)$/i.test(first.words) && has(atoms, 'tool');
  const isFailing =
    last?.meaning.tag === 'fault' && atoms.some(({ words }) => /^(?:should|must|has to|shall)$/i.test(words));
  const others = atoms.filter((atom) => isSaid(atom) && atom !== first && atom !== last && atom.meaning.tag !== 'tool');
  const isPlain = others.every(
    ({ meaning }) => meaning.tag === 'touching' || meaning.tag === 'fault' || meaning.tag === 'language',
  );
  if (!first || !last || !isOfTool || !isFailing || !isPlain || others.length === 0) return atoms;
  return atoms.map((atom) => {
    if (atom === first) return withMeaning(atom, { tag: 'gate' });
    if (atom === last) return withMeaning(atom, { tag: 'merge' });
    return atom.meaning.tag === 'touching' ? withMeaning(atom, FAULT) : atom;
  });
}

const NOTICE =
  /^(?:shouting|complaining|noticing|yelling|screaming|objecting|barking|failing|flagging it|catching it|us knowing|turning red|going red|being told)$/i;

/** `nobody should be able to commit a password without CI shouting`: that somebody notices is what a check is for. */
function withNotice(atoms: readonly Atom[]): readonly Atom[] {
  const gate = atoms.findIndex(({ meaning }) => meaning.tag === 'gate');
  const without = atoms.findIndex(({ words }) => /^(?:without|w\/o)$/i.test(words));
  const notice = atoms.findIndex(({ words }, at) => at > without && NOTICE.test(words));
  const own = atoms.slice(without + 1, notice);
  const isOfSecrets = has(atoms.slice(0, Math.max(without, 0)), 'secrets') && !own.some(isSaid);
  if (gate < 0 || without < gate || notice < 0 || (!isOfSecrets && !has(own, 'check', 'tool'))) return atoms;
  return atoms.map((atom, at) => {
    const isFrame = at === gate || at === without || at === notice || (at < without && atom.meaning.tag === 'fault');
    if (isFrame) return withMeaning(atom, { tag: 'filler' });
    return isOfSecrets && /^(?:commit|push|merge)$/i.test(atom.words) ? withMeaning(atom, { tag: 'leak' }) : atom;
  });
}
