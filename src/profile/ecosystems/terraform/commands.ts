import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands } from '../../../domain/profile.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { linter } from './linter.ts';
import type { TerraformModule } from './module.ts';
import type { Program } from './program.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly module: TerraformModule;
  readonly program: Program;
  readonly lockfile: string | null;
}

/** What needs neither a backend nor a credential. Nothing is planned and nothing applied. (detection.md, row "Terraform") */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, module, program, lockfile } = query;
  const { directory, required, files } = module;
  const because = [required?.because ?? snapshot.evidence(files[0], 1)];
  const locked = lockfile === null ? [] : [snapshot.evidence(lockfile, 1)];
  const init = `${program} init -backend=false -input=false${lockfile === null ? '' : ' -lockfile=readonly'}`;
  const format = { check: 'format', run: `${program} fmt -check -recursive`, directory, because };
  // Nothing but the format can be checked before what it calls is there.
  if (module.missing) return { install: [], lint: [format], test: [], build: [] };
  const validate = { check: 'lint', run: `${program} validate`, directory, because };
  return {
    install: [{ run: init, directory, because: [...locked, ...because] }],
    lint: [format, ...(module.takesProviders ? [] : [validate]), ...linter(snapshot, directory)],
    test: tests(query),
    build: [],
  };
}

/** Tests of which every one has its providers mocked: others create what they test, with somebody's account. */
function tests({ snapshot, module: { directory }, program }: CommandsQuery): Command[] {
  const folders = [directory, joinPath(directory, 'tests') ?? 'tests'];
  const files = folders.flatMap((folder) =>
    snapshot
      .namesIn(folder)
      .filter((name) => /\.(?:tftest|tofutest)\.hcl$/.test(name))
      .flatMap((name) => joinPath(folder, name) ?? []),
  );
  const mocked = files.flatMap((file): Evidence[] => {
    const line = (snapshot.text(file) ?? '').split('\n').findIndex((text) => /^\s{0,8}mock_provider\s/.test(text));
    return line < 0 ? [] : [snapshot.evidence(file, line + 1)];
  });
  const [first] = mocked;
  return first && mocked.length === files.length ? [{ run: `${program} test`, directory, because: [first] }] : [];
}
