import { evaluateText } from '../expressions/evaluate.ts';
import { truthOf } from '../expressions/value.ts';
import { possibleTexts, type Scope } from './flows.ts';
import type { Situation } from './situations.ts';
import type { UsesFact } from './uses.ts';
import { asText, isMapping, type Mapping } from './values.ts';

/** Makes something that others take: a package, an image, a release. */
const PUBLISHES =
  /^(?:(?:npm|pnpm|yarn|bun|deno|lerna|changeset|cargo|uv|poetry|hatch|flit|pdm|vsce|ovsx)\b.*\spublish\b|semantic-release\b|cargo\s+release\b|twine\s+upload\b|maturin\s+(?:publish|upload)\b|gem\s+push\b|rake\s+release\b|mix\s+hex\.publish\b|\S*mvnw?\b.*\sdeploy\b|\S*gradlew?\b.*\spublish(?!ToMavenLocal)\w*|sbt\b.*\b(?:publish|publishSigned|ci-release)\b|(?:docker|podman|buildah)\s+(?:image\s+)?push\b|docker\s+buildx\s+\w+\b.*\s--push\b|(?:skopeo|crane)\s+(?:copy|push)\b|(?:dotnet\s+)?nuget\s+push\b|gh\s+release\s+(?:create|upload)\b|goreleaser\s+release\b|helm\s+push\b)/;

/** Changes something that runs. */
const DEPLOYS =
  /^(?:argocd\s+app\s+(?:sync|set)\b|(?:terraform|tofu|terragrunt)\b.*\sapply\b|pulumi\s+up\b|(?:cdk|sam|serverless|sls|fly|flyctl|firebase|eb|kamal|copilot)\b.*\sdeploy\b|wrangler\s+(?:pages\s+)?(?:deploy|publish)\b|(?:vercel|netlify)\b.*\s--prod\b|nomad\s+job\s+run\b|(?:gcloud|az|aws)\s.*\b(?:deploy|update-service|update-function-code|update-stack)\b)/;

/** The same in a cluster, which may be one that the job has made for its tests. */
const DEPLOYS_TO_CLUSTER =
  /^(?:helm\b(?!\s+plugin\s).*?\s(?:upgrade|install)\b|helmfile\b.*\s(?:apply|sync)\b|kubectl\b.*?\s(?:apply|replace|rollout|set\s+image)\b|skaffold\s+(?:run|deploy)\b)/;

const REHEARSES = /\s--dry-run\b|\s--snapshot\b|\b(?:localhost|127\.0\.0\.1|kind-registry)[:/]/;

export function isPublication(command: string): boolean {
  return PUBLISHES.test(command) && !REHEARSES.test(command);
}

/** Whether a command changes something that runs. What publishes deploys as well, and is told by `isPublication`. */
export function isRollout(command: string, hasOwnCluster: boolean): boolean {
  const changes = DEPLOYS.test(command) || (!hasOwnCluster && DEPLOYS_TO_CLUSTER.test(command));
  return changes && !REHEARSES.test(command);
}

const STARTS_CLUSTER =
  /^(?:kind\s+create\s+cluster|k3d\s+cluster\s+create|minikube\s+start|ctlptl\s+create|ct\s+install|(?:make|just|task)\s.*\b(?:kind|k3d|k3s|minikube))\b/;
const CLUSTER_ACTION = /(?:^|[/_-])(?:kind|k3d|k3s|minikube|microk8s)(?:[/_@-]|$)/i;

/** Whether a step makes a cluster that is gone with the job. */
export function startsCluster(commands: readonly string[], uses: UsesFact | null): boolean {
  return commands.some((command) => STARTS_CLUSTER.test(command)) || CLUSTER_ACTION.test(uses?.raw ?? '');
}

const PUBLISHING =
  /^(?:pypa\/gh-action-pypi-publish|rubygems\/release-gem|js-devtools\/npm-publish|katyo\/publish-crates|jreleaser\/release-action|helm\/chart-releaser-action|cycjimmy\/semantic-release-action|softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|svenstaro\/upload-release-action|redhat-actions\/push-to-registry)$/;

const DEPLOYING =
  /^(?:azure\/(?:webapps-deploy|k8s-deploy|functions-action|container-apps-deploy-action|aci-deploy)|google-github-actions\/deploy-[\w-]+|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy)|actions\/deploy-pages|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|akhileshns\/heroku-deploy)$/;

/** Whether an action publishes when it is run in this situation with these inputs. */
export function publishesByAction({ repository }: UsesFact, inputs: Mapping, situation: Situation): boolean {
  const text = (name: string) => asText(inputs[name]) ?? '';
  switch (repository) {
    case 'docker/build-push-action':
    case 'docker/bake-action':
      return isOn(text('push'), situation) || /\bpush=true\b|\btype=registry\b/.test(text('outputs'));
    case 'goreleaser/goreleaser-action':
      return /\brelease\b/.test(text('args')) && !/--snapshot\b/.test(text('args'));
    case 'changesets/action':
      return text('publish') !== '';
    default:
      return PUBLISHING.test(repository);
  }
}

export function deploysByAction(uses: UsesFact, inputs: Mapping): boolean {
  if (uses.repository === 'cloudflare/wrangler-action')
    return /^$|\b(?:deploy|publish)\b/.test(asText(inputs.command) ?? '');
  return DEPLOYING.test(uses.repository);
}

/** Whether an input is on; one that nobody can know may be. */
function isOn(text: string, { assumed }: Situation): boolean {
  const value = evaluateText(text, assumed);
  return value.kind === 'known' ? String(value.value).toLowerCase() === 'true' : truthOf(value) !== false;
}

/** Environments that hold no deployment that anybody uses: previews, and the secrets of tests. */
const NO_PRODUCTION =
  /(?:^|[^a-z])(?:preview|review|pr|pull|test(?!flight)[a-z]*|ci|e2e|integration|dev|development|sandbox|forks?|external|internal|approval|untrusted)(?:[^a-z]|$)/i;

/** Names of what runs, and of places that others take things from. */
const LIVE = /prod|live|stag(?:e|ing)|deploy|release|publish|pages|pypi|crates|npm|registry/i;

export function isLive(environment: string): boolean {
  return LIVE.test(environment);
}

/** The environments of a job that deploy in this situation. */
export function environmentsIn(environment: unknown, scope: Scope, { assumed }: Situation): string[] {
  const text = asText(isMapping(environment) ? environment.name : environment);
  if (text === null) return [];
  const value = evaluateText(text, assumed);
  const names = value.kind === 'known' ? [String(value.value ?? '')] : possibleTexts(text, scope);
  return names.filter((name) => name !== '' && !NO_PRODUCTION.test(name));
}
