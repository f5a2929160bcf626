import type { IntentOf } from '../../../../domain/request.ts';
import { aboutEnvironment, isEnvironmentNamed, needsApproval } from '../environments.ts';
import { hasMoment, isMomentSaid } from '../moments.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

const TOOL_WORDS = { 'argo-cd': ['argo-cd', 'argocd', 'argo'], helm: ['helm'] } as const;

/** Deploying was asked for as a deed, the place was named, and an approval that was spoken of is not left out. */
export function deployObjections(intent: IntentOf<'deploy'>, own: Passage, { utterances }: Warrant): Objection[] {
  const { environment, on, approval, through } = intent;
  const rest = utterances.affirmed;
  const isNamed = isEnvironmentNamed(environment, own);
  const isMoment =
    on === undefined || isMomentSaid(on, aboutEnvironment(environment, own, hasMoment, utterances.passage), rest);
  const isApproved = approval === true || (approval === undefined && !needsApproval(environment, rest));
  const isToolSaid =
    through === undefined || names(through, aboutEnvironment(environment, own, namesTool, utterances.passage));
  return [
    ...unaskedUnless(own.asksFor('deploy'), 'kind', intent),
    ...unsaidUnless(isNamed, 'environment', intent, whichOne('environment', environment)),
    ...unsaidUnless(isMoment, 'on', intent, 'When should it be deployed?'),
    ...unaskedUnless(isApproved, 'approval', intent),
    ...unaskedUnless(isToolSaid, 'through', intent),
  ];
}

function namesTool(words: Passage): boolean {
  return names('argo-cd', words) || names('helm', words);
}

function names(tool: keyof typeof TOOL_WORDS, words: Passage): boolean {
  return TOOL_WORDS[tool].some((word) => words.names(word));
}
