import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command } from '../../../domain/profile.ts';
import { linesOf } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf, joinPath, pathFrom } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A folder that is compiled in, from that of the package. (docs.rs, "include_dir", "rust-embed") */
const EMBEDS =
  /(?:\binclude_dir!\(\s{0,4}|^\s{0,20}#\[folder\s{0,4}=\s{0,4})"(?:\$CARGO_MANIFEST_DIR\/)?(\w[\w./-]{0,200}|(?:\.\.?\/){1,6}\w[\w./-]{0,200})"/;

/**
 * What stands in for folders that a crate compiles in and that no checkout has: without them nothing of it compiles, and what they hold is
 * made by another language.
 */
export function embeddedFolders(snapshot: Snapshot, directory: string): Command[] {
  const sources = snapshot.within(directory).filter((path) => path.endsWith('.rs'));
  const found = sources.flatMap((file) => {
    const text = snapshot.text(file) ?? '';
    const manifest = /include_dir!|#\[folder/.test(text) ? nearest(snapshot, directoryOf(file), ['Cargo.toml']) : null;
    if (manifest === null) return [];
    return linesOf(text).flatMap(({ text: line, number }) => {
      const [, written] = EMBEDS.exec(line) ?? [];
      const path = written === undefined ? null : joinPath(directoryOf(manifest), written);
      return path === null || path === '.' || snapshot.exists(path) ? [] : [{ path, file, line: number }];
    });
  });
  return firstOfEach(found, ({ path }) => path).map(({ path, file, line }) => ({
    run: `mkdir -p ${pathFrom(directory, path)}`,
    directory,
    because: [snapshot.evidence(file, line)],
  }));
}
