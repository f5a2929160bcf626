import { asText, isDynamic } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';
import { stepsOf } from './steps.ts';

/** What a step's `uses` may be. (actions/runner, PipelineTemplateConverter: "Expected format {org}/{repo}[/path]@ref") */
export const usedActions: Check = ({ jobs }) =>
  jobs.flatMap(stepsOf).flatMap(({ step, path }) => {
    const uses = asText(step.uses) ?? '';
    const why = actionFault(uses);
    return why === null ? [] : [{ rule: 'malformed-uses' as const, path: [...path, 'uses'], params: { uses, why } }];
  });

/** What a job's `uses` may be. (workflow syntax, `jobs.<id>.uses`; GitHub: "invalid value workflow reference") */
export const calledWorkflows: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path }) => {
    const uses = asText(job.uses) ?? '';
    const why = callFault(uses);
    return why === null ? [] : [{ rule: 'malformed-call' as const, path: [...path, 'uses'], params: { uses, why } }];
  });

/** `./x` and `$/x` are of the repository; a path on Windows is `.\x`. */
function actionFault(uses: string): string | null {
  if (uses === '' || isDynamic(uses) || /^(?:\.|\$)[/\\]/.test(uses)) return null;
  if (uses.startsWith('docker://')) return imageFault(uses.slice('docker://'.length));
  if (/^\.(?:github|\.)?[/\\]/.test(uses)) return 'a path in this repository begins with ./';
  const [name = '', ref = '', ...others] = uses.split('@');
  const [owner, repository] = name.split(/[/\\]/).filter((part) => part !== '');
  if (!owner || !repository) return 'there is no owner before the name of the repository';
  if (others.length > 0) return 'there is more than one @';
  return ref === '' ? 'there is no version behind an @' : null;
}

function imageFault(image: string): string | null {
  if (image === '') return 'there is no image';
  return image.endsWith(':') || image.endsWith('@') ? 'the tag of the image is empty' : null;
}

const DIRECTORY = '.github/workflows/';

function callFault(uses: string): string | null {
  if (uses === '' || isDynamic(uses) || uses.startsWith('$/')) return null;
  const isLocal = uses.startsWith('./');
  const [reference = '', version = ''] = uses.split('@');
  if (isLocal && uses.includes('@')) return 'a workflow of this repository has no version';
  if (uses.startsWith(DIRECTORY)) return 'a path in this repository begins with ./';
  if (!isLocal && version === '') return 'there is no version behind an @';
  const parts = reference.split('/');
  const file = parts.slice(isLocal ? 1 : 2).join('/');
  if (!isLocal && (!parts[0] || !parts[1] || file === ''))
    return 'it is not written as owner/repository/.github/workflows/file.yml@version';
  if (!file.startsWith(DIRECTORY)) return 'called workflows are files in .github/workflows';
  return file.slice(DIRECTORY.length).includes('/')
    ? 'called workflows stand in .github/workflows itself, in no folder of it'
    : null;
}
