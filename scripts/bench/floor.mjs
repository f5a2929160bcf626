// The least that any program of this kind must do: start, ask git for the files, read every manifest once. node floor.mjs DIRECTORY
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const MANIFEST =
  /^(go\.(mod|work|sum)|package\.json|package-lock\.json|pnpm-(lock|workspace)\.yaml|yarn\.lock|bun\.lock|pyproject\.toml|uv\.lock|poetry\.lock|requirements.*\.txt|setup\.(py|cfg)|pom\.xml|build\.gradle(\.kts)?|settings\.gradle(\.kts)?|Cargo\.(toml|lock)|rust-toolchain(\.toml)?|Makefile|Gemfile|composer\.json|mix\.exs|.*\.csproj|.*[Dd]ockerfile.*|(docker-)?compose.*\.ya?ml|tsconfig\.json|\.nvmrc|\.node-version|\.python-version|\.tool-versions)$/;

const directory = process.argv[2];
const files = execFileSync('git', ['-C', directory, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 30 }).split(
  '\0',
);
let bytes = 0;
for (const file of files) {
  const isManifest = MANIFEST.test(basename(file)) || /^\.github\/workflows\/.*\.ya?ml$/.test(file);
  if (isManifest) bytes += readFileSync(join(directory, file)).length;
}
process.stdout.write(`${files.length} files, ${bytes} bytes of manifests\n`);
