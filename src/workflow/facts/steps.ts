import type { DocumentPath } from '../../domain/finding.ts';
import { type Expression, expressionsIn } from './expressions.ts';
import { readScript, type ScriptFact } from './script.ts';
import { isUntrusted } from './untrusted.ts';
import { readUses, type UsesFact } from './uses.ts';
import { asMapping, asText, isDynamic } from './values.ts';

/** A place where text becomes a program: `run`, or an input that an action runs. */
export interface SinkFact {
  readonly path: DocumentPath;
  /** The source of the first expression in it that outsiders can fill; null where there is none. */
  readonly injected: string | null;
}

export interface StepFact {
  readonly path: DocumentPath;
  readonly uses: UsesFact | null;
  readonly sinks: readonly SinkFact[];
  readonly script: ScriptFact | null;
  readonly continueOnError: boolean;
  /** A step that tests, lints, scans or signs: its failure must count. */
  readonly isCheck: boolean;
  /** Null where the step is no checkout. */
  readonly checkout: { readonly untrusted: boolean; readonly persistsCredentials: boolean } | null;
  /** The path of the input that turns a cache on; null where the step has none. */
  readonly cachePath: DocumentPath | null;
  readonly environment: readonly string[];
  readonly insecureCommands: boolean;
}

/** Inputs of actions that are run as a program. */
const SCRIPT_INPUTS: Readonly<Record<string, readonly string[]>> = {
  'actions/github-script': ['script'],
  'azure/cli': ['inlinescript'],
  'azure/powershell': ['inlinescript'],
  'appleboy/ssh-action': ['script'],
  'jannekem/run-python-script-action': ['script'],
  'amadevus/pwsh-script': ['script'],
  'cardinalby/js-eval-action': ['expression'],
  'mikefarah/yq': ['cmd'],
};

export interface StepContext {
  readonly path: DocumentPath;
  /** `inputs` of a call or a dispatch that hold free text. */
  readonly freeInputs: ReadonlySet<string>;
  readonly privileged: boolean;
}

export function readStep(value: unknown, context: StepContext): StepFact {
  const step = asMapping(value);
  const { path } = context;
  const uses = asText(step.uses);
  const run = asText(step.run);
  const usesFact = uses === null ? null : readUses(uses, [...path, 'uses']);
  const inputs = asMapping(step.with);
  const environment = asMapping(step.env);
  return {
    path,
    uses: usesFact,
    sinks: sinksOf(run, inputs, usesFact, context),
    script: run === null ? null : readScript(run),
    continueOnError: step['continue-on-error'] === true || (asText(step['continue-on-error']) ?? '').includes('${{'),
    isCheck: isCheck(asText(step.name) ?? '', run, usesFact),
    checkout: usesFact?.repository === 'actions/checkout' ? checkoutFact(inputs, context) : null,
    cachePath: cachePath(usesFact, inputs, path),
    environment: Object.keys(environment),
    insecureCommands: asText(environment.ACTIONS_ALLOW_UNSECURE_COMMANDS)?.toLowerCase() === 'true',
  };
}

function sinksOf(
  run: string | null,
  inputs: Readonly<Record<string, unknown>>,
  uses: UsesFact | null,
  context: StepContext,
): SinkFact[] {
  const names = SCRIPT_INPUTS[uses?.repository ?? ''] ?? [];
  const scripts = Object.entries(inputs).flatMap(([key, value]) =>
    names.includes(key.toLowerCase()) ? [{ text: asText(value), path: [...context.path, 'with', key] }] : [],
  );
  return [{ text: run, path: [...context.path, 'run'] }, ...scripts].flatMap(({ text, path }) => {
    if (text === null) return [];
    const bad = expressionsIn(text, path).find((expression) => isInjectable(expression, context));
    return [{ path, injected: bad?.source ?? null }];
  });
}

function isInjectable({ contexts }: Expression, { freeInputs }: StepContext): boolean {
  return contexts.some((context) => {
    const [first, second, third] = context;
    const input =
      first === 'inputs'
        ? second
        : first === 'github' && second === 'event' && third === 'inputs'
          ? context[3]
          : undefined;
    if (input !== undefined) return input === '*' ? freeInputs.size > 0 : freeInputs.has(input);
    return isUntrusted(context);
  });
}

/** `ref` or `repository` of the pull request's head, in a run that has the base's rights. */
function checkoutFact(inputs: Readonly<Record<string, unknown>>, { privileged }: StepContext) {
  const texts = [asText(inputs.ref) ?? '', asText(inputs.repository) ?? ''];
  const foreign =
    texts.some(
      (text) =>
        isDynamic(text) &&
        /pull_request\.head|head_ref|head_sha|head_branch|head_repository|merge_commit_sha|pull_request\.number|issue\.number|client_payload/i.test(
          text,
        ),
    ) || /^refs\/pull\//.test(texts[0] ?? '');
  return { untrusted: privileged && foreign, persistsCredentials: asText(inputs['persist-credentials']) !== 'false' };
}

/** Actions with a cache that is on unless it is told otherwise, and inputs that turn one on. */
function cachePath(
  uses: UsesFact | null,
  inputs: Readonly<Record<string, unknown>>,
  path: DocumentPath,
): DocumentPath | null {
  if (uses === null) return null;
  const at = (key: string): DocumentPath => [...path, 'with', key];
  const text = (key: string) => asText(inputs[key])?.toLowerCase() ?? null;
  if (uses.repository === 'actions/cache' && !uses.action.endsWith('/save')) return [...path, 'uses'];
  if (uses.repository === 'swatinem/rust-cache') return [...path, 'uses'];
  if (uses.repository === 'actions/setup-go' || uses.repository === 'actions-rust-lang/setup-rust-toolchain')
    return text('cache') === 'false' ? null : inputs.cache === undefined ? [...path, 'uses'] : at('cache');
  if (uses.repository === 'astral-sh/setup-uv')
    return text('enable-cache') === 'false'
      ? null
      : inputs['enable-cache'] === undefined
        ? [...path, 'uses']
        : at('enable-cache');
  if (/^actions\/setup-(node|python|java|dotnet)$/.test(uses.repository) && isOn(text('cache'))) return at('cache');
  // Since v5, for a package.json that names npm as its manager. Which version a commit is, nobody can tell here.
  if (uses.repository === 'actions/setup-node')
    return text('package-manager-cache') === 'false' ? null : [...path, 'uses'];
  if (uses.repository === 'ruby/setup-ruby') return text('bundler-cache') === 'true' ? at('bundler-cache') : null;
  return inputs['cache-from'] !== undefined && /type=gha/.test(text('cache-from') ?? '') ? at('cache-from') : null;
}

function isOn(value: string | null): boolean {
  return value !== null && value !== 'false' && value !== '';
}

const CHECK_WORDS = /\b(tests?|lint|check|scan|audit|verify|sign|typecheck|validate|coverage)\b/i;
const CHECK_ACTIONS =
  /^(golangci\/|github\/codeql-action|aquasecurity\/trivy-action|anchore\/scan-action|gitleaks\/|zizmorcore\/|sigstore\/|embarkstudios\/cargo-deny)/;

function isCheck(name: string, run: string | null, uses: UsesFact | null): boolean {
  if (uses && CHECK_ACTIONS.test(uses.repository)) return true;
  return run !== null && (CHECK_WORDS.test(name) || CHECK_WORDS.test(run.split('\n')[0] ?? ''));
}
