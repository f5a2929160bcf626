import type { UnitDraft } from '../../ecosystem.ts';
import type { GradleBuild } from './gradle-build.ts';
import { accessor, catalogueLibraries } from './gradle-catalogue.ts';

/** `"group:artifact:version"`, but no address: after the second colon come a version and a classifier. */
const COORDINATES = /["']([\w.-]+):([\w.-]+)(?::[\w.${}+[\]()@:,-]*)?["']/g;
const NAMED = /\bgroup\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/;

/** The libraries that scripts name: as coordinates, or by their aliases in the version catalogue. */
export function gradleDependencies({ scripts, catalogue }: GradleBuild): UnitDraft['dependencies'] {
  const libraries = catalogue ? catalogueLibraries(catalogue) : new Map<string, readonly string[]>();
  return scripts.flatMap(({ file, lines }) =>
    lines.flatMap(({ text, number: line }) => {
      const written = [...text.matchAll(COORDINATES)].map(([, group, name]) => `${group}:${name}`);
      const [, group, name] = NAMED.exec(text) ?? [];
      const aliases = [...text.matchAll(/\blibs\.([\w.]+)/g)].flatMap(
        ([, alias = '']) => libraries.get(accessor(alias)) ?? [],
      );
      const modules = [...written, ...(group && name ? [`${group}:${name}`] : []), ...aliases];
      return modules.flatMap((module) => namesOf(module).map((full) => ({ name: full, file, line })));
    }),
  );
}

/** The artifact alone and with its group, as Maven's are given. */
function namesOf(module: string): string[] {
  const lower = module.toLowerCase();
  return [lower.slice(lower.indexOf(':') + 1), lower];
}
