import { oncePer } from '../../domain/once.ts';
import type { Manifest } from '../formats/manifest.ts';

/** What many steps and jobs ask of one job of a workflow is made once. */
export function oncePerJob<T>(make: (workflow: Manifest, job: string) => T): (workflow: Manifest, job: string) => T {
  const made = oncePer((_workflow: Manifest) => new Map<string, { readonly value: T }>());
  return (workflow, job) => {
    const known = made(workflow);
    const found = known.get(job) ?? { value: make(workflow, job) };
    known.set(job, found);
    return found.value;
  };
}
