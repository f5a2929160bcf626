import type { ManagerName, Unit } from '../../../domain/profile.ts';
import { RELEASES } from './releases.ts';

interface Audit {
  /** Names under which it is asked for. */
  readonly tools: readonly string[];
  readonly runs: (unit: Unit) => readonly string[] | null;
}

/** By manager: what it brings itself goes first, then the auditor of its own community, then a scanner that reads its lock file. */
const AUDITS: Partial<Record<ManagerName, Audit>> = {
  go: { tools: ['govulncheck'], runs: always(goRun('golang.org/x/vuln/cmd/govulncheck', 'govulncheck', './...')) },
  npm: { tools: ['npm'], runs: locked('npm audit --audit-level=high') },
  pnpm: { tools: ['pnpm'], runs: locked('pnpm audit --audit-level=high') },
  'yarn-berry': { tools: ['yarn'], runs: locked('yarn npm audit --all --recursive --severity high') },
  bun: { tools: ['bun'], runs: locked('bun audit --audit-level=high') },
  uv: { tools: ['pip-audit'], runs: uvAudit },
  pip: { tools: ['pip-audit'], runs: pipAudit },
  poetry: { tools: ['pip-audit'], runs: always(installedAudit('poetry run')) },
  pdm: { tools: ['pip-audit'], runs: always(installedAudit('pdm run')) },
  pipenv: { tools: ['pip-audit'], runs: always(installedAudit('pipenv run')) },
  cargo: { tools: ['cargo-deny', 'deny'], runs: locked('cargo deny check advisories') },
  composer: { tools: ['composer'], runs: locked('composer audit --locked') },
  bundler: {
    tools: ['bundler-audit', 'bundle-audit'],
    runs: ({ lockfile }) =>
      lockfile === null
        ? null
        : [`gem install bundler-audit --version ${RELEASES['bundler-audit']}`, 'bundle-audit check --update'],
  },
  nuget: {
    tools: ['dotnet', 'nuget'],
    // (learn.microsoft.com, "Auditing package dependencies for security vulnerabilities")
    runs: always('dotnet restore -p:NuGetAudit=true -p:NuGetAuditMode=all -warnaserror:NU1903,NU1904'),
  },
  maven: { tools: ['osv-scanner'], runs: always(osvScanner('pom.xml')) },
};

/** The commands that look for known vulnerabilities in what a unit depends on; null where nothing usual can, or another tool was meant. */
export function usualAudit(unit: Unit, tool: string | null): readonly string[] | null {
  const audit = AUDITS[unit.manager];
  if (!audit || (tool !== null && !audit.tools.includes(tool))) return null;
  return audit.runs(unit);
}

function always(run: string): Audit['runs'] {
  return () => [run];
}

/** What is not locked is another thing on every day. */
function locked(run: string): Audit['runs'] {
  return ({ lockfile }) => (lockfile === null ? null : [run]);
}

/** The module's checksum is in Go's own database. */
function goRun(path: string, tool: keyof typeof RELEASES, rest: string): string {
  return `go run ${path}@${RELEASES[tool]} ${rest}`;
}

function osvScanner(file: string): string {
  return goRun('github.com/google/osv-scanner/v2/cmd/osv-scanner', 'osv-scanner', `scan source --lockfile ${file}`);
}

/** From the lock file alone: nothing of it is installed. */
function uvAudit({ lockfile }: Unit): readonly string[] | null {
  if (lockfile === null) return null;
  const list = '"$RUNNER_TEMP/requirements.txt"';
  return [
    `uv export --locked --all-packages --all-extras --all-groups --no-emit-workspace --format requirements.txt --output-file ${list}`,
    `uvx pip-audit@${RELEASES['pip-audit']} --disable-pip --require-hashes --requirement ${list}`,
  ];
}

/** The files that the unit installs from. */
function pipAudit({ commands }: Unit): readonly string[] | null {
  const files = commands.install.flatMap(({ run }) =>
    [...run.matchAll(/\s(?:-r|--requirement)[ =]([\w./-]{1,200})/g)].flatMap(([, file]) => file ?? []),
  );
  const named = [...new Set(files)].map((file) => ` --requirement ${file}`);
  return named.length === 0 ? null : [`pipx run pip-audit==${RELEASES['pip-audit']}${named.join('')}`];
}

/** What is installed in the environment of a manager. */
function installedAudit(runner: string): string {
  const path = `$(${runner} python -c 'import site; print(site.getsitepackages()[0])')`;
  return `pipx run pip-audit==${RELEASES['pip-audit']} --path "${path}"`;
}
