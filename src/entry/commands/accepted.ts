import type { GeneratedFile } from '../../domain/changes.ts';
import { textIn } from '../../domain/plain-text.ts';
import { CONFIGURATION_PATH, type RepositoryContext } from '../../domain/repository.ts';
import type { Intent } from '../../domain/request.ts';
import { MANIFEST_LIMIT } from '../../domain/tree.ts';
import { acceptedFile } from '../../generate/accept/accept.ts';
import { identityOf } from '../../generate/merge-requests.ts';
import { factsDigest, wordsDigest } from '../../prompt/digests.ts';
import type { Outcome } from '../../run.ts';

/**
 * The configuration with what was understood and proven of what was asked for in words, over the one that stands at the head; null where nothing
 * was, or the head has it already. With it the next run makes the same bytes, and asks nobody. Words of which something was left out
 * stay out of it: a later run must not act on them unseen.
 */
export async function acceptedOf(
  { wholeTree }: Pick<RepositoryContext, 'wholeTree'>,
  { proposal, profile, effects }: Outcome,
): Promise<GeneratedFile | null> {
  if (proposal.report.verdict !== 'pass') return null;
  const existing = await standing(wholeTree);
  if (existing.kind === 'unreadable') return null;
  const facts = factsDigest(profile);
  const leftOut = new Set(effects.flatMap(({ intent, does }) => (does === 'left-out' ? [intent] : [])));
  // Effects are told of the first intents alone.
  const unsupported = new Set(proposal.pipeline.unsupported.map(({ intent }) => identityOf(intent)));
  const isDone = (intent: Intent) => !leftOut.has(intent) && !unsupported.has(identityOf(intent));
  const done = proposal.understood.filter(({ request }) => request.intents.every(isDone));
  const words = new Set(done.flatMap((one) => one.words.map(wordsDigest)));
  return acceptedFile({
    existing: existing.text,
    requests: done.map(({ request }) => request),
    asked: [...words].map((digest) => ({ words: digest, facts })),
  });
}

type Standing = { readonly kind: 'text'; readonly text: string | null } | { readonly kind: 'unreadable' };

/** What cannot be read must not be written over. */
async function standing(tree: RepositoryContext['wholeTree']): Promise<Standing> {
  const { entries } = await tree.list([CONFIGURATION_PATH]);
  if (!entries.some(({ path }) => path === CONFIGURATION_PATH)) return { kind: 'text', text: null };
  const text = textIn((await tree.read([CONFIGURATION_PATH], MANIFEST_LIMIT)).get(CONFIGURATION_PATH));
  return text === null ? { kind: 'unreadable' } : { kind: 'text', text };
}
