import type { Assumed } from '../../workflow/expressions/evaluate.ts';
import { known } from '../../workflow/expressions/value.ts';
import { readModule } from '../ecosystems/go/module.ts';
import { readJson } from '../formats/json.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { childAt, readXml } from '../formats/xml.ts';
import { oncePerSnapshot } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * What is known beside `given` of the repository that a condition asks for: its name, where a manifest at the root says it. It is not told by
 * where a checkout comes from, so that all checkouts of a commit get the same pipeline. (docs.github.com, "Contexts": github.repository)
 */
export function inRepository(snapshot: Snapshot, given: Assumed): Assumed {
  return (path) => {
    const asked = path.join('.').toLowerCase();
    const name = asked.startsWith('github.repository') ? declaredRepository(snapshot) : null;
    if (name !== null && asked === 'github.repository') return known(name);
    return name !== null && asked === 'github.repository_owner' ? known(name.split('/')[0] ?? '') : given(path);
  };
}

/** `owner/name` on GitHub, where the manifests at the root that name one agree; else null. */
export const declaredRepository = oncePerSnapshot((snapshot: Snapshot): string | null => {
  const names = DECLARATIONS.flatMap((declared) =>
    declared(snapshot)
      .flatMap((text) => nameIn(text) ?? [])
      .slice(0, 1),
  );
  const [first = null] = names;
  return names.every((name) => name.toLowerCase() === first?.toLowerCase()) ? first : null;
});

/** A glob of the manifests by which that is told. */
export const DECLARING_FILES = '{go.mod,package.json,Cargo.toml,pyproject.toml,composer.json,pom.xml}';

const NAME = /\bgithub\.com[/:]([\w-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?(?:[/#?\s]|$)/;
/** npm: `github:owner/name`, or these two alone. */
const SHORT = /^(?:github:)?([\w-]{1,39}\/[\w.-]{1,100})$/;

function nameIn(text: string): string | null {
  const name = (NAME.exec(text) ?? SHORT.exec(text))?.[1];
  return name === undefined || /^(?:sponsors|orgs)\//.test(name) ? null : name;
}

/** Where each kind of manifest says in which repository it lies, what says it most plainly first. (The reference of each format) */
const DECLARATIONS: readonly ((snapshot: Snapshot) => readonly string[])[] = [
  (snapshot) => [readModule(snapshot, 'go.mod').name?.value ?? ''],
  (snapshot) => textsAt(readJson(snapshot, 'package.json').value, ['repository', 'url'], ['repository'], ['homepage']),
  (snapshot) =>
    textsAt(
      readToml(snapshot, 'Cargo.toml').value,
      ['package', 'repository'],
      ['workspace', 'package', 'repository'],
      ['package', 'homepage'],
      ['workspace', 'package', 'homepage'],
    ),
  (snapshot) => {
    const manifest = readToml(snapshot, 'pyproject.toml').value;
    const tables = [
      ['project', 'urls'],
      ['tool', 'poetry', 'urls'],
    ];
    const listed = tables.flatMap((table) => manifest.keys(table).map((key) => [...table, key]));
    return textsAt(manifest, ['tool', 'poetry', 'repository'], ['tool', 'poetry', 'homepage'], ...listed);
  },
  (snapshot) => textsAt(readJson(snapshot, 'composer.json').value, ['support', 'source'], ['homepage']),
  (snapshot) => {
    const project = readXml(snapshot, 'pom.xml').value;
    return [childAt(project, 'scm', 'url'), childAt(project, 'scm', 'connection'), childAt(project, 'url')].map(
      (element) => element?.text ?? '',
    );
  },
];

function textsAt(manifest: Manifest, ...paths: readonly string[][]): string[] {
  return paths.flatMap((path) => manifest.text(path) ?? []);
}
