import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

type Queries = Pick<UnitDraft, 'directory' | 'dependencies'>;

/** The copies of checked queries, by which sqlx needs no database. (docs.rs/sqlx, "query!", "Offline Mode") */
export function checkedQueries(snapshot: Snapshot, draft: Queries): Evidence | null {
  const file = usesSqlx(draft)
    ? snapshot.within(draft.directory).find((path) => /(?:^|\/)(?:\.sqlx\/[^/]+\.json|sqlx-data\.json)$/.test(path))
    : undefined;
  return file === undefined ? null : snapshot.evidence(file, 1);
}

/** Sources one folder below those that are read for their tests. */
export const QUERY_SOURCES = ['src/*/*.rs', '*/src/*/*.rs'];

const MACRO = /\bquery(?:_as|_scalar|_file|_file_as|_file_scalar)?(?:_unchecked)?!\s{0,4}[({[]/;

/** A query that sqlx checks against a live database while the sources are compiled; null where it is told its answer, or none is seen. */
export function liveQuery(snapshot: Snapshot, draft: Queries): Evidence | null {
  if (!usesSqlx(draft) || checkedQueries(snapshot, draft) !== null) return null;
  for (const path of snapshot.within(joinPath(draft.directory, '.') ?? '.')) {
    const found = path.endsWith('.rs') ? firstMatch(snapshot.text(path) ?? '', MACRO) : null;
    if (found) return snapshot.evidence(path, found.line);
  }
  return null;
}

function usesSqlx({ dependencies }: Queries): boolean {
  return dependencies.some(({ name }) => name === 'sqlx');
}
