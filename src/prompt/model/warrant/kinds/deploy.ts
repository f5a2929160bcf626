import type { IntentOf } from '../../../../domain/request.ts';
import { isEnvironmentNamed, needsApproval } from '../environments.ts';
import { isMomentSaid } from '../moments.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

const TOOL_WORDS = { 'argo-cd': ['argo-cd', 'argocd', 'argo'], helm: ['helm'] } as const;

/** Deploying was asked for as a deed, the place was named, and an approval that was spoken of is not left out. */
export function deployObjections(intent: IntentOf<'deploy'>, own: Passage, { utterances }: Warrant): Objection[] {
  const { environment, on, approval, through } = intent;
  const rest = utterances.affirmed;
  const isNamed = isEnvironmentNamed(environment, own);
  const isMoment = on === undefined || isMomentSaid(on, own, rest);
  const isApproved = approval === true || (approval === undefined && !needsApproval(environment, rest));
  const isToolSaid = through === undefined || TOOL_WORDS[through].some((word) => own.names(word));
  return [
    ...unaskedUnless(own.asksFor('deploy'), 'kind', intent),
    ...unsaidUnless(isNamed, 'environment', intent, whichOne('environment', environment)),
    ...unsaidUnless(isMoment, 'on', intent, 'When should it be deployed?'),
    ...unaskedUnless(isApproved, 'approval', intent),
    ...unaskedUnless(isToolSaid, 'through', intent),
  ];
}
