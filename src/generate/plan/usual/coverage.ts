import type { Unit } from '../../../domain/profile.ts';
import { RELEASES } from './releases.ts';

/** The unit's own tests, measured; null where its test runner must be set up for that, or its command is more than one call. */
export function usualCoverage(unit: Unit, threshold: number | null): readonly string[] | null {
  const [test] = unit.commands.test.map(({ run }) => run).filter((run) => !/[|&;<>`$\n]/.test(run));
  if (test === undefined) return null;
  switch (unit.ecosystem) {
    case 'go':
      return goCoverage(test, threshold);
    case 'python':
      return pythonCoverage(test, threshold);
    case 'rust':
      return rustCoverage(test, threshold);
    case 'elixir':
      return threshold === null && /^mix test(?!\S)/.test(test) ? [test.replace('mix test', 'mix test --cover')] : null;
    case 'deno':
      return threshold === null && /^deno test(?!\S)/.test(test)
        ? [test.replace('deno test', 'deno test --coverage=coverage'), 'deno coverage coverage']
        : null;
    default:
      return threshold === null && /^bun test(?!\S)/.test(test)
        ? [test.replace('bun test', 'bun test --coverage')]
        : null;
  }
}

function goCoverage(test: string, threshold: number | null): string[] | null {
  if (!/^go test(?!\S)/.test(test)) return null;
  const report = 'go tool cover -func=coverage.out';
  const least = `awk -v least=${threshold} '{ print } /^total:/ && $3 + 0 < least { exit 1 }'`;
  return [
    test.replace('go test', 'go test -coverprofile=coverage.out'),
    threshold === null ? report : `${report} | ${least}`,
  ];
}

const COV = `pytest-cov==${RELEASES['pytest-cov']}`;

/** pytest by its plugin, which is brought where the project does not have it. */
function pythonCoverage(test: string, threshold: number | null): string[] | null {
  const [, runner = '', rest = ''] = /^((?:\w+ run )?(?:python3? -m )?)pytest(?!\S)(.*)$/.exec(test) ?? [];
  // Behind `--` every word is a path.
  if (!/\bpytest(?!\S)/.test(test) || !test.startsWith(`${runner}pytest`) || / -- /.test(rest)) return null;
  const flags = `--cov${threshold === null ? '' : ` --cov-fail-under=${threshold}`}`;
  if (runner.startsWith('uv run '))
    return [`uv run --with ${COV} ${runner.slice('uv run '.length)}pytest${rest} ${flags}`];
  const manager = /^(poetry|pdm|pipenv) run /.exec(runner)?.[0] ?? '';
  if (runner.includes(' run ') && manager === '') return null;
  return [`${manager}python -m pip install ${COV}`, `${runner}pytest${rest} ${flags}`];
}

/** (taiki-e/cargo-llvm-cov, "Get coverage of cargo test") */
function rustCoverage(test: string, threshold: number | null): string[] | null {
  const [, call, rest = ''] = /^cargo (test|nextest run)(?!\S)(.*)$/.exec(test) ?? [];
  if (call === undefined) return null;
  const least = threshold === null ? '' : ` --fail-under-lines ${threshold}`;
  return [`cargo llvm-cov${call === 'test' ? '' : ' nextest'}${least}${rest}`];
}
