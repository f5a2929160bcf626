import type { PackageToken } from '../../../domain/package-token.ts';
import type { ManagerName, ProfileWarning } from '../../../domain/profile.ts';
import { workflowsOf } from '../../ci/automation.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Project } from './workspace.ts';

/** A registry, and which packages come from it. */
interface Registry {
  /** `@shop`; null for all packages that have no other one. */
  readonly scope: string | null;
  readonly host: string;
  /** The variable that holds its login; null where none is named. */
  readonly variable: string | null;
  readonly line: number;
}

export interface PackageLogin {
  /** Where the token of a job is what its registry asks for. */
  readonly token: PackageToken | null;
  readonly warnings: readonly ProfileWarning[];
}

const NONE: PackageLogin = { token: null, warnings: [] };

/** It gives nothing to anybody without a token, though a package be for all. (docs.github.com, "Working with the npm registry") */
const GITHUB = 'npm.pkg.github.com';

/**
 * The login that a registry of a unit's packages asks for: the token of the job where the repository's own pipelines give it that. Any other
 * one nobody finds in the repository: no job has it, and none could say why it fails.
 */
export function packageLogin({ snapshot, directory, root, members, choice: { manager } }: Project): PackageLogin {
  const names = [root, ...members].flatMap(dependenciesOf).map(({ name }) => name);
  const isUsed = ({ scope }: Registry) => names.some((name) => scope === null || name.startsWith(`${scope}/`));
  // Yarn reads settings of its own since its second release. (yarnpkg.com, "Migration")
  const file = joinPath(directory, manager === 'yarn-berry' ? '.yarnrc.yml' : '.npmrc') ?? '.npmrc';
  const asking = manager === 'yarn-berry' ? ofYarn(snapshot, file) : ofNpm(snapshot, file);
  const found = asking.find(isUsed);
  if (!found) return NONE;
  const token = manager === 'yarn-berry' ? null : tokenFor(snapshot, manager, found);
  if (token) return { token, warnings: [] };
  const what = found.scope === null ? 'packages' : `packages of ${found.scope}`;
  const message = `${what} come from a registry that asks for a token, which no job has: what installs them fails.`;
  return { token: null, warnings: [{ file, line: found.line, message }] };
}

/** What setup-node calls it in the settings that it writes. (actions/setup-node, "Advanced usage") */
const USUAL = 'NODE_AUTH_TOKEN';

const OWN_TOKEN = /^\s{0,40}(\w{1,60}):\s{0,8}["']?\$\{\{\s{0,8}(?:secrets\.GITHUB_TOKEN|github\.token)\s{0,8}\}\}/;

/** The token of the job, where a pipeline of the repository gives it to what looks for that variable. Bun has no set-up that writes settings. */
function tokenFor(snapshot: Snapshot, manager: ManagerName, registry: Registry): PackageToken | null {
  const { scope, host, variable } = registry;
  if (host !== GITHUB || (variable === null && manager === 'bun')) return null;
  const wanted = variable ?? USUAL;
  const actions = snapshot.paths.filter((path) => /^\.github\/(?:[\w-]{1,60}\/){1,4}action\.ya?ml$/.test(path));
  for (const file of [...workflowsOf(snapshot), ...actions]) {
    const line = linesOf(snapshot.text(file) ?? '').find(({ text }) => OWN_TOKEN.exec(text)?.[1] === wanted);
    if (line)
      return {
        variable: wanted,
        registry: variable === null ? { url: `https://${GITHUB}`, scope } : null,
        because: [snapshot.evidence(file, line.number)],
      };
  }
  return null;
}

const REGISTRY = /^\s{0,20}(?:(@[\w.-]{1,100}):)?registry\s{0,8}=\s{0,8}["']?https?:\/\/([\w.-]{1,200})/;
const LOGIN = /^\s{0,20}\/\/([\w.-]{1,200})[^\s=]{0,200}:(?:_authToken|_auth|_password)\s{0,8}=\s{0,8}(.{0,200})/;

/** (docs.npmjs.com, "npmrc") */
function ofNpm(snapshot: Snapshot, file: string): Registry[] {
  const lines = linesOf(snapshot.text(file) ?? '');
  const logins = lines.flatMap(({ text }): [string, string][] => {
    const [, host, value = ''] = LOGIN.exec(text) ?? [];
    return host === undefined ? [] : [[host, value]];
  });
  return lines.flatMap(({ text, number }): Registry[] => {
    const [, scope = null, host] = REGISTRY.exec(text) ?? [];
    if (host === undefined) return [];
    const own = logins.filter(([of]) => of === host).map(([, value]) => value);
    return asks(host, own) ? [{ scope, host, variable: variableIn(own), line: number }] : [];
  });
}

/** (yarnpkg.com, "Settings", `npmScopes`) */
function ofYarn(snapshot: Snapshot, file: string): Registry[] {
  const { value: settings } = readYamlManifest(snapshot, file);
  const scopes = settings.keys(['npmScopes']).map((name) => ({ scope: `@${name}`, path: ['npmScopes', name] }));
  return [...scopes, { scope: null, path: [] }].flatMap(({ scope, path }): Registry[] => {
    const at = [...path, 'npmRegistryServer'];
    const [, host] = /^https?:\/\/([\w.-]{1,200})/.exec(settings.text(at) ?? '') ?? [];
    const own = settings.text([...path, 'npmAuthToken']);
    const isAsking = host !== undefined && asks(host, own === null ? [] : [own]);
    return isAsking ? [{ scope, host, variable: null, line: settings.lineOf(at) }] : [];
  });
}

function variableIn(logins: readonly string[]): string | null {
  return /\$\{(\w{1,60})\}/.exec(logins[0] ?? '')?.[1] ?? null;
}

/** Whether a registry wants a login that only a variable holds; one that is written down is there. */
function asks(host: string, logins: readonly string[]): boolean {
  const isOpen = logins.length > 0 && logins.every((value) => value.includes('${'));
  return host === GITHUB ? isOpen || logins.length === 0 : isOpen && !/(?:^|\.)(?:npmjs\.org|yarnpkg\.com)$/.test(host);
}
