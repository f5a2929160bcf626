import { oncePer } from '../../domain/once.ts';
import type { Command } from '../../domain/profile.ts';
import { isWithin, joinPath, relativeTo } from '../paths.ts';

type Placed = Pick<Command, 'run' | 'directory'>;

/** The format looked at, in a folder. (terraform fmt -help) */
const FORMAT =
  /^(terraform|tofu) fmt((?: -{1,2}(?:recursive|check|diff|no-color|list=\w{1,5}|write=false)){1,6})(?: ([\w./-]{1,200}))?$/;

/** Those of these commands that look at the format of folders at which a command looks from further above. */
export function formatsBelow(command: Placed, commands: readonly Command[]): Command[] {
  const all = formatOf(command);
  if (all === null || !all.isRecursive) return [];
  return commands.filter((one) => {
    const own = formatOnce(one);
    return own !== null && own.program === all.program && isSeen(all.folder, own.folder);
  });
}

/** Many commands look at the same ones. */
const formatOnce = oncePer((command: Command) => formatOf(command));

function formatOf({ run, directory }: Placed) {
  const [, program, options = '', written = '.'] = FORMAT.exec(run) ?? [];
  const folder = program === undefined || written.startsWith('/') ? null : joinPath(directory, written);
  if (folder === null || !/-check\b/.test(options)) return null;
  return { program, folder, isRecursive: /-recursive\b/.test(options) };
}

/** Hidden folders are passed over. */
function isSeen(above: string, folder: string): boolean {
  return isWithin(above, folder) && !/(?:^|\/)\.\w/.test(relativeTo(above, folder));
}
