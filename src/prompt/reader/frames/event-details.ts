import type { ProjectProfile } from '../../../domain/profile.ts';
import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { isKnownPath } from '../clauses/places.ts';
import type { Atom } from '../meaning.ts';
import { isOfNames } from './tags.ts';

type Trigger = IntentOf<'trigger'>;

/** A trigger that what follows may say more of. */
export interface Open {
  readonly trigger: Trigger;
  readonly atoms: readonly Atom[];
}

/** Branches, paths and tags that stand with an event. */
export function detailed(
  { trigger, atoms: before }: Open,
  atoms: readonly Atom[],
  profile: ProjectProfile,
): Open | null {
  const branches = tagged(atoms, 'branch').filter(({ meaning }) => meaning.name !== null);
  const patterns = tagged(atoms, 'path');
  const words = [...tagged(atoms, 'touching', 'branch-word', 'merge'), ...onlyOf([...branches, ...patterns], atoms)];
  if (branches.length + patterns.length === 0) return null;
  // A pull request is filtered by the branch that it goes to.
  if (trigger.on === 'pull_request' && isFrom(branches, atoms)) return null;
  const isTo = isGoal(patterns, atoms, profile);
  // `pull requests to release/* that touch web/**`: which of them is a branch, and which a path.
  if (isTo && has(atoms, 'touching')) return null;
  const names = branches.flatMap(({ meaning }) => meaning.name ?? []);
  const paths = patterns.map(({ meaning }) => (meaning.path.endsWith('/') ? `${meaning.path}**` : meaning.path));
  const kind =
    trigger.on === 'tag'
      ? 'tags'
      : has(atoms, 'branch-word') || isTo
        ? 'branches'
        : has(atoms, 'touching') || trigger.paths
          ? 'paths'
          : trigger.branches || names.length > 0
            ? 'branches'
            : null;
  if (!isBranched(trigger) && trigger.on !== 'tag') return null;
  if (trigger.on === 'tag' && !isOfNames(atoms)) return null;
  if ((trigger.on === 'tag' && names.length > 0) || (patterns.length > 0 && kind === null)) return null;
  const isSaidSo = has(atoms, 'branch-word');
  if (kind === 'branches' && !isSaidSo && !patterns.every((one) => isLikeBranch(one.words, profile))) return null;
  const fields = {
    ...(names.length > 0 || (kind === 'branches' && paths.length > 0)
      ? { branches: [...(trigger.branches ?? []), ...names, ...(kind === 'branches' ? paths : [])] }
      : {}),
    ...(kind === 'paths' && paths.length > 0 ? { paths: [...(trigger.paths ?? []), ...paths] } : {}),
    ...(kind === 'tags' ? { tags: [...(trigger.tags ?? []), ...paths] } : {}),
  };
  return { trigger: { ...trigger, ...fields }, atoms: [...before, ...branches, ...patterns, ...words] };
}

/**
 * `only to main`, `that touch web/** only`: the names that are said are the only ones anyway. `on pushes to main only` may take away what else starts
 * the pipeline.
 */
function onlyOf(names: readonly Atom[], atoms: readonly Atom[]): Atom[] {
  return tagged(atoms, 'only').filter((only) => {
    const at = atoms.indexOf(only);
    const before = atoms[at - 1];
    const behind = atoms.slice(at + 1).find((atom) => !/^(?:to|on|in|for|the)$/i.test(atom.words));
    // `only run on pull requests that touch web/**`.
    const isLead =
      at === 0 &&
      /^(?:run|trigger|start)$/i.test(atoms[1]?.words ?? '') &&
      has(atoms.slice(2, 3), 'event') &&
      has(atoms.slice(3, 5), 'touching');
    if (isLead) return names.every(({ meaning }) => meaning.tag === 'path');
    const isOfPaths = before?.meaning.tag === 'path' && has(atoms.slice(0, at), 'touching');
    return (behind !== undefined && names.includes(behind)) || (isOfPaths && names.includes(before));
  });
}

function isFrom(branches: readonly Atom[], atoms: readonly Atom[]): boolean {
  return branches.some((branch) => /^from$/i.test(atoms[atoms.indexOf(branch) - 1]?.words ?? ''));
}

/** `pushes to release/*`: what is pushed to is a branch, where nothing of the repository lies there. */
function isGoal(patterns: readonly Atom[], atoms: readonly Atom[], profile: ProjectProfile): boolean {
  const [first] = patterns;
  const isTo = first !== undefined && /^(?:to|into)$/i.test(atoms[atoms.indexOf(first) - 1]?.words ?? '');
  return isTo && isLikeBranch(first.words, profile);
}

/** What is of files in any repository. */
const FILES =
  /^(?:[*.]|(?:docs?|src|source|lib|libs|tests?|spec|scripts?|tools?|shared|common|pkg|internal|cmd|apps?|packages|services|modules|config|charts?|deploy|infra|terraform|migrations|examples|assets|public|static|api)(?:\/|$)|dockerfile|makefile|readme)|\.(?!x$)[a-z]{1,5}$/i;

/** `release/*`, and neither `web/**` nor `docs/**`, `*.md` or `Dockerfile*`. */
function isLikeBranch(pattern: string, profile: ProjectProfile): boolean {
  return !isKnownPath(pattern, profile) && !FILES.test(pattern);
}

/** Whether an event is one of branches. */
export function isBranched({ on }: Trigger): boolean {
  return on === 'push' || on === 'pull_request';
}
