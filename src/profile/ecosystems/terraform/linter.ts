import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { PRE_COMMIT } from '../../harvest/checks/hooks.ts';
import { linesOf } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { oncePerSnapshot } from '../../once.ts';
import { directoryOf, pathFrom } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** TFLint, where it is configured here or above, or where pre-commit calls it for the whole repository. */
export function linter(snapshot: Snapshot, directory: string): LintCommand[] {
  const file = nearest(snapshot, directory, ['.tflint.hcl']);
  const hook = hookOf(snapshot);
  if (file === null)
    return hook ? [{ check: 'lint', run: `tflint${hook.flags}`, directory, because: hook.because }] : [];
  const option = directoryOf(file) === directory ? '' : ` --config=${pathFrom(directory, file)}`;
  const run = `tflint --init${option} && tflint${option}`;
  return [{ check: 'lint', run, directory, because: [snapshot.evidence(file, 1)] }];
}

interface Hook {
  readonly flags: string;
  readonly because: readonly Evidence[];
}

/** The hook `terraform_tflint` with its `--args=`. A flag that only the hook itself can fill in is left out. (pre-commit-terraform, "terraform_tflint") */
const hookOf = oncePerSnapshot((snapshot: Snapshot): Hook | null => {
  const lines = linesOf(snapshot.text(PRE_COMMIT) ?? '');
  const start = lines.findIndex(({ text }) => /^\s{0,20}-\s{1,4}id:\s{1,4}terraform_tflint\s*$/.test(text));
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(({ text }) => /^\s{0,20}-\s{1,4}(?:id|repo):/.test(text));
  const own = end < 0 ? rest : rest.slice(0, end);
  const flags = own.flatMap(
    ({ text }) => /^\s{0,20}-\s{1,4}["']?--args=(--[\w=.,/-]{1,100})["']?\s*$/.exec(text)?.[1] ?? [],
  );
  const usable = flags.filter((flag) => !flag.includes('__'));
  return {
    flags: usable.map((flag) => ` ${flag}`).join(''),
    because: [snapshot.evidence(PRE_COMMIT, start + 1)],
  };
});
