import { isMapping, type Manifest } from '../formats/manifest.ts';

/** The names of the events that start a GitHub workflow. (docs.github.com, "Workflow syntax", `on`) */
export function eventsOf(workflow: Manifest): string[] {
  return isMapping(workflow.at(['on'])) ? workflow.keys(['on']) : workflow.oneOrMore(['on']);
}
