import type { ContextPath } from '../expressions/tree.ts';
import { type Origin, originsOf, type Scope } from './flows.ts';
import { asMapping, asText, type Mapping } from './values.ts';

/** Whether the inputs of a checkout name the code of a pull request, however far they were carried. */
export function checksOutHead(inputs: Mapping, scope: Scope): boolean {
  const texts = [asText(inputs.ref) ?? '', asText(inputs.repository) ?? ''];
  return texts.some(
    (text) =>
      /refs\/pull\//.test(text) || originsOf(text, scope).some((origin) => isHead(origin.path) || isMadeOfHead(origin)),
  );
}

/** Whether commands bring the code of a pull request. */
export function fetchesHead(commands: readonly string[], scope: Scope): boolean {
  const patches = commands.some((command) => /^gh\s+pr\s+diff\b|^curl\b.*\.(?:patch|diff)\b/.test(command));
  return commands.some(
    (command) =>
      /^(?:gh|hub)\s+pr\s+checkout\b/.test(command) ||
      (patches && /^(?:git\s+(?:apply|am)|patch)\b/.test(command)) ||
      (BRINGS.test(command) &&
        (HEAD_WORDS.test(command) || variablesIn(command).some((name) => holdsHead(name, scope)))),
  );
}

const BRINGS =
  /^git\s+(?:-\S+\s+\S+\s+)*(?:fetch|pull|checkout|switch|reset|merge|clone|cherry-pick|remote\s+add|worktree\s+add)\b/;

/** How heads of pull requests are called, in expressions and in variables alike. */
const HEAD_WORDS = /\bpull\/|head[_.]?(?:ref|sha|branch|commit)|head\.repo|head_repo/i;

function variablesIn(command: string): string[] {
  return [...command.matchAll(/\$(?:env:|\{)?(\w+)/g)].map(([, name = '']) => name);
}

/** Whether a variable of a step holds something of the head. */
function holdsHead(name: string, scope: Scope): boolean {
  return originsOf(`\${{ env.${name} }}`, scope).some(({ path }) => isHead(path));
}

const HEADS = [
  'github.head_ref',
  'github.event.pull_request.head',
  'github.event.pull_request.merge_commit_sha',
  'github.event.workflow_run.head_branch',
  'github.event.workflow_run.head_sha',
  'github.event.workflow_run.head_commit',
  'github.event.workflow_run.head_repository',
  'github.event.workflow_run.pull_requests',
].map((head) => head.split('.'));

function isHead(origin: ContextPath): boolean {
  return HEADS.some((head) => head.every((step, index) => step === origin[index]));
}

/** Actions whose outputs name the head of the pull request that a comment is about. */
const RESOLVERS = new Set([
  'xt0rted/pull-request-comment-branch',
  'alessbell/pull-request-comment-branch',
  'eficode/resolve-pr-refs',
  'potiuk/get-workflow-origin',
]);

/** `steps.x.outputs.y`, where the step asks for the head: an output of it is taken to be what it asked for. */
function isMadeOfHead({ path, scope: { steps } }: Origin): boolean {
  const [context, id = '', part] = path;
  if (context !== 'steps' || part !== 'outputs') return false;
  const step = steps.get(id)?.step;
  const [action = ''] = (asText(step?.uses) ?? '').toLowerCase().split('@');
  const text = [
    asText(step?.run),
    asText(asMapping(step?.with).script),
    ...Object.values(asMapping(step?.env)).map(asText),
  ];
  return RESOLVERS.has(action) || ASKS_FOR_HEAD.test(text.join('\n'));
}

const ASKS_FOR_HEAD = /headRef(?:Oid|Name)|\bhead[._](?:sha|ref|branch)\b|pulls\.get\b|refs\/pull\//;
