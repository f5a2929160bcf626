import type { UsesFact } from './uses.ts';

/** Commands that hand on to others what a run has made of the repository. */
const HANDS_ON = [
  /^git\s+(?:-\S+\s+(?:[^-\s]\S*\s+)?)*(?:push|commit|send-pack|add|rm|mv)\b/,
  /^(?:gh|hub)\s+(?:pr\s+create|api|pull-request)\b/,
];
/** And actions that do, by their names: create-pull-request, git-auto-commit, add-and-commit, github-push. */
const HANDING_ON = /commit|push|pull-request|pull_request|backport|cherry-pick/;

/** Whether a step gives away what a job has written. */
export function handsOn(commands: readonly string[], uses: UsesFact | null): boolean {
  return (
    HANDING_ON.test(uses?.repository ?? '') ||
    commands.some((command) => HANDS_ON.some((pattern) => pattern.test(command)))
  );
}

/** A word: from one redirection to the next, so that a row of them is looked at once. */
const PLACE = String.raw`["']?[^\s"'>]*\.github/workflows(?:/|["'\s]|$)`;

/** Commands that write where they point. */
const WRITES = [
  new RegExp(`>>?\\|?\\s*${PLACE}`),
  new RegExp(`^(?:tee|touch|rm|unlink|ln|truncate|mv|git\\s+(?:rm|mv))\\b.*\\s${PLACE}`),
  new RegExp(`^(?:cp|install|rsync)\\b.*\\s${PLACE}\\S*$`),
  new RegExp(`^(?:curl|wget)\\b.*\\s(?:-o|-O|--output|--output-document)[\\s=]*${PLACE}`),
  /^git\s+add\b.*\s["']?(?:\.\/)?\.github(?:\/workflows\S*|\/)?["']?(?:\s|$)/,
  /^gh\s+api\b(?=.*(?:PUT|DELETE)).*contents\/\.github\/workflows\//,
];

/** Commands that change files in place, wherever they name them. */
const EDITS = /^(?:sed|perl|yq|ruby)\b.*?\s(?:-\w*i\w*|--in-?place)\b/;
const NAMES_PLACE = new RegExp(`\\s${PLACE}`);

/** The same in that folder itself, where a plain name is enough. */
const WRITES_HERE = [/>>?\s*["']?[\w.-]+\.ya?ml/, /^(?:tee|touch|rm)\b/, EDITS];

/** Whether commands write below `.github/workflows`, or commit what was written there. `inside`: they start in that folder. */
export function writesWorkflows(commands: readonly string[], inside: boolean): boolean {
  const entered = commands.findIndex((command) => /^(?:cd|pushd)\s+\S*\.github\/workflows\/?["']?$/.test(command));
  const here = inside ? commands : entered < 0 ? [] : commands.slice(entered + 1);
  return (
    commands.some(
      (command) =>
        WRITES.some((pattern) => pattern.test(command)) || (EDITS.test(command) && NAMES_PLACE.test(command)),
    ) || here.some((command) => WRITES_HERE.some((pattern) => pattern.test(command)))
  );
}
