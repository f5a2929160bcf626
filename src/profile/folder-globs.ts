import picomatch from 'picomatch';

/**
 * A test for folders against the patterns by which workspaces name their members; `!` takes away. A pattern that could keep a matcher busy
 * for long is passed over: manifests are untrusted, and people write one or two stars.
 */
export function folderMatcher(globs: readonly string[]): (directory: string) => boolean {
  const usable = globs.filter(isTame);
  const wanted = usable.filter((glob) => !glob.startsWith('!')).flatMap(plain);
  const unwanted = usable.filter((glob) => glob.startsWith('!')).flatMap((glob) => plain(glob.slice(1)));
  return picomatch(wanted, { ignore: unwanted, noextglob: true });
}

/** At most two stars in a step, two times any depth, and two lists of alternatives. */
function isTame(glob: string): boolean {
  const steps = glob.split('/');
  const deep = steps.filter((step) => step === '**').length;
  const busy = steps.some((step) => step !== '**' && (step.match(/\*/g)?.length ?? 0) > 2);
  return glob.length <= 300 && deep <= 2 && !busy && (glob.match(/\{/g)?.length ?? 0) <= 2;
}

/** Without the signs of a folder; nothing where nothing else is left, which a matcher would refuse. */
function plain(glob: string): string[] {
  const path = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return path === '' ? [] : [literal(path)];
}

/** What would mean something in the regular expression that a matcher makes of a pattern, and means nothing in a pattern. */
function literal(path: string): string {
  return path.replace(/\\.|[()|+]/gs, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
}
