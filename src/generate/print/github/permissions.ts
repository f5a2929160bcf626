import type { Job, Step } from '../../../domain/pipeline.ts';
import { entry, map, scalar, type YamlNode } from '../yaml.ts';

/** A right of a job's token, and what the job needs it for. */
interface Right {
  readonly scope: string;
  readonly level: 'read' | 'write';
  readonly why: string;
}

/** The least that the steps need, each with its reason. Jobs that read nothing get nothing. */
export function permissionsOf({ steps }: Job): YamlNode {
  const rights = steps.flatMap(rightsOf);
  const scopes = [...new Set(rights.map(({ scope }) => scope))];
  return map(
    scopes.map((scope) => {
      const own = rights.filter((right) => right.scope === scope);
      const why = [...new Set(own.map((right) => right.why))].join(', and ');
      return entry(scope, scalar(own.some(({ level }) => level === 'write') ? 'write' : 'read', why));
    }),
  );
}

function rightsOf(step: Step): Right[] {
  switch (step.kind) {
    case 'checkout':
      return [{ scope: 'contents', level: 'read', why: 'to check out the code' }];
    case 'push-image':
      return pushRights(step.push);
    case 'publish':
      return step.publication.registry === 'maven-central'
        ? []
        : [identity('to be the publisher that the registry trusts')];
    case 'run':
      return step.packageToken === undefined
        ? []
        : [{ scope: 'packages', level: 'read', why: 'to install packages of GitHub’s registry' }];
    case 'setup':
    case 'build-module':
    case 'golangci-lint':
    case 'cargo-deny':
    case 'keep-reports':
    case 'secret-scan':
    case 'cache':
    case 'install-tool':
    case 'changes':
    case 'build-image':
    case 'hand-over':
    case 'make-image':
    case 'gate':
      return [];
  }
}

function pushRights({ registry, isSigned }: Extract<Step, { kind: 'push-image' }>['push']): Right[] {
  const { kind } = registry.login;
  return [
    ...(kind === 'github' ? [{ scope: 'packages', level: 'write', why: 'to push the image' } as const] : []),
    ...(kind === 'github' || kind === 'secrets' ? [] : [identity('to log in to the registry')]),
    ...(isSigned ? [identity('to sign the image as this workflow')] : []),
  ];
}

function identity(why: string): Right {
  return { scope: 'id-token', level: 'write', why };
}
