import type { DocumentPath } from '../../../domain/finding.ts';
import { asMapping, asText, isDynamic, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check, CheckedJob, Fault } from './check.ts';
import { type System, systemOf } from './hosted-runners.ts';
import { placedTexts } from './matrix-values.ts';
import { labelsOf } from './runner-labels.ts';
import { stepsOf } from './steps.ts';

/** Names that the runner knows how to call. Others need `{0}`, where it puts the script. (workflow syntax, `jobs.<id>.steps[*].shell`) */
const KNOWN = new Set(['bash', 'sh', 'pwsh', 'python', 'cmd', 'powershell']);

const WINDOWS_ONLY = new Set(['cmd', 'powershell']);

/** Shells that the runner cannot call, or that the job's machine does not have. */
export const shells: Check = ({ workflow, jobs }) => [
  ...unknownShell(shellOf(defaultsOf(workflow), ['defaults', 'run'])),
  ...jobs.flatMap((job) => {
    const system = systemOfJob(job);
    const ofJob = shellOf(defaultsOf(job.job), [...job.path, 'defaults', 'run']);
    const ofSteps = stepsOf(job).map(({ step, path }) => ({ ...shellOf(step, path), isSure: !('if' in step) }));
    return [{ ...ofJob, isSure: true }, ...ofSteps].flatMap((shell) => {
      const unknown = unknownShell(shell);
      return unknown.length > 0 || !shell.isSure ? unknown : missingShell(shell, system);
    });
  }),
];

interface Shell {
  /** Empty where none is named, and where it is decided only when the workflow runs. */
  readonly name: string;
  readonly path: DocumentPath;
}

function defaultsOf(owner: Mapping): Mapping {
  return asMapping(asMapping(owner.defaults).run);
}

function shellOf({ shell }: Mapping, path: DocumentPath): Shell {
  const name = asText(shell) ?? '';
  return { name: isDynamic(name) ? '' : name.trim(), path: [...path, 'shell'] };
}

function unknownShell({ name, path }: Shell): Fault[] {
  if (name === '' || name.includes('{0}') || KNOWN.has(name.toLowerCase())) return [];
  return [{ rule: 'unknown-shell', path, params: { shell: name } }];
}

/** That `sh` is there on Windows is nothing that GitHub promises, though its own machines have the one that comes with Git. */
function missingShell({ name, path }: Shell, system: System | null): Fault[] {
  const shell = name.toLowerCase();
  if (system === null || !(system === 'Windows' ? shell === 'sh' : WINDOWS_ONLY.has(shell))) return [];
  return [{ rule: 'missing-shell', path, params: { shell, system }, level: shell === 'sh' ? 'note' : 'warning' }];
}

/** The system that all machines have that the job may run on; null where they differ, or are not known. */
function systemOfJob(job: CheckedJob): System | null {
  const labels = labelsOf(job).map((label) => placedTexts(label, job));
  if (labels.includes(null)) return null;
  const systems = labels.map((texts) => (texts ?? []).map(({ text }) => systemOf(text)));
  const [first = null, ...others] = new Set(systems.filter((one) => one.some((system) => system !== null)).flat());
  return others.length > 0 ? null : first;
}
