import type { DocumentPath } from '../../domain/finding.ts';
import { type ImageFact, readImage } from './images.ts';
import { type PermissionsFact, readPermissions } from './permissions.ts';
import { readStep, type StepContext, type StepFact } from './steps.ts';
import { readUses, type UsesFact } from './uses.ts';
import { asList, asMapping, asText, asTexts, isMapping } from './values.ts';

export interface JobFact {
  readonly id: string;
  readonly path: DocumentPath;
  readonly permissions: PermissionsFact;
  /** A job that calls a reusable workflow; null for one with steps. */
  readonly calls: UsesFact | null;
  readonly secretsInherit: boolean;
  readonly hasTimeout: boolean;
  readonly continueOnError: boolean;
  readonly isCheck: boolean;
  readonly selfHosted: boolean;
  /** Its `if` lets no pull request of another repository in. */
  readonly sameRepository: boolean;
  /** Its `if` lets no pull request in at all. */
  readonly skipsPullRequests: boolean;
  readonly deploys: boolean;
  readonly environmentPath: DocumentPath | null;
  readonly images: readonly ImageFact[];
  readonly steps: readonly StepFact[];
  readonly needs: readonly string[];
  readonly insecureCommands: boolean;
}

export type JobContext = Omit<StepContext, 'path'>;

export function readJob(id: string, value: unknown, context: JobContext): JobFact {
  const job = asMapping(value);
  const path: DocumentPath = ['jobs', id];
  const uses = asText(job.uses);
  const condition = (asText(job.if) ?? '').replace(/\s+/g, ' ');
  const steps = asList(job.steps).map((step, index) => readStep(step, { ...context, path: [...path, 'steps', index] }));
  const environment = job.environment === undefined ? null : [...path, 'environment'];
  return {
    id,
    path,
    permissions: readPermissions(job.permissions, [...path, 'permissions']),
    calls: uses === null ? null : readUses(uses, [...path, 'uses']),
    secretsInherit: job.secrets === 'inherit',
    hasTimeout: job['timeout-minutes'] !== undefined,
    continueOnError: job['continue-on-error'] === true,
    isCheck: steps.some(({ isCheck }) => isCheck),
    selfHosted: runnerLabels(job['runs-on']).includes('self-hosted'),
    sameRepository:
      /head\.repo\.full_name == github\.repository|head\.repo\.fork == false|!github\.event\.pull_request\.head\.repo\.fork/.test(
        condition,
      ),
    skipsPullRequests: skipsPullRequests(condition),
    deploys:
      environment !== null ||
      steps.some(({ script, uses: action }) => script?.deploys === true || isPublishing(action)),
    environmentPath: environment,
    images: imagesOf(job, path, steps),
    steps,
    needs: asTexts(job.needs),
    insecureCommands: asText(asMapping(job.env).ACTIONS_ALLOW_UNSECURE_COMMANDS)?.toLowerCase() === 'true',
  };
}

function runnerLabels(runsOn: unknown): string[] {
  return asTexts(isMapping(runsOn) ? runsOn.labels : runsOn).map((label) => label.toLowerCase());
}

/** Conditions that a pull request cannot meet, where nothing else could make them true. */
function skipsPullRequests(condition: string): boolean {
  if (condition.includes('||')) return false;
  return /github\.event_name != 'pull_request'|github\.event_name == '(?!pull_request)\w+'|github\.ref == 'refs\/(heads|tags)\/|startsWith\( ?github\.ref, ?'refs\/tags|github\.ref_type == 'tag'/.test(
    condition,
  );
}

const PUBLISHING =
  /^(pypa\/gh-action-pypi-publish|rubygems\/release-gem|azure\/webapps-deploy|azure\/k8s-deploy|google-github-actions\/deploy-\w+|aws-actions\/amazon-ecs-deploy-task-definition|actions\/deploy-pages|softprops\/action-gh-release)$/;

function isPublishing(uses: UsesFact | null): boolean {
  return uses !== null && PUBLISHING.test(uses.repository);
}

function imagesOf(job: Readonly<Record<string, unknown>>, path: DocumentPath, steps: readonly StepFact[]): ImageFact[] {
  const container = asText(job.container) ?? asText(asMapping(job.container).image);
  const at: DocumentPath = [...path, 'container', ...(isMapping(job.container) ? ['image'] : [])];
  const services = Object.entries(asMapping(job.services)).flatMap(([name, service]) => {
    const image = asText(asMapping(service).image);
    return image === null || image === '' ? [] : [readImage(image, [...path, 'services', name, 'image'])];
  });
  const actions = steps.flatMap(({ uses }) => (uses?.kind === 'docker' ? [readImage(uses.raw, uses.path)] : []));
  return [...(container ? [readImage(container, at)] : []), ...services, ...actions];
}
