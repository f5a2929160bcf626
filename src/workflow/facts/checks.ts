import { commandsOf } from './shell.ts';
import type { UsesFact } from './uses.ts';
import { asMapping, asText, type Mapping } from './values.ts';

const WORDS = 'tests?|lint|check|scan|audit|verify|sign|typecheck|validate|coverage|vet|clippy';

/** Programs that do nothing but check, or whose task is named for a check. */
const TOOLS = new RegExp(
  `^(?:(?:\\S*/)?(?:pytest|py\\.test|tox|nox|unittest|flake8|pylint|mypy|pyright|bandit|pip-audit|semgrep|trivy|grype|gitleaks|trufflehog|govulncheck|golangci-lint|staticcheck|eslint|tsc|vitest|jest|mocha|shellcheck|actionlint|zizmor|hadolint|yamllint|rspec|rubocop|phpunit|phpstan|ctest|bats|kubeconform|conftest|checkov|tflint|tfsec|ct)(?:\\s|$)` +
    `|(?:npm|pnpm|yarn|bun|deno|make|just|task|mise|nx|turbo|cargo|go|dotnet|mix|swift|composer|rake|bazel|helm|ruff|black|prettier|biome|cosign|playwright|cypress|\\S*mvnw?|\\S*gradlew?)\\b(?!\\s+(?:install|i|ci|add|get|download|init|new)\\b).*(?:\\b|_)(?:${WORDS})(?:\\b|_)` +
    `|(?:(?:ba|z)?sh\\s+|python3?\\s+|node\\s+)?\\S*(?:^|[/_.-])(?:${WORDS})\\S*\\.(?:sh|py|js|mjs|ts|rb|ps1)(?:\\s|$))`,
  'i',
);

const CHECK_NAME = new RegExp(`\\b(?:${WORDS})\\b`, 'i');

/** Steps that are about a check: they bring what it needs, or carry away what it said. */
const ABOUT_A_CHECK =
  /^\W*(?:upload|download|publish|post|comment|report|notify|send|save|restore|cache|install|set ?up|prepare|create|delete|remove|clean|archive|collect|annotate|summari[sz]e|check ?out|print|show|list|start|stop|wait|generate|dump|rename|merge|copy|move|parse|convert|render|fetch|get|read|find|open|close|label|tail|display)\b/i;

const CHECK_ACTIONS =
  /^(?:golangci\/|github\/codeql-action|aquasecurity\/trivy-action|anchore\/scan-action|gitleaks\/|zizmorcore\/|sigstore\/|embarkstudios\/cargo-deny|actions\/dependency-review-action|pre-commit\/action|super-linter\/super-linter)/;

/** Whether a step tests, lints, scans or signs: its failure must count. */
export function isCheck(name: string, commands: readonly string[], uses: UsesFact | null): boolean {
  return runsCheck(commands, uses) || (uses === null && CHECK_NAME.test(name) && !ABOUT_A_CHECK.test(name));
}

/** The same by what it runs, not by its name alone. */
export function runsCheck(commands: readonly string[], uses: UsesFact | null): boolean {
  return uses ? CHECK_ACTIONS.test(uses.repository) : commands.some((command) => TOOLS.test(command));
}

/** Whether a script goes on as if nothing had happened where a check of it fails. */
export function losesFailures(run: string): boolean {
  return run
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .some((line) => {
      const [check, ...rest] = line.split(/\|\|\s*(?:true|:|exit\s+0)\s*(?:;|#|$)/);
      return rest.length > 0 && commandsOf(check ?? '').some((command) => TOOLS.test(command));
    });
}

/** Ids of steps whose outcome another step looks at: what failed there is not lost. */
export function judgedSteps(steps: readonly unknown[]): ReadonlySet<string> {
  const texts = steps.map(asMapping).flatMap((step) => textsOf(step));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\bsteps\.([\w-]+)\.outcome\b/gi)].map(([, id = '']) => id.toLowerCase()),
    ),
  );
}

function textsOf(step: Mapping): string[] {
  const values = [step.if, step.run, ...Object.values(asMapping(step.env)), ...Object.values(asMapping(step.with))];
  return values.flatMap((value) => asText(value) ?? []);
}
