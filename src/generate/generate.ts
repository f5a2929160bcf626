import type { Catalogues } from '../domain/catalogue.ts';
import type { ChangeSet, FileStatus } from '../domain/changes.ts';
import type { Finding } from '../domain/finding.ts';
import type { Pipeline } from '../domain/pipeline.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { GenerationRequest, Intent } from '../domain/request.ts';
import { planPipeline } from './plan/plan.ts';
import { editedByHand, printWorkflow } from './print/github/workflow.ts';

export const WORKFLOW_PATH = '.github/workflows/generated.yml';

/** Every file that generation may write. */
export const GENERATED_PATHS: readonly string[] = [WORKFLOW_PATH];

export interface GenerateInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  /** The text of each generated file as it is now; absent where there is none. */
  readonly existing: ReadonlyMap<string, string>;
  readonly catalogues: Catalogues;
  readonly defaultBranch: string | null;
}

export interface Generated {
  readonly pipeline: Pipeline;
  readonly changeSet: ChangeSet;
  /** What was wished and left out. */
  readonly findings: readonly Finding[];
}

/** Layer 2: a request over a profile becomes files. Pure and synchronous. */
export function generate({ request, profile, existing, catalogues, defaultBranch }: GenerateInput): Generated {
  const pipeline = planPipeline({
    request,
    profile,
    images: catalogues.images,
    defaultBranch,
    generated: GENERATED_PATHS,
  });
  const content = printWorkflow(pipeline, request, catalogues);
  const previous = existing.get(WORKFLOW_PATH) ?? null;
  return {
    pipeline,
    changeSet: { files: [{ path: WORKFLOW_PATH, content, previous, status: statusOf(previous, content) }] },
    findings: [
      ...pipeline.unsupported.map(unsupportedFinding),
      ...(previous !== null && previous !== content && editedByHand(previous) ? [editedFinding()] : []),
    ],
  };
}

function statusOf(previous: string | null, content: string): FileStatus {
  if (previous === null) return 'added';
  return previous === content ? 'unchanged' : 'changed';
}

function unsupportedFinding(intent: Intent): Finding {
  return about(
    'INTENT_NOT_SUPPORTED',
    `The wish ${JSON.stringify(intent)} was left out: this version cannot print it for this repository.`,
    'Everything else of the request was done. Take the wish out, or wait for a version that has a printer for it.',
  );
}

function editedFinding(): Finding {
  return about(
    'EDITED_BY_HAND',
    'The file was edited by hand since it was generated: the difference shows what would be replaced.',
    'Say what you need as intents in .github/agent-generate.yml, or keep your version and do not take this one over.',
  );
}

function about(rule: string, message: string, help: string): Finding {
  const start = { line: 1, column: 1 };
  return {
    rule,
    level: 'warning',
    message,
    file: WORKFLOW_PATH,
    path: [],
    range: { start, end: start },
    aliases: [],
    help,
  };
}
