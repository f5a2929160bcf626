import type { Check } from '../../domain/check.ts';
import type { Service, Unit } from '../../domain/profile.ts';

/** What is written for people, and what only tells GitHub and editors something. */
const DOCUMENT =
  /^(?:.{0,500}\/)?(?:(?:docs?|documentation|\.github|\.devcontainer|\.vscode|\.idea|\.cursor|\.claude|\.changeset|\.changelog)\/.+|[^/]+\.(?:md|mdx|markdown|rst|adoc)|(?:LICEN[CS]E|NOTICE|AUTHORS|CODEOWNERS|CHANGELOG|CONTRIBUTING|SECURITY)(?:\.txt)?)$/i;

/** What tells git, registries, linters and formatters something, and nobody else. The compiler of .NET reads `.editorconfig`. */
const OTHERS_SETTINGS =
  /(?:^|\/)\.(?:gitignore|gitattributes|mailmap|git-blame-ignore-revs|editorconfig|(?:eslint|prettier|stylelint|markdownlint|yamllint|rubocop|renovaterc)[\w.-]{0,40}|golangci\.\w{1,5}|credo\.exs|flake8|pylintrc|pre-commit-config\.yaml|hadolint\.ya?ml|trivyignore|codecov\.ya?ml)$/;

/** What tells Docker what to leave out of an image, and nobody else. */
const FOR_IMAGES = /(?:^|\/)\.dockerignore$/;

/** Whose formatters and linters look into documents, and whose builds may make pages of them. */
const OF_PAGES: ReadonlySet<Unit['ecosystem']> = new Set(['node', 'deno']);

const RUNS_CODE: ReadonlySet<Check> = new Set(['test', 'typecheck', 'coverage', 'audit']);

/**
 * Whether a file may say anything to a check of a unit: a workflow that passes over documents misses nothing of its tests. Of a command of
 * somebody's own nobody knows; documents in the unit's own folder of documents are its code.
 */
export function concerns({ directory, ecosystem }: Unit, check: Check | null): (path: string) => boolean {
  const runsCode = check !== null && RUNS_CODE.has(check);
  const readsCodeAlone = runsCode || (check !== null && !OF_PAGES.has(ecosystem));
  const isOfOthers = (path: string) => runsCode && ecosystem !== 'dotnet' && OTHERS_SETTINGS.test(path);
  const isPassedOver = (path: string) => FOR_IMAGES.test(path) || isDocument(directory, path);
  return (path) => !isOfOthers(path) && !(readsCodeAlone && isPassedOver(path));
}

/** Whether a file may say anything to an image: documents do only to one that may be made of pages. */
export function concernsImage({ directory }: Service, units: readonly Unit[]): (path: string) => boolean {
  const isInside = (folder: string) => directory === '.' || `${folder}/`.startsWith(`${directory}/`);
  const isOfPages = units.some((unit) => OF_PAGES.has(unit.ecosystem) && isInside(unit.directory));
  return (path) => isOfPages || !isDocument(directory, path);
}

/** A folder of documents that is somebody's own holds his code. */
function isDocument(directory: string, path: string): boolean {
  const isInside = directory !== '.' && path.startsWith(`${directory}/`);
  return DOCUMENT.test(isInside ? path.slice(directory.length + 1) : path);
}
