import { childAt, childrenNamed, type Element } from '../../formats/xml.ts';
import type { Pom } from './pom.ts';

/** A plugin as a pom writes it. */
export interface Plugin {
  readonly artifactId: string;
  /** Only configured for whoever uses it (`pluginManagement`). */
  readonly isManaged: boolean;
  readonly element: Element;
  readonly file: string;
}

/** The plugins that a pom uses or manages. Those of a profile count where it is active without being asked for. */
export function pluginsOf({ project, file }: Pom): Plugin[] {
  const profiles = childrenNamed(childAt(project, 'profiles'), 'profile').filter(
    (profile) => childAt(profile, 'activation', 'activeByDefault')?.text === 'true',
  );
  return [project, ...profiles].flatMap((place) => [
    ...listed(childAt(place, 'build', 'plugins'), file, false),
    ...listed(childAt(place, 'build', 'pluginManagement', 'plugins'), file, true),
  ]);
}

/** The phases in which an execution of the plugin runs one of `goals`; the goals that check belong to `verify` where none is written. */
export function phasesOf({ element }: Plugin, goals: readonly string[]): string[] {
  return childrenNamed(childAt(element, 'executions'), 'execution').flatMap((execution) => {
    const phase = childAt(execution, 'phase')?.text ?? 'verify';
    const runs = childrenNamed(childAt(execution, 'goals'), 'goal').some(({ text }) => goals.includes(text));
    return runs && phase !== 'none' ? [phase] : [];
  });
}

function listed(place: Element | null, file: string, isManaged: boolean): Plugin[] {
  return childrenNamed(place, 'plugin').map((element) => ({
    artifactId: childAt(element, 'artifactId')?.text ?? '',
    isManaged,
    element,
    file,
  }));
}
