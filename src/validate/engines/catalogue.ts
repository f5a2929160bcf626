import type { ActionCatalogue, KnownAction } from '../../domain/catalogue.ts';
import type { DocumentPath, Finding } from '../../domain/finding.ts';
import { placedSteps } from '../../workflow/facts/placed-steps.ts';
import { readUses } from '../../workflow/facts/uses.ts';
import { asMapping, asText } from '../../workflow/facts/values.ts';
import type { Engine, JudgedDocument, JudgedText } from '../engine.ts';
import { type OwnRuleId, ownFinding } from '../own-finding.ts';
import { type InputFault, judgeInputs } from './catalogue/inputs.ts';

/** Whether actions exist and have the inputs that they are given, by the catalogue of releases. */
export function catalogueEngine(actions: ActionCatalogue): Engine {
  // GitHub compares owners and names without regard to case.
  const known = new Map(Object.entries(actions).map(([name, action]) => [name.toLowerCase(), action]));
  return { name: 'catalogue', judge: (document) => usesOf(document).flatMap((use) => judgeUse(use, known)) };
}

/** A step that uses an action of some repository. */
interface Use {
  readonly document: JudgedText;
  /** `owner/name[/path]` as written. */
  readonly name: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Of the step. */
  readonly path: DocumentPath;
}

function usesOf(document: JudgedDocument): Use[] {
  switch (document.kind) {
    case 'workflow': {
      const jobs = Object.entries(asMapping(asMapping(document.yaml.value).jobs));
      return jobs.flatMap(([id, job]) => usesIn(document, asMapping(job).steps, ['jobs', id, 'steps']));
    }
    case 'action':
      return usesIn(document, asMapping(asMapping(document.yaml.value).runs).steps, ['runs', 'steps']);
    case 'other':
    case 'unreadable':
    case 'request':
      return [];
  }
}

function usesIn(document: JudgedText, steps: unknown, parent: DocumentPath): Use[] {
  return placedSteps(steps).flatMap(({ value, path: inner }): Use[] => {
    const step = asMapping(value);
    const path = [...parent, ...inner];
    const raw = asText(step.uses);
    const found = raw === null ? null : readUses(raw, path);
    if (found?.kind !== 'repository') return [];
    return [{ document, name: found.action, ref: found.ref, inputs: asMapping(step.with), path }];
  });
}

function judgeUse(use: Use, actions: ReadonlyMap<string, KnownAction>): Finding[] {
  const { name, ref, inputs } = use;
  const action = actions.get(name.toLowerCase());
  if (!action) return [atUses(use, 'unknown-action', { action: name })];
  const { version, sha } = action;
  const exact = ref === sha || ref === version;
  // The major version is a tag that moves along with the releases. Of any other release nothing is known.
  if (!exact && ref !== version?.split('.')[0])
    return [atUses(use, 'unknown-version', { action: name, known: version ?? sha, ref })];
  return [
    ...(ref === sha ? wrongComment(use, action) : []),
    ...judgeInputs({ name, inputs: Object.keys(inputs), action, exact }).map((fault) => atInput(use, fault)),
  ];
}

/** A comment that names another release than the commit is of misleads whoever reads the file. */
function wrongComment(use: Use, { version }: KnownAction): Finding[] {
  const comment = use.document.yaml.commentOf([...use.path, 'uses']);
  const named = /^v?(\d+(?:\.\d+)*)/.exec(comment ?? '');
  const plain = version?.replace(/^v/, '');
  if (!named || plain === undefined || `${plain}.`.startsWith(`${named[1]}.`)) return [];
  return [atUses(use, 'version-comment-mismatch', { named: named[0], action: use.name, version: version ?? '' })];
}

function atUses({ document, path }: Use, rule: OwnRuleId, params: Readonly<Record<string, string>>): Finding {
  const place = [...path, 'uses'];
  return ownFinding({ rule, file: document.file, path: place, range: document.yaml.rangeOf(place), params });
}

function atInput(use: Use, { rule, level, params, given }: InputFault): Finding {
  if (!given) return { ...atUses(use, rule, params), level };
  const { document, path } = use;
  const place = [...path, 'with', params.input];
  return ownFinding({ rule, level, file: document.file, path: place, range: document.yaml.keyRangeOf(place), params });
}
