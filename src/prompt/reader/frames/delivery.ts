import type { ProjectProfile } from '../../../domain/profile.ts';
import type { IntentOf, Selector } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { atomsOf } from '../clauses/clause.ts';
import { momentIn } from '../clauses/moment.ts';
import { isOfBoth } from '../clauses/phrases.ts';
import { ecosystemsIn, ecosystemsOf, nameOf } from '../clauses/selectors.ts';
import {
  asks,
  CANNOT_REMOVE,
  type Frame,
  isNegatedAt,
  NOTHING,
  type Reading,
  refuses,
  type Scope,
  said,
  targetsOf,
  together,
  turnsOf,
  understood,
} from '../frame.ts';
import type { Atom, Tag } from '../meaning.ts';

/** Packages that are published: to which registry, and when. */
export const readPublish: Frame = (scope) => {
  const atoms = said(scope);
  const registries = tagged(atoms, 'packages');
  const verbs = tagged(atoms, 'publish');
  const isForPeople = atoms.some(({ words }) =>
    /^(?:people|users|customers|anyone|anybody|everyone|everybody|someone|somebody)$/i.test(words),
  );
  const isMeant = verbs.length > 0 || (isForPeople && registries.some(({ words }) => / install$/i.test(words)));
  const first = registries[0];
  if (!first || !isMeant) return NOTHING;
  const about = [...verbs, ...registries];
  if (scope.clause.parts.some((part) => part.isNegated))
    return asks([...about, ...turnsOf(scope.clause.parts)], CANNOT_REMOVE);
  if (new Set(registries.map(({ meaning }) => meaning.registry)).size > 1)
    return asks(about, 'Which package goes to which registry?');
  const targets = scope.clause.selectors.length > 0 ? scope.clause.selectors : allOf(registries, scope);
  if (targets === null)
    return asks(
      [...about, ...(momentIn(atoms)?.atoms ?? [])],
      `Which package should be published to ${first.meaning.registry}?`,
      publishable(first.meaning, scope.profile),
    );
  const wrong = targets.find(
    (one) => !('all' in one) && !ecosystemsOf(one, scope.profile).some((it) => first.meaning.ecosystems.includes(it)),
  );
  if (wrong)
    return asks(
      about,
      `${nameOf(wrong)} is no package for ${first.meaning.registry}. Which package, or which registry, is meant?`,
      publishable(first.meaning, scope.profile),
    );
  const moment = momentIn(beforeOthers(scope));
  if (moment && moment.on !== 'tag' && moment.on !== 'manual')
    return asks([...about, ...moment.atoms], 'A package is published by a tag or by hand. Which of them?', [
      'on tags',
      'by hand',
    ]);
  const on = moment?.on === 'tag' || moment?.on === 'manual' ? { on: moment.on } : {};
  const intents = targets.map(
    (target): IntentOf<'publish'> => ({ kind: 'publish', for: target, registry: first.meaning.registry, ...on }),
  );
  return understood(intents, [...about, ...tagged(atoms, 'registry-word'), ...(moment?.atoms ?? [])]);
};

/** `publish it to PyPI on tags, and push its image on main`: what is said of the package stands before what else is delivered, or is said of both. */
function beforeOthers({ clause: { parts } }: Scope): readonly Atom[] {
  const other = parts.findIndex((part) => has(part.atoms, 'push', 'image', 'deploy'));
  const own = parts.filter((part, at) => other < 0 || at < other || isOfBoth(part.atoms));
  return own.flatMap(({ atoms }) => atoms);
}

type Registries = ReturnType<typeof tagged<'packages'>>;

/** The only package for a registry, or all of them where the words are in the plural; null where nobody can tell. */
function allOf(registries: Registries, { clause, profile }: Scope): readonly Selector[] | null {
  const of = registries.flatMap(({ meaning }) => meaning.ecosystems);
  const [only, ...more] = ecosystemsIn(profile).filter((one) => of.includes(one));
  const own = packagesFor(registries[0]?.meaning, profile);
  const isPlural =
    registries.length > 1 || atomsOf(clause).some(({ words }) => /^(?:packages|modules|gems|libraries)$/i.test(words));
  const isKnown = own.length === 1 || (own.length > 1 && isPlural);
  return isKnown && only && more.length === 0 ? [{ ecosystem: only }] : null;
}

function packagesFor(of: Registries[number]['meaning'] | undefined, { packages = [] }: ProjectProfile): string[] {
  return packages.filter(({ registry }) => registry === of?.registry).map(({ name }) => name);
}

/** What can be named for a registry: its packages, or else the places of its languages. */
function publishable(of: Registries[number]['meaning'], profile: ProjectProfile): string[] {
  const named = packagesFor(of, profile);
  if (named.length > 0) return named;
  return profile.units
    .filter(({ ecosystem }) => of.ecosystems.includes(ecosystem))
    .map(({ directory }) => profile.services.find((service) => service.directory === directory)?.name ?? directory);
}

interface Stage {
  readonly environment: ReturnType<typeof tagged<'environment'>>[number];
  readonly atoms: readonly Atom[];
}

/** Deployments: each environment that is named begins one. */
export const readDeploy: Frame = (scope) => {
  const parts = scope.clause.parts.filter((part) => !has(part.atoms, 'push', 'image', 'publish'));
  const atoms = parts.flatMap((part) => part.atoms);
  const shared = scope.clause.parts.filter((part) => isOfBoth(part.atoms)).flatMap((part) => part.atoms);
  const environments = tagged(atoms, 'environment');
  const verbs = tagged(atoms, 'deploy');
  const approvals = tagged(atoms, 'approval');
  if (verbs.length === 0 && (environments.length === 0 || approvals.length === 0)) return NOTHING;
  const turned = scope.clause.parts.filter(
    ({ atoms: part, isNegated }) => isNegated && has(part, 'deploy', 'environment'),
  );
  // `do not deploy without approval` wants one.
  // `approve web for production` asks somebody for an approval, not for a deployment.
  if (verbs.length === 0 && approvals.every(({ words }) => /^approve$/i.test(words))) return NOTHING;
  const isTwice = turned.some((part) => !has(part.atoms, 'approval')) || has(said(scope), 'gate');
  if (!isTwice && approvals.some((atom) => isNegatedAt(scope, atom))) return refuses(atoms, 'removes-approvals');
  if (turned.length > 0 || has(said(scope), 'gate'))
    return asks([...verbs, ...environments, ...approvals, ...turnsOf(scope.clause.parts)], CANNOT_REMOVE);
  if (environments.length === 0)
    return asks(verbs, 'To which environment should it be deployed, through what, and when?', [
      'staging',
      'production',
    ]);
  const own = stagesOf(parts.map((part) => part.atoms.filter((atom) => !shared.includes(atom))));
  const isBare = (stage: Stage): boolean => !has(stage.atoms, 'through', 'event', 'branch', 'approval');
  const isOfBothAlone = shared.length > 0 && own.every(isBare);
  // `approval for staging and production`, `on tags deploy to staging and production`.
  const first = environments[0] ? atoms.indexOf(environments[0]) : 0;
  const when: readonly Tag[] = ['approval', 'event', 'branch'];
  const isLed = has(atoms.slice(0, first), ...when) && own.slice(1).some((stage) => !has(stage.atoms, ...when));
  if ((own.slice(0, -1).some(isBare) || isLed) && !isOfBothAlone)
    return asks(
      environments,
      'Is that meant for each of these environments, or for the last one alone?',
      environments.map(({ words }) => words),
    );
  const stages = own.map((stage) => ({ ...stage, atoms: [...stage.atoms, ...shared] }));
  return together([understood([], verbs), ...stages.map((stage) => readStage(stage, scope))]);
};

/**
 * Words before the first environment belong to it, and through what, where it stands there, to all of them. A part that names one is about it
 * from its beginning: `deploy to staging on main, approval for production`.
 */
function stagesOf(parts: readonly (readonly Atom[])[]): Stage[] {
  const atoms = parts.flat();
  const first = atoms.findIndex(({ meaning }) => meaning.tag === 'environment');
  const lead = atoms.slice(0, Math.max(first, 0));
  const stages = parts
    .reduce<readonly Stage[]>(withPart, [])
    .map((stage, at) =>
      at === 0 ? { ...stage, atoms: [...lead.filter((atom) => !stage.atoms.includes(atom)), ...stage.atoms] } : stage,
    );
  return stages.map((stage) =>
    has(stage.atoms, 'through') ? stage : { ...stage, atoms: [...tagged(lead, 'through'), ...stage.atoms] },
  );
}

function withPart(before: readonly Stage[], atoms: readonly Atom[]): readonly Stage[] {
  const [environment, ...more] = tagged(atoms, 'environment');
  const last = before.at(-1);
  if (environment && more.length === 0 && last?.environment.meaning.name !== environment.meaning.name)
    return [...before, { environment, atoms }];
  const stages = [...before];
  for (const atom of atoms) {
    const [open] = stages.slice(-1);
    const next = tagged([atom], 'environment').find(({ meaning }) => meaning.name !== open?.environment.meaning.name);
    if (next) stages.push({ environment: next, atoms: [atom] });
    else if (open) stages[stages.length - 1] = { ...open, atoms: [...open.atoms, atom] };
  }
  return stages;
}

function readStage({ environment, atoms }: Stage, scope: Scope): Reading {
  const { name } = environment.meaning;
  const through = tagged(atoms, 'through');
  const moment = momentIn(atoms);
  if (moment?.on === 'pull-request') return refuses(atoms, 'deploy-on-pull-request');
  if (moment?.on === 'unclear')
    return asks(moment.atoms, `When should ${name} be deployed to?`, ['from the default branch', 'on tags', 'by hand']);
  if (new Set(through.map(({ meaning }) => meaning.through)).size > 1)
    return asks(through, `Through what should ${name} be deployed to?`, ['Argo CD', 'Helm']);
  const approvals = tagged(atoms, 'approval');
  const way = through[0]?.meaning.through;
  const on =
    moment?.on === 'default-branch' || moment?.on === 'tag' || moment?.on === 'manual' ? { on: moment.on } : {};
  const fields = {
    environment: name,
    ...(way ? { through: way } : {}),
    ...on,
    ...(approvals.length > 0 ? { approval: true } : {}),
  };
  const intents = targetsOf(scope).map((target): IntentOf<'deploy'> => ({ kind: 'deploy', for: target, ...fields }));
  const after = approvals.length > 0 ? tagged(atoms, 'after', 'when') : [];
  return understood(intents, [
    ...tagged(atoms, 'environment'),
    ...through,
    ...approvals,
    ...after,
    ...(moment?.atoms ?? []),
  ]);
}
