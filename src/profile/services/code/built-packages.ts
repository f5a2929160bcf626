import { readJson } from '../../formats/json.ts';
import { readToml } from '../../formats/toml.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** How a member of a workspace is named in a command. (doc.rust-lang.org/cargo, "Package Selection"; pnpm, "Filtering"; turborepo, "Filter") */
const NAMED: readonly { readonly tool: RegExp; readonly option: RegExp; readonly file: string }[] = [
  {
    tool: /^cargo (?:build|install|run|zigbuild|auditable|chef|leptos)\b/,
    option: / (?:-p|--package|--bin)[ =]([\w-]{1,80})(?= |$)/g,
    file: 'Cargo.toml',
  },
  {
    tool: /^(?:(?:npx|pnpx|bunx|pnpm(?: dlx| exec)?|yarn(?: dlx)?) )?(?:turbo|pnpm|npm|yarn|bun|lerna|nx)\b/,
    option:
      / (?:(?:--filter|-F|--scope|--workspace|-w)[ =]|prune (?:--scope=)?)["']?((?:@[\w.-]{1,60}\/)?[\w.-]{1,80}?)(?:\.{3})?["']?(?= |$)/g,
    file: 'package.json',
  },
];

/** Folders of the packages that a command builds by their names: `cargo build -p shop`, `turbo run build --filter=@acme/shop`. Of a name that two have, none. */
export function builtPackages(snapshot: Snapshot, command: string): string[] {
  return NAMED.filter(({ tool }) => tool.test(command)).flatMap(({ option, file }) =>
    [...command.matchAll(option)].flatMap(([, name = '']) => packagesOf(snapshot).get(`${file}\0${name}`) ?? []),
  );
}

/** Folders by what their manifests call them, and the programs that they make; null where that is not one alone. */
const packagesOf = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, string | null> => {
  const named = new Map<string, string | null>();
  for (const path of snapshot.paths) {
    const file = baseName(path);
    const folder = directoryOf(path);
    for (const name of namesIn(snapshot, path)) {
      const key = `${file}\0${name}`;
      named.set(key, named.has(key) && named.get(key) !== folder ? null : folder);
    }
  }
  return named;
});

function namesIn(snapshot: Snapshot, path: string): string[] {
  const file = baseName(path);
  if (file === 'package.json') return [readJson(snapshot, path).value.text(['name']) ?? []].flat();
  if (file !== 'Cargo.toml') return [];
  const manifest = readToml(snapshot, path).value;
  const names = [['package'], ...manifest.items(['bin'])].flatMap((place) => manifest.text([...place, 'name']) ?? []);
  return [...new Set(names)];
}
