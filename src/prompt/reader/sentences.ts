import type { ProjectProfile } from '../../domain/profile.ts';
import { withoutAfterthoughts } from './afterthoughts.ts';
import { withArrows } from './arrows.ts';
import { withoutBackground } from './background.ts';
import { withChanges, withUpgraded } from './changes.ts';
import { chunksOf, withDashes, withoutColons } from './chunks.ts';
import type { Clause } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { withoutConsequences } from './consequences.ts';
import { withExchanged } from './exchanged.ts';
import { withoutFarewell } from './farewell.ts';
import { withSystems } from './hosted.ts';
import { joinValues } from './join-values.ts';
import { withoutLeftAlone } from './left-alone.ts';
import { type Lexicon, lexiconFor } from './lexicon.ts';
import type { Atom } from './meaning.ts';
import { withMotion } from './motion.ts';
import { withNames } from './naming.ts';
import { withKept, withTurns } from './negation.ts';
import { withoutReasons } from './reasons.ts';
import { withRemaining } from './remaining.ts';
import { withoutReplaced } from './replaced.ts';
import { withRest } from './rest.ts';
import { withPushes } from './senses/delivered.ts';
import { withGone, withKickedOff, withYet } from './senses/gone.ts';
import { withNeeds } from './senses/needs.ts';
import { withNouns } from './senses/nouns.ts';
import { withCountedIt } from './senses/pods.ts';
import { withSenses } from './senses.ts';
import { tag } from './tag.ts';
import { withTagNames } from './tag-names.ts';
import type { Token } from './tokens.ts';

/** What words say, one thing after another: meanings, then values, then what stands for something else, then senses, then clauses. */
export function clausesIn(tokens: readonly Token[], profile: ProjectProfile): Clause[] {
  const lexicon: Lexicon = lexiconFor(profile);
  const sentences = withoutFarewell(sentencesOf(tag(tokens, lexicon)))
    .map(withoutLeftAlone)
    .map(withMotion)
    .map(withArrows)
    .map(withKept)
    .map(withKickedOff)
    .map(withGone)
    .map(withYet)
    .map(withTagNames)
    .map(withSystems)
    .map(withChanges)
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
  const told = withoutAfterthoughts(withoutBackground(withoutConsequences(withNames(sentences))));
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
