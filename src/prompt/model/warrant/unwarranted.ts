import type { Intent } from '../../../domain/request.ts';
import { passageAbout } from './directives.ts';
import { chartObjections } from './kinds/chart.ts';
import { checkObjections } from './kinds/check.ts';
import { customObjections } from './kinds/custom.ts';
import { deployObjections } from './kinds/deploy.ts';
import { imageObjections, isImageRemoval } from './kinds/image.ts';
import { matrixObjections } from './kinds/matrix.ts';
import { publishObjections } from './kinds/publish.ts';
import { runnerObjections } from './kinds/runner.ts';
import { serviceObjections } from './kinds/service.ts';
import { timeoutObjections } from './kinds/timeout.ts';
import { triggerObjections } from './kinds/trigger.ts';
import { type Objection, unaskedUnless } from './objection.ts';
import type { Passage } from './passage.ts';
import { isMeant } from './selectors.ts';
import type { Warrant } from './warrant.ts';

/**
 * What of an intent nobody has asked for. The words are the warrant: its kind must have been spoken of, whom it is for and its values must stand in
 * them. What the repository says is no warrant, for others write it.
 */
export function unwarranted(intent: Intent, warrant: Warrant): Objection[] {
  const { utterances, profile } = warrant;
  const objections = objectionsTo(intent, utterances.affirmed, warrant);
  if (!isForSomebody(intent, warrant)) return objections;
  if (!isMeant(intent.for, utterances, profile)) return [...objections, ...unaskedUnless(false, 'for', intent)];
  if (objections.length > 0) return objections;
  const own = passageAbout(intent.for, utterances, profile);
  return unaskedUnless(own === null || isSaidOf(intent, own, warrant), 'for', intent);
}

/** Who stands only in what is said of others is told nothing, but for a check that these wait for: `push ledger once cart passes its tests`. */
function isSaidOf(intent: Intent, own: Passage, warrant: Warrant): boolean {
  if (own.text === '') return intent.kind === 'check' && warrant.utterances.affirmed.speaksOf(intent.check);
  return objectionsTo(intent, own, warrant).length === 0;
}

/** A search for secrets is over everything, and who names a tool names its code. What only takes something away is held against the clause that does so. */
function isForSomebody(intent: Intent, { utterances }: Warrant): intent is Exclude<Intent, { kind: 'trigger' }> {
  switch (intent.kind) {
    case 'trigger':
      return false;
    case 'check': {
      const { check, ensure, tool } = intent;
      return ensure && check !== 'secret-scan' && (tool === undefined || !utterances.names(tool));
    }
    case 'image':
      return !isImageRemoval(intent);
    default:
      return true;
  }
}

/** `own` is what was said about whom the intent is for. */
function objectionsTo(intent: Intent, own: Passage, warrant: Warrant): Objection[] {
  switch (intent.kind) {
    case 'check':
      return checkObjections(intent, own, warrant);
    case 'matrix':
      return matrixObjections(intent, own, warrant);
    case 'service':
      return serviceObjections(intent, own, warrant);
    case 'trigger':
      return triggerObjections(intent, warrant);
    case 'image':
      return imageObjections(intent, own, warrant);
    case 'publish':
      return publishObjections(intent, own, warrant);
    case 'chart':
      return chartObjections(intent, own);
    case 'deploy':
      return deployObjections(intent, own, warrant);
    case 'runner':
      return runnerObjections(intent, own);
    case 'timeout':
      return timeoutObjections(intent, own);
    case 'custom':
      return customObjections(intent, own, warrant);
  }
}
