import { wishOfBoth } from '../clauses/both.ts';
import { has, isName, isSaid } from '../clauses/chunks.ts';
import { isImperative } from '../clauses/imperative.ts';
import { wishOfContrast } from '../instead/contrast.ts';
import type { Atom } from '../meaning.ts';
import { wishOfAlarm } from './alarm.ts';
import { wishOfTool } from './by-tool.ts';
import { withoutHearsay } from './hearsay.ts';
import { withoutLead } from './lead.ts';
import { wishOfMachine } from './machine.ts';
import { missingOf, wishOfLacking } from './missing.ts';
import { wishOfQueue } from './queue.ts';
import { wishOfRelieved } from './relieved.ts';
import { wishOfServers } from './servers.ts';
import { withoutNobody, withoutStory } from './story.ts';
import { wishOfSurvival } from './survival.ts';
import { isDone } from './tellers.ts';
import { isStatement } from './told.ts';
import { wishOf } from './told-before.ts';
import { wishOfUnread } from './unread.ts';

/**
 * Leaves out what is told before a wish to say why (`ledger hangs now and then. Kill it after 15 minutes.`, `half of us use Windows, so test web
 * there`): nothing of it is a wish. Names and things in it that `it`, `those` or `there` of the wish speak of stand there instead; where
 * anything that is known remains, all stays as it is, and is asked about.
 */
export function withoutBackground(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const wishes: (readonly Atom[])[] = [];
  for (const sentence of sentences
    .map(withoutStory)
    .map(withoutNobody)
    .map(withoutLead)
    .map(withoutHearsay)
    .map(withoutCause)) {
    wishes.push(sentence);
    // `ledger hangs. Nobody knows why. Kill it after 15 minutes`: what was told before that is told for the same wish.
    for (let whole = wholeOf(wishes); whole; whole = wholeOf(wishes)) wishes.splice(-2, 2, whole);
  }
  return wishes;
}

/** The last of some sentences, with what the one before it tells; null where that tells nothing. */
function wholeOf(sentences: readonly (readonly Atom[])[]): readonly Atom[] | null {
  const [before, sentence] = sentences.slice(-2);
  if (!before || !sentence) return null;
  const told = isTelling(before) || isLimitTold(before) ? wishOf(before, sentence) : null;
  return filledOf(before, sentence) ?? told;
}

/** A wish that is whole by what was told before it alone: what is missing, for whom of all, or what should be instead. */
function filledOf(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  return (
    missingOf(told, wish) ??
    wishOfLacking(told, wish) ??
    wishOfBoth(told, wish) ??
    wishOfServers(told, wish) ??
    wishOfContrast(told, wish) ??
    wishOfTool(told, wish) ??
    wishOfAlarm(told, wish) ??
    wishOfQueue(told, wish) ??
    wishOfMachine(told, wish) ??
    wishOfSurvival(told, wish) ??
    wishOfUnread(told, wish) ??
    wishOfRelieved(told, wish)
  );
}

/** `…, so test web there`, and behind a bare comma a verb that wishes. */
function withoutCause(sentence: readonly Atom[]): readonly Atom[] {
  const at = sentence.findIndex((_, index) => index > 0 && isCausing(sentence.slice(index - 1)));
  const told = sentence[at - 1]?.meaning.tag === 'join' ? sentence.slice(0, at - 1) : sentence.slice(0, at);
  if (at > 0) return filledOf(told, sentence.slice(at + 1)) ?? wishOf(told, sentence.slice(at + 1)) ?? sentence;
  const lead = sentence[0]?.meaning.tag === 'reason' ? sentence.findIndex(({ words }) => words === ',') : -1;
  if (lead > 0) return wishOf(sentence.slice(1, lead), sentence.slice(lead + 1)) ?? sentence;
  for (const [pause, { words }] of sentence.entries()) {
    const parts = PAUSE.test(words) ? ([sentence.slice(0, pause), sentence.slice(pause + 1)] as const) : null;
    const wish = parts && wishBehind(...parts);
    if (wish) return wish;
  }
  return sentence;
}

const PAUSE = /^[,\u2013\u2014-]$/;

function wishBehind(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const own = wish.filter(
    ({ words }, at) => !/^(?:so|then)$/i.test(words) && !(at === 0 && /^(?:and|so)$/i.test(words)),
  );
  const whole = filledOf(told, own);
  if (whole) return whole;
  if (isFact(told) && isImperative(wish)) return wishOf(told.filter(isName).slice(0, 1), wish);
  return isTelling(told) && isWished(own) ? wishOf(told, own) : null;
}

/** `test it`, `could you test it`, `web must be tested`, `its tests need NATS`. */
function isWished(atoms: readonly Atom[]): boolean {
  const modal = atoms.findIndex(({ words }) =>
    /^(?:must|should|has to|have to|needs to|need to|ought to)$/i.test(words),
  );
  const need = atoms.findIndex(({ words }) => /^needs?$/i.test(words));
  const isAsked = /^(?:can|could|please)\b/i.test(atoms[0]?.words ?? '');
  return (
    isAsked ||
    isImperative(atoms) ||
    atoms.slice(0, Math.max(modal, need, 0)).some((atom) => isName(atom) || /^ci$/i.test(atom.words)) ||
    atoms.slice(0, Math.max(need, 0)).some(({ words }) => /^(?:its|their|it|they)$/i.test(words))
  );
}

/** `cart is Go`, `recommender is a Python service`: of what there is anyway. */
function isFact(atoms: readonly Atom[]): boolean {
  const [first] = atoms.filter(isSaid);
  const isNamed = first?.meaning.tag === 'selector' && has(atoms, 'language');
  return (
    isNamed &&
    atoms.some(({ words }) => /^(?:is|are)$/i.test(words)) &&
    atoms.filter(isSaid).every((atom) => isName(atom) || /^written$/i.test(atom.words))
  );
}

/** `…, so test it`; `so we need it tested` wishes, without a comma too, and `so we test it` tells. */
function isCausing([before, atom, next]: readonly Atom[]): boolean {
  if (/^so (?:we|i)$/i.test(atom?.words ?? ''))
    return /^(?:need|want|must|should|need to|want to|have to|would like|would like to)$/i.test(next?.words ?? '');
  // `nobody is around so have it run on Saturdays`.
  if (/^so$/i.test(atom?.words ?? '') && /^(?:have|let|make|please)$/i.test(next?.words ?? '')) return true;
  const isPaused = before?.meaning.tag === 'join' && before.words === ',';
  return isPaused && atom !== undefined && /^(?:so|therefore|hence)$/i.test(atom.words);
}

function isTelling(atoms: readonly Atom[]): boolean {
  return (has(atoms, 'unknown', 'mood') || isDone(atoms) || isShipped(atoms)) && isStatement(atoms);
}

/** `we ship cart to people on Macs`. */
function isShipped(atoms: readonly Atom[]): boolean {
  return atoms.some(({ meaning }, at) => meaning.tag === 'deploy' && /^(?:we|they)$/i.test(atoms[at - 1]?.words ?? ''));
}

/** `if it takes longer than 30 minutes, something is wrong`. */
function isLimitTold(atoms: readonly Atom[]): boolean {
  return atoms[0]?.meaning.tag === 'when' && has(atoms, 'minutes') && has(atoms, 'join') && !has(atoms, 'remove');
}
