import type { IntentOf } from '../../../../domain/request.ts';
import { isMomentSaid } from '../moments.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';
import type { Warrant } from '../warrant.ts';

/** What people call the registries of packages. */
const REGISTRY_WORDS = {
  npm: ['npm', 'npmjs', 'npm registry'],
  pypi: ['pypi', 'pip', 'python package index'],
  crates: ['crates', 'crates.io', 'crate'],
  'maven-central': ['maven', 'maven central', 'sonatype', 'central'],
  nuget: ['nuget', 'nuget.org'],
  rubygems: ['rubygems', 'rubygems.org', 'gem', 'gems'],
} as const;

const PACKAGES = ['package', 'packages', 'crate', 'gem', 'library'];

/** Publishing was asked for as a deed, and the registry was named. */
export function publishObjections(intent: IntentOf<'publish'>, own: Passage, { utterances }: Warrant): Objection[] {
  const { registry, on } = intent;
  const isNamed = REGISTRY_WORDS[registry].some((word) => own.names(word));
  return [
    ...unaskedUnless(own.asksFor('publish') || own.asksToPush(PACKAGES), 'kind', intent),
    ...unsaidUnless(isNamed, 'registry', intent, whichOne('registry', registry)),
    ...unaskedUnless(on !== 'manual' || isMomentSaid('manual', own, utterances.affirmed), 'on', intent),
  ];
}
