import { describe, expect, it } from 'vitest';
import type { ManagerName, Unit } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { generateOver, jobsOver } from '../generating.ts';
import { command, lint, profileOf, requestOf, unit, unitOf } from '../profiles.ts';

type Wish = Extract<Intent, { kind: 'check' }>;

function wish(check: Wish['check'], rest: Partial<Wish> = {}): Wish {
  return { kind: 'check', for: { all: true }, check, ensure: true, ...rest };
}

/** What the job of a check runs, with the release of each tool taken out. */
function runsOf(one: Unit, asked: Wish): readonly string[] {
  const job = Object.entries(jobsOver(profileOf([one]), requestOf(asked))).find(([id]) =>
    id.endsWith(asked.check),
  )?.[1];
  return (job?.steps ?? []).flatMap(({ run }) => (run === undefined ? [] : run.replace(/(@|==)v?\d[\d.]*/g, '$1X')));
}

function ofManager(manager: ManagerName, rest: Partial<Unit> = {}): Unit {
  const none = { install: [], lint: [], test: [], build: [] };
  return unitOf(manager, { lockfile: 'lock', commands: none, ...rest });
}

describe('An audit that somebody asks for', () => {
  it.each([
    ['npm', 'npm audit --audit-level=high'],
    ['pnpm', 'pnpm audit --audit-level=high'],
    ['yarn-berry', 'yarn npm audit --all --recursive --severity high'],
    ['bun', 'bun audit --audit-level=high'],
    ['composer', 'composer audit --locked'],
    ['maven', 'go run github.com/google/osv-scanner/v2/cmd/osv-scanner@X scan source --lockfile pom.xml'],
    ['nuget', 'dotnet restore -p:NuGetAudit=true -p:NuGetAuditMode=all -warnaserror:NU1903,NU1904'],
    ['go', 'go run golang.org/x/vuln/cmd/govulncheck@X ./...'],
    [
      'poetry',
      `pipx run pip-audit==X --path "$(poetry run python -c 'import site; print(site.getsitepackages()[0])')"`,
    ],
  ] as const)('is by %s what is usual there', (manager, run) => {
    expect(runsOf(ofManager(manager), wish('audit')).at(-1)).toBe(run);
  });

  it('is of the lock file alone, or of the files that are installed from', () => {
    expect(runsOf(ofManager('uv'), wish('audit')).slice(-2)).toEqual([
      'uv export --locked --all-packages --all-extras --all-groups --no-emit-workspace --format requirements.txt --output-file "$RUNNER_TEMP/requirements.txt"',
      'uvx pip-audit@X --disable-pip --require-hashes --requirement "$RUNNER_TEMP/requirements.txt"',
    ]);
    const install = [command('python -m pip install -r requirements.txt -r dev/more.txt')];
    const pip = ofManager('pip', { commands: { install, lint: [], test: [], build: [] } });
    expect(runsOf(pip, wish('audit')).at(-1)).toBe(
      'pipx run pip-audit==X --requirement requirements.txt --requirement dev/more.txt',
    );
  });

  it('looks for advisories alone in Rust: nobody asked about licences', () => {
    const { 'rust-audit': job } = jobsOver(
      profileOf([ofManager('cargo', { ecosystem: 'rust' })]),
      requestOf(wish('audit')),
    );
    expect(job?.steps.at(-1)).toMatchObject({ with: { command: 'check advisories' } });
  });

  it.each(['yarn-classic', 'gradle', 'hatch'] as const)('is said to have no usual way with %s', (manager) => {
    const { pipeline } = generateOver(profileOf([ofManager(manager)]), requestOf(wish('audit')));
    expect(pipeline.unsupported.map(({ why }) => why)).toEqual([expect.stringMatching(/there is no usual one/)]);
  });

  it('is not made of what is not locked', () => {
    expect(runsOf(ofManager('npm', { lockfile: null }), wish('audit'))).toEqual([]);
  });

  it('is the repository’s own where there is one, and comes to nobody who did not ask', () => {
    const own = { ...unit().commands, lint: [lint('audit', 'make audit')] };
    const units = [unit({ directory: 'a', commands: own }), unit({ directory: 'b' })];
    expect(Object.keys(jobsOver(profileOf(units)))).not.toContain('b-audit');
    const jobs = jobsOver(profileOf(units), requestOf(wish('audit')));
    expect(jobs['a-audit']?.steps.at(-1)?.run).toBe('make audit');
    expect(jobs['b-audit']?.steps.at(-1)?.run).toMatch(/govulncheck/);
  });
});

describe('Coverage that somebody asks for', () => {
  const tested = (manager: ManagerName, ecosystem: Unit['ecosystem'], run: string) =>
    ofManager(manager, { ecosystem, commands: { install: [], lint: [], test: [command(run)], build: [] } });

  it.each([
    [
      tested('go', 'go', 'go test -race ./...'),
      'go test -coverprofile=coverage.out -race ./...',
      "go tool cover -func=coverage.out | awk -v least=80 '{ print } /^total:/ && $3 + 0 < least { exit 1 }'",
    ],
    [tested('uv', 'python', 'uv run pytest -q'), 'uv run --with pytest-cov==X pytest -q --cov --cov-fail-under=80'],
    [
      tested('poetry', 'python', 'poetry run pytest'),
      'poetry run python -m pip install pytest-cov==X',
      'poetry run pytest --cov --cov-fail-under=80',
    ],
    [
      tested('pip', 'python', 'python -m pytest tests'),
      'python -m pip install pytest-cov==X',
      'python -m pytest tests --cov --cov-fail-under=80',
    ],
    [tested('cargo', 'rust', 'cargo test --workspace'), 'cargo llvm-cov --fail-under-lines 80 --workspace'],
    [
      tested('cargo', 'rust', 'cargo nextest run --workspace'),
      'cargo llvm-cov nextest --fail-under-lines 80 --workspace',
    ],
  ])('measures the tests of $ecosystem and fails below a threshold', (one, ...runs) => {
    expect(runsOf(one, wish('coverage', { threshold: 80 })).slice(-runs.length)).toEqual(runs);
  });

  it.each([
    [tested('mix', 'elixir', 'mix test'), 'mix test --cover'],
    [tested('bun', 'node', 'bun test'), 'bun test --coverage'],
    [tested('go', 'go', 'go test ./...'), 'go tool cover -func=coverage.out'],
  ])('is shown without one', (one, run) => {
    expect(runsOf(one, wish('coverage')).at(-1)).toBe(run);
  });

  it('is measured without the threshold that cannot be given, and that is said', () => {
    const one = tested('mix', 'elixir', 'mix test');
    expect(runsOf(one, wish('coverage', { threshold: 80 })).at(-1)).toBe('mix test --cover');
    const { pipeline } = generateOver(profileOf([one]), requestOf(wish('coverage', { threshold: 80 })));
    expect(pipeline.unsupported.map(({ why }) => why)).toEqual([expect.stringMatching(/^No threshold/)]);
  });

  it.each([
    tested('npm', 'node', 'npm test'),
    tested('go', 'go', 'go test ./... && rm -rf x'),
    tested('uv', 'python', 'uv run tox'),
    tested('pip', 'python', 'pytest-watch --once'),
    tested('pip', 'python', 'pytest -q -- tests'),
    tested('cargo', 'rust', 'cargo test-all'),
    tested('mix', 'elixir', 'mix test.all'),
    tested('bun', 'node', 'bun test:unit'),
  ])('is left out, and said, where it must be set up first', (one) => {
    const { pipeline } = generateOver(profileOf([one]), requestOf(wish('coverage')));
    expect(pipeline.unsupported.map(({ why }) => why)).toEqual([expect.stringMatching(/there is no usual one/)]);
  });
});

describe('A scan for secrets that somebody asks for', () => {
  it('is one job over everything, which shows none of them', () => {
    const units = ['a', 'b'].map((directory) => unit({ directory }));
    const jobs = jobsOver(profileOf(units), requestOf(wish('secret-scan')));
    expect(Object.keys(jobs).filter((id) => id.includes('secret'))).toEqual(['secret-scan']);
    const { if: condition, steps } = jobs['secret-scan'] ?? { steps: [] };
    expect(condition).toBeUndefined();
    expect(steps[0]?.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    const commands = steps.at(-1)?.run?.match(/gitleaks.*/g) ?? [];
    expect(commands).toHaveLength(2);
    for (const run of commands) expect(run).toContain('--redact');
  });

  it('is the repository’s own where there is one', () => {
    const own = { ...unit().commands, lint: [lint('secret-scan', 'gitleaks dir .')] };
    const jobs = jobsOver(profileOf([unit({ commands: own })]), requestOf(wish('secret-scan')));
    expect(Object.keys(jobs).filter((id) => id.includes('secret'))).toEqual(['go-secret-scan']);
  });

  it('is not there where nobody asked, or the wish was taken back', () => {
    expect(Object.keys(jobsOver(profileOf([unit()])))).not.toContain('secret-scan');
    const back = requestOf(wish('secret-scan'), wish('secret-scan', { for: { ecosystem: 'go' }, ensure: false }));
    expect(Object.keys(jobsOver(profileOf([unit()]), back))).not.toContain('secret-scan');
  });
});

describe('A linter that somebody asks for', () => {
  it('comes with its own runner where it needs no configuration', () => {
    expect(runsOf(ofManager('uv', { ecosystem: 'python' }), wish('lint', { tool: 'ruff' })).at(-1)).toBe(
      'uvx ruff@X check .',
    );
    expect(runsOf(ofManager('pip', { ecosystem: 'python' }), wish('format', { tool: 'ruff' })).at(-1)).toBe(
      'pipx run ruff==X format --check .',
    );
  });
});
