import type { Snapshot } from '../../snapshot.ts';
import { givenRouters } from './given-routers.ts';
import { groupsIn } from './groups.ts';
import { isJavaScript } from './javascript-modules.ts';
import { javascriptPrefixes } from './mounted.ts';
import { nestedRouters } from './nested-routers.ts';
import type { RouterPrefix, SourceFile } from './routers.ts';

/** Gives what the program, whose files are given, puts before what is added to a router at an offset of one of them, as its language has it. */
export function routerPrefixes(snapshot: Snapshot, all: readonly SourceFile[]): (at: SourceFile) => RouterPrefix {
  const go = givenRouters(all.filter(({ file }) => file.endsWith('.go')).map(({ text }) => text));
  const rust = nestedRouters(all.filter(({ file }) => file.endsWith('.rs')));
  const javascript = javascriptPrefixes(
    snapshot,
    all.map(({ file }) => file),
  );
  return (at) => {
    if (at.file.endsWith('.go')) return go(at.text);
    if (at.file.endsWith('.rs')) return rust(at);
    if (isJavaScript(at.file)) return (router) => javascript(at.file, router);
    if (!at.file.endsWith('.cs')) return () => '';
    const groupOf = groupsIn(at.text);
    return (router) => groupOf(router).path;
  };
}
