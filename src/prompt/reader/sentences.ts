import type { ProjectProfile } from '../../domain/profile.ts';
import { withoutAfterthoughts } from './clauses/afterthoughts.ts';
import { chunksOf, withDashes, withoutColons } from './clauses/chunks.ts';
import type { Clause } from './clauses/clause.ts';
import { clausesOf } from './clauses/clauses.ts';
import { withSystems } from './clauses/hosted.ts';
import { withKept, withTurns } from './clauses/negation.ts';
import { withRest } from './clauses/rest.ts';
import { withArrows } from './instead/arrows.ts';
import { withChanges, withUpgraded } from './instead/changes.ts';
import { withExchanged } from './instead/exchanged.ts';
import { withoutLeftAlone } from './instead/left-alone.ts';
import { withMoved } from './instead/moves.ts';
import { withRemaining } from './instead/remaining.ts';
import { withoutInsteadOf, withoutReplaced } from './instead/replaced.ts';
import type { Atom } from './meaning.ts';
import { withAllCounted } from './senses/all-of.ts';
import { withPushes } from './senses/delivered.ts';
import { withGone, withKickedOff, withYet } from './senses/gone.ts';
import { withNeeds } from './senses/needs.ts';
import { withNouns } from './senses/nouns.ts';
import { withCountedIt } from './senses/pods.ts';
import { withThat } from './senses/that.ts';
import { withSenses } from './senses.ts';
import { withoutFarewell } from './text/farewell.ts';
import { joinValues } from './text/join-values.ts';
import { type Lexicon, lexiconFor } from './text/lexicon.ts';
import { withMotion } from './text/motion.ts';
import { withNames } from './text/naming.ts';
import { tag } from './text/tag.ts';
import { withTagNames } from './text/tag-names.ts';
import type { Token } from './text/tokens.ts';
import { withoutAsides, withStruckOut } from './told/asides.ts';
import { withoutBackground } from './told/background.ts';
import { withoutConsequences } from './told/consequences.ts';
import { withoutReasons } from './told/reasons.ts';

/** What words say, one thing after another: meanings, then values, then what stands for something else, then senses, then clauses. */
export function clausesIn(tokens: readonly Token[], profile: ProjectProfile): Clause[] {
  const lexicon: Lexicon = lexiconFor(profile);
  const spoken = withoutFarewell(sentencesOf(tag(tokens, lexicon)))
    .map(withoutAsides)
    .map(withStruckOut);
  const sentences = withAllCounted(spoken, profile)
    .map(withoutLeftAlone)
    .map(withThat)
    .map(withMotion)
    .map(withArrows)
    .map(withKept)
    .map(withKickedOff)
    .map(withGone)
    .map(withYet)
    .map(withTagNames)
    .map(withSystems)
    .map(withChanges)
    .map(withMoved)
    .map(withUpgraded)
    .map(joinValues)
    .map(withDashes)
    .map(withoutColons)
    .map(withNouns)
    .map(withPushes)
    .map(withRemaining)
    .map(withExchanged)
    .map(withoutReplaced)
    .map(withCountedIt)
    .map(withNeeds)
    .map(withTurns);
  const told = withoutAfterthoughts(withoutBackground(withoutConsequences(withNames(withoutInsteadOf(sentences)))));
  const whole = withRest(told, profile).map((sentence) => withSenses(sentence, profile));
  return clausesOf(chunksOf(withoutReasons(whole)), profile);
}

function sentencesOf(atoms: readonly (Atom | null)[]): Atom[][] {
  const sentences: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom === null) sentences.push([]);
    else sentences.at(-1)?.push(atom);
  }
  return sentences.filter((one) => one.length > 0);
}
