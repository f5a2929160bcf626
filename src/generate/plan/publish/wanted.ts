import { isWithin } from '../../../domain/folders.ts';
import type { ManagerName, Package, ProjectProfile, Registry, Unit } from '../../../domain/profile.ts';
import { REGISTRIES } from '../../../domain/profile.ts';
import type { IntentOf, Selector } from '../../../domain/request.ts';
import { covering, reachesFolder, type Wishes } from '../../select.ts';
import { isTooOld } from './crates.ts';
import type { Publishable } from './publishable.ts';

/** What goes to one registry on one event. */
export interface Publishing {
  readonly registry: Registry;
  readonly on: 'tag' | 'manual';
  readonly members: readonly Publishable[];
}

/** What is to be published, by registry and then by event. */
export function publishingsOf(wishes: Wishes): Publishing[] {
  return REGISTRIES.flatMap((registry) =>
    (['tag', 'manual'] as const).flatMap((on): Publishing[] => {
      const members = publishable(registry, wishes.profile).filter(
        (it) => !isTooOld(it, wishes.profile) && publishedOn(it, wishes) === on,
      );
      return members.length === 0 ? [] : [{ registry, on, members }];
    }),
  );
}

/** The packages that a wish is for. */
export function packagesFor({ for: selector, registry }: IntentOf<'publish'>, profile: ProjectProfile): Publishable[] {
  return publishable(registry, profile).filter((it) => reaches(selector, it, profile));
}

/** The narrowest wish says when. */
function publishedOn(it: Publishable, { intents, profile }: Wishes): 'tag' | 'manual' | null {
  const narrowest = covering(intents, 'publish', (selector) => reaches(selector, it, profile))
    .filter(({ registry }) => registry === it.package.registry)
    .at(-1);
  return narrowest ? (narrowest.on ?? 'tag') : null;
}

function reaches(selector: Selector, { package: { directory }, unit }: Publishable, profile: ProjectProfile): boolean {
  return 'ecosystem' in selector ? unit.ecosystem === selector.ecosystem : reachesFolder(selector, directory, profile);
}

/** Managers that make what a registry takes. */
const MAKERS: Readonly<Record<Registry, readonly ManagerName[]>> = {
  npm: ['npm', 'pnpm', 'yarn-classic', 'yarn-berry', 'bun'],
  pypi: ['uv', 'poetry', 'pdm', 'hatch', 'pipenv', 'pip'],
  crates: ['cargo'],
  nuget: ['nuget'],
  rubygems: ['bundler'],
  'maven-central': ['maven', 'gradle'],
};

function publishable(registry: Registry, { packages = [], units }: ProjectProfile): Publishable[] {
  const makers = units.filter(({ manager }) => MAKERS[registry].includes(manager));
  return packages.flatMap((found) => {
    if (found.registry !== registry) return [];
    const around = makers.filter((unit) => isWithin(unit.directory, found.directory) && fits(unit, found));
    const unit = around.toSorted((a, b) => a.directory.length - b.directory.length).at(-1);
    return unit ? [{ package: found, unit }] : [];
  });
}

/** A pom is no build of Gradle. */
function fits({ manager }: Unit, { registry, file }: Package): boolean {
  return registry !== 'maven-central' || (manager === 'maven') === file.endsWith('.xml');
}
