import { execFileSync } from 'node:child_process';

/**
 * Makes a work tree of a mirror's HEAD in a new folder. Files whose content the mirror does not have (some leave large ones out) are not there, as
 * if the commit had never had them; their number is given.
 */
export function checkoutOf(mirror: string, into: string): number {
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', mirror, into], { stdio: 'pipe' });
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', ['-C', into, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  git(['read-tree', 'HEAD']);
  const files = git(['ls-files', '-z', '--format=%(objectname) %(objectmode) %(path)']).split('\0').filter(isFile);
  const known = git(['cat-file', '--batch-check'], `${files.map((file) => file.slice(0, 40)).join('\n')}\n`).split(
    '\n',
  );
  const absent = files.filter((_, index) => known[index]?.endsWith(' missing'));
  git(['update-index', '--force-remove', '-z', '--stdin'], absent.map((file) => `${file.slice(48)}\0`).join(''));
  git(['checkout-index', '--all', '--quiet']);
  return absent.length;
}

/** A submodule's commit is in another repository. */
function isFile(entry: string): boolean {
  return entry !== '' && !entry.includes(' 160000 ', 40);
}
