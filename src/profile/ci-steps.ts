import type { DocumentPath } from '../domain/finding.ts';
import { isMapping, type Manifest } from './manifest.ts';
import { directoryOf, joinPath } from './paths.ts';
import type { Snapshot } from './snapshot.ts';
import { readYamlManifest } from './yaml.ts';

/** A step of one of the repository's own GitHub workflows. */
export interface CiStep {
  readonly file: string;
  /** Of `run` or `uses`. */
  readonly line: number;
  readonly run: string | null;
  /** An action without its version. */
  readonly uses: string | null;
  /** The action's inputs, as text. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Where it runs: `.` is the root; null where an expression says so, or it changes its folder. */
  readonly directory: string | null;
}

/** The steps of those workflows that match. What agent-generate itself has written proves nothing. */
export function readCiSteps(snapshot: Snapshot, mentions: RegExp): CiStep[] {
  const files = snapshot.paths.filter(
    (path) => directoryOf(path) === '.github/workflows' && /\/(?!generated)[^/]+\.ya?ml$/.test(path),
  );
  return files
    .filter((file) => mentions.test(snapshot.text(file) ?? ''))
    .flatMap((file) => stepsOf(readYamlManifest(snapshot, file).value));
}

function stepsOf(workflow: Manifest): CiStep[] {
  return workflow.keys(['jobs']).flatMap((job) => {
    const steps = workflow.at(['jobs', job, 'steps']);
    const usual = defaultDirectory(workflow, job);
    const count = Array.isArray(steps) ? steps.length : 0;
    return Array.from({ length: count }, (_, index) => stepAt(workflow, ['jobs', job, 'steps', index], usual));
  });
}

function stepAt(workflow: Manifest, path: DocumentPath, usual: string): CiStep {
  const run = workflow.text([...path, 'run']);
  const uses = workflow.text([...path, 'uses']);
  const inputs = workflow.at([...path, 'with']);
  const directory = workflow.text([...path, 'working-directory']) ?? usual;
  return {
    file: workflow.file,
    line: workflow.lineOf([...path, run === null ? 'uses' : 'run']),
    run,
    uses: uses?.replace(/@.*$/s, '') ?? null,
    inputs: new Map(isMapping(inputs) ? Object.entries(inputs).flatMap(asText) : []),
    directory: directory.includes('${{') || /^\s{0,20}cd\s/m.test(run ?? '') ? null : joinPath('.', directory),
  };
}

function asText([name, value]: [string, unknown]): [string, string][] {
  return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [];
}

function defaultDirectory(workflow: Manifest, job: string): string {
  const path = ['defaults', 'run', 'working-directory'];
  return workflow.text(['jobs', job, ...path]) ?? workflow.text(path) ?? '.';
}
