import type { ProfileWarning } from '../../../domain/profile.ts';
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
  readonly line: number;
}

/** It gives nothing to anybody without a token, though a package be for all. (docs.github.com, "Working with the npm registry") */
const GITHUB = 'npm.pkg.github.com';

/** A registry of packages that asks for a login which nobody finds in the repository: no job has one, and none could say why it fails. One warning for each unit. */
export function loginsOf({ snapshot, directory, root, members, choice: { manager } }: Project): ProfileWarning[] {
  const names = [root, ...members].flatMap(dependenciesOf).map(({ name }) => name);
  const isUsed = ({ scope }: Registry) => names.some((name) => scope === null || name.startsWith(`${scope}/`));
  // Yarn reads settings of its own since its second release. (yarnpkg.com, "Migration")
  const file = joinPath(directory, manager === 'yarn-berry' ? '.yarnrc.yml' : '.npmrc') ?? '.npmrc';
  const asking = manager === 'yarn-berry' ? ofYarn(snapshot, file) : ofNpm(snapshot, file);
  const found = asking.find(isUsed);
  if (!found) return [];
  const what = found.scope === null ? 'packages' : `packages of ${found.scope}`;
  const message = `${what} come from a registry that asks for a token, which no job has: what installs them fails.`;
  return [{ file, line: found.line, message }];
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
    return asks(host, own) ? [{ scope, host, line: number }] : [];
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
    return isAsking ? [{ scope, host, line: settings.lineOf(at) }] : [];
  });
}

/** Whether a registry wants a login that only a variable holds; one that is written down is there. */
function asks(host: string, logins: readonly string[]): boolean {
  const isOpen = logins.length > 0 && logins.every((value) => value.includes('${'));
  return host === GITHUB ? isOpen || logins.length === 0 : isOpen && !/(?:^|\.)(?:npmjs\.org|yarnpkg\.com)$/.test(host);
}
