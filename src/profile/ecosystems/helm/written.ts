import type { ProfileWarning } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { folderMatcher } from '../../folder-globs.ts';
import { commandWords, unquoted } from '../../shell-word.ts';
import type { Found } from '../../snapshot.ts';
import type { Chart } from './chart.ts';

/** Charts that nobody edits, since a script of the repository writes them whole: what is wrong in one is wrong in the script. */
export function withoutWritten(
  charts: readonly Chart[],
  automation: readonly AutomationLine[],
): Found<readonly Chart[]> {
  const places = writtenFolders(automation).slice(0, MOST);
  const warnings: ProfileWarning[] = [];
  let left = charts;
  for (const { glob, file, line } of places) {
    const isWritten = folderMatcher([glob]);
    const rest = left.filter(({ directory }) => !isWritten(directory));
    const count = left.length - rest.length;
    const message = `charts that this writes are left to it: ${count}, in ${glob}.`;
    if (count > 0) warnings.push({ file, line, message });
    left = rest;
  }
  return { value: left, warnings };
}

/** More places than any script has would only take time. */
const MOST = 50;

interface WrittenFolder {
  /** With `*` for each variable that is known only when the script runs. */
  readonly glob: string;
  readonly file: string;
  readonly line: number;
}

const ASSIGNMENT =
  /^\s{0,40}(?:(?:local|export|readonly|declare)\s{1,4})?(\w{1,60})=("[^"]{0,300}"|'[^']{0,300}'|[^\s;"']{1,300})\s*$/;

/** Where a chart's Chart.yaml comes out of a here-document, and where a folder of what was built is copied to. */
function writtenFolders(automation: readonly AutomationLine[]): WrittenFolder[] {
  const found: WrittenFolder[] = [];
  let values = new Map<string, string>();
  let current = '';
  for (const { text, file, number } of automation.filter((line) => line.file.endsWith('.sh'))) {
    if (file !== current) values = new Map();
    current = file;
    const [, name, value] = ASSIGNMENT.exec(text) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, filled(unquoted(value), values));
    const folder = documentFolder(text, values) ?? copyFolder(text, values);
    if (folder !== null && isTelling(folder)) found.push({ glob: folder, file, line: number });
  }
  return found;
}

/** `cat > "$folder/Chart.yaml" <<EOF` */
function documentFolder(text: string, values: ReadonlyMap<string, string>): string | null {
  const target = /\bcat\s{0,4}>\s{0,4}("[^"]{1,300}"|[^\s"<]{1,300})\s{0,4}<</.exec(text)?.[1];
  const path = target === undefined ? '' : filled(unquoted(target), values);
  return path.endsWith('/Chart.yaml') ? path.slice(0, -'/Chart.yaml'.length) : null;
}

/** `cp -r target/helm/kubernetes/app/* "$folder/"` */
function copyFolder(text: string, values: ReadonlyMap<string, string>): string | null {
  const call = /(?:^|[\s;&])cp\s{1,4}-\w{0,4}[rRa]\w{0,4}\s{1,4}(\S.{0,600})$/.exec(text)?.[1];
  const [from, to, more] = call === undefined ? [] : commandWords(call).map((word) => filled(unquoted(word), values));
  if (from === undefined || to === undefined || more !== undefined) return null;
  return /(?:^|\/)(?:target|build|dist|out)\//.test(from) && /helm|chart/i.test(from) ? to.replace(/\/+$/, '') : null;
}

/** The text with the values of variables that the script has set, and `*` for the others. */
function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$(?:\{(\w{1,60})\}|(\w{1,60})|\{[^}]{0,100}\}|\d)/g, (_, braced?: string, plain?: string) => {
      return values.get(braced ?? plain ?? '') ?? '*';
    })
    .replace(/\*{2,}/g, '*')
    .slice(0, 300);
}

/** A path below the root with at least one step that is known; no command's output in it. */
function isTelling(folder: string): boolean {
  return (
    /^[\w.*/-]+$/.test(folder) && !folder.startsWith('/') && folder.split('/').some((step) => /^[\w.-]+$/.test(step))
  );
}
