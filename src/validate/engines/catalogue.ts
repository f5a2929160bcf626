import type { ActionCatalogue, KnownAction } from '../../domain/catalogue.ts';
import type { DocumentPath, Finding, Level } from '../../domain/finding.ts';
import { readUses } from '../../workflow/facts/uses.ts';
import { asList, asMapping, asText } from '../../workflow/facts/values.ts';
import type { Engine, JudgedDocument } from '../engine.ts';

type Workflow = Extract<JudgedDocument, { kind: 'workflow' | 'other' }>;

/** Whether actions exist and have the inputs that they are given, by the catalogue of releases. */
export function catalogueEngine(actions: ActionCatalogue): Engine {
  return {
    name: 'catalogue',
    judge: (document) => (document.kind === 'workflow' ? judgeWorkflow(document, actions) : []),
  };
}

interface Use {
  readonly document: Workflow;
  /** `owner/name[/path]` as written. */
  readonly name: string;
  readonly ref: string;
  readonly step: Readonly<Record<string, unknown>>;
  readonly path: DocumentPath;
}

function judgeWorkflow(document: Workflow, actions: ActionCatalogue): Finding[] {
  const jobs = Object.entries(asMapping(asMapping(document.yaml.value).jobs));
  const uses = jobs.flatMap(([id, job]) =>
    asList(asMapping(job).steps).flatMap((value, index): Use[] => {
      const step = asMapping(value);
      const path = ['jobs', id, 'steps', index];
      const raw = asText(step.uses);
      const found = raw === null ? null : readUses(raw, path);
      return found?.kind === 'repository' ? [{ document, name: found.action, ref: found.ref, step, path }] : [];
    }),
  );
  return uses.flatMap((use) => judgeUse(use, actions));
}

function judgeUse(use: Use, actions: ActionCatalogue): Finding[] {
  const { document, name, ref, path } = use;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const at = { document, path: [...path, 'uses'], isKey: false };
  if (!action)
    return [finding(at, 'unknown-action', 'note', `${name} is not in the catalogue, so its inputs are not checked.`)];
  // Inputs are those of one release: of another one nothing is known.
  const isKnown = ref === action.sha || ref === action.version || ref === action.version?.split('.')[0];
  return isKnown ? [...wrongComment(use, action), ...judgeInputs(use, action)] : [];
}

/** A comment that names another release than the commit is of misleads whoever reads the file. */
function wrongComment({ document, path, ref }: Use, { version, sha }: KnownAction): Finding[] {
  const at = { document, path: [...path, 'uses'], isKey: false };
  const comment = ref === sha ? document.yaml.commentOf(at.path) : null;
  const named = /^v?\d+(\.\d+)*/.exec(comment ?? '')?.[0];
  if (named === undefined || version === null || `${version}.`.startsWith(`${named}.`) || `${version}.`.startsWith(`v${named}.`)) return [];
  return [
    finding(at, 'version-comment-mismatch', 'warning', `The comment says ${named}, but the commit is ${version}.`),
  ];
}

function judgeInputs({ document, name, ref, step, path }: Use, action: KnownAction): Finding[] {
  const { inputs } = action;
  const version = action.version ?? ref;
  const given = Object.keys(asMapping(step.with));
  const known = new Map(Object.entries(inputs).map(([key, input]) => [key.toLowerCase(), input]));
  const missing = [...known].filter(
    ([key, input]) =>
      input.required === true && input.default === undefined && !given.some((it) => it.toLowerCase() === key),
  );
  const at = (key: string) => ({ document, path: [...path, 'with', key], isKey: true });
  return [
    ...given
      .filter((key) => !known.has(key.toLowerCase()))
      .map((key) => finding(at(key), 'unknown-input', 'error', `${name} ${version} has no input ${key}.`)),
    ...missing.map(([key]) =>
      finding(
        { document, path: [...path, 'uses'], isKey: false },
        'missing-input',
        'error',
        `${name} ${version} needs the input ${key}.`,
      ),
    ),
    ...given
      .filter((key) => known.get(key.toLowerCase())?.deprecated)
      .map((key) => finding(at(key), 'deprecated-input', 'warning', `The input ${key} of ${name} is deprecated.`)),
  ];
}

interface Place {
  readonly document: Workflow;
  readonly path: DocumentPath;
  readonly isKey: boolean;
}

function finding(
  { document, path, isKey }: Place,
  rule: string,
  ...[level, message]: readonly [Level, string]
): Finding {
  const range = isKey ? document.yaml.keyRangeOf(path) : document.yaml.rangeOf(path);
  const help = 'See the action.yml of that release for what it takes.';
  return { rule, level, message, file: document.file, path, range, aliases: ['actionlint/action'], help };
}
