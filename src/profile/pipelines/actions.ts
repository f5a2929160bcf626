import type { CiStep } from '../ci/steps.ts';
import { isWithin, joinPath, relativeTo } from '../paths.ts';
import { shellWord } from '../shell-word.ts';

type Inputs = ReadonlyMap<string, string>;

/** A command, and where it runs, as it is written. */
interface Written {
  readonly run: string;
  readonly folder: string;
}

/** Actions that run a linter, as the command that they run, from their inputs. (the README of each) */
const LINTERS: Readonly<Record<string, (inputs: Inputs) => Written | null>> = {
  'golangci/golangci-lint-action': (inputs) => ({
    run: 'golangci-lint run',
    folder: inputs.get('working-directory') ?? '.',
  }),
  'EmbarkStudios/cargo-deny-action': (inputs) => ({
    run: `cargo deny ${inputs.get('command') ?? 'check'}`,
    folder: (inputs.get('manifest-path') ?? './Cargo.toml').replace(/\/?Cargo\.toml$/, '') || '.',
  }),
  'astral-sh/ruff-action': (inputs) => ({
    run: `ruff ${inputs.get('args') ?? 'check'} ${inputs.get('src') ?? '.'}`,
    folder: '.',
  }),
  'aquasecurity/trivy-action': trivy,
  'pre-commit/action': (inputs) => ({
    run: `pre-commit run ${inputs.get('extra_args') ?? '--all-files'}`,
    folder: '.',
  }),
  'j178/prek-action': (inputs) =>
    (inputs.get('install-only') ?? 'false') === 'false'
      ? {
          run: `prek run ${inputs.get('extra-args') ?? inputs.get('extra_args') ?? '--all-files'}`,
          folder: inputs.get('working-directory') ?? '.',
        }
      : null,
};

/** A step that calls such an action, as one that runs its command; any other as it is. */
export function asCommand(step: CiStep): CiStep {
  const linter = step.uses !== null && Object.hasOwn(LINTERS, step.uses) ? LINTERS[step.uses] : undefined;
  const written = linter?.(step.inputs) ?? null;
  if (written === null) return step;
  const { run, folder } = written;
  return { ...step, run, folder, directory: joinPath('.', folder), script: [{ text: run, number: step.line }] };
}

/** Only a scan of configuration that fails where it finds something is a check. */
function trivy(inputs: Inputs): Written | null {
  const folder = joinPath('.', inputs.get('scan-ref') ?? '.');
  if (inputs.get('scan-type') !== 'config' || inputs.get('exit-code') !== '1' || folder === null) return null;
  const severity = inputs.get('severity');
  const ignored = joinPath('.', inputs.get('trivyignores') ?? '');
  const options = [
    ...(severity === undefined ? [] : ['--severity', shellWord(severity)]),
    '--exit-code 1',
    ...(ignored === null || ignored === '.' || !isWithin(folder, ignored)
      ? []
      : ['--ignorefile', shellWord(relativeTo(folder, ignored))]),
  ];
  return { run: `trivy config ${options.join(' ')} .`, folder };
}
