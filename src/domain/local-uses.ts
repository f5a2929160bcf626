import { trimEnd } from './trim-end.ts';

/** Where a workflow lies; what it names as `./…` or `$/…` is below the folder before that. */
const PLACE = /^(.*\/|)\.github\/workflows\/[^/]+$/;

/** Linear: each part takes what the next one cannot begin with. */
const USES = /\buses[ \t]*:[ \t]*["']?([.$]\/[^\s"'#,}]*)/g;

/**
 * The paths of a workflow's own repository at which may lie what a `uses` names, `./` or `$/` first: a workflow to call, or the folder of an action.
 * None where it names something else, or where the workflow lies elsewhere, since what it is relative to is not known then.
 */
export function localPaths(workflow: string, uses: string): string[] {
  const root = PLACE.exec(workflow)?.[1];
  if (root === undefined || !/^[.$]\//.test(uses)) return [];
  const path = trimEnd(uses.slice(2), '/');
  if (/\.ya?ml$/.test(path)) return [`${root}${path}`];
  const folder = path === '' ? root : `${root}${path}/`;
  return [`${folder}action.yml`, `${folder}action.yaml`];
}

/** The same for all that a text names, before it is read as YAML. */
export function localPathsIn(workflow: string, text: string): string[] {
  return PLACE.test(workflow) ? [...text.matchAll(USES)].flatMap(([, uses = '']) => localPaths(workflow, uses)) : [];
}
