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

/** Folders of the members of a workspace that a command builds by their names: `cargo build -p shop`, `turbo run build --filter=@acme/shop`. */
export function builtMembers(snapshot: Snapshot, command: string): string[] {
  return NAMED.filter(({ tool }) => tool.test(command)).flatMap(({ option, file }) =>
    [...command.matchAll(option)].flatMap(([, name = '']) => membersOf(snapshot).get(`${file}\0${name}`) ?? []),
  );
}

/** Folders by what their manifests call them, and the programs that they make. */
const membersOf = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, string> => {
  const named = snapshot.paths.flatMap((path): (readonly [string, string])[] => {
    const file = baseName(path);
    const names =
      file === 'Cargo.toml' ? crateNames(snapshot, path) : file === 'package.json' ? packageNames(snapshot, path) : [];
    return names.map((name) => [`${file}\0${name}`, directoryOf(path)]);
  });
  return new Map(named.reverse());
});

function crateNames(snapshot: Snapshot, path: string): (string | null)[] {
  const manifest = readToml(snapshot, path).value;
  return [manifest.text(['package', 'name']), ...manifest.items(['bin']).map((bin) => manifest.text([...bin, 'name']))];
}

function packageNames(snapshot: Snapshot, path: string): (string | null)[] {
  return [readJson(snapshot, path).value.text(['name'])];
}
