/** What a shell script does that policies mind, as far as its words tell. */
export interface ScriptFact {
  /** Writes below `.github/workflows`, or pushes what was committed there. */
  readonly writesWorkflows: boolean;
  /** Uses `::set-env` or `::add-path`, which any output of a program can imitate. */
  readonly insecureCommands: boolean;
  /** Publishes or deploys something. */
  readonly deploys: boolean;
  /** Fetches the head of a pull request. */
  readonly checksOutPullRequest: boolean;
}

/** Deployment by the tools that do it; a word in a comment or an echo is none. */
const DEPLOYS =
  /^\s*(?:sudo\s+)?(?:helm\s+(?:upgrade|install)\b|kubectl\s+(?:apply|rollout|set\s+image|delete)\b|terraform\s+apply\b|tofu\s+apply\b|argocd\s+app\s+sync\b|docker\s+push\b|npm\s+publish\b|pnpm\s+publish\b|yarn\s+npm\s+publish\b|cargo\s+publish\b|twine\s+upload\b|uv\s+publish\b|poetry\s+publish\b|gem\s+push\b|mvn\b.*\bdeploy\b|(?:gcloud|az|aws)\s.*\bdeploy\b)/;

export function readScript(run: string): ScriptFact {
  const lines = run.split('\n').filter((line) => !/^\s*#/.test(line));
  return {
    writesWorkflows: lines.some(
      (line) =>
        /(?:>>?|\btee\b(?:\s+-a)?|\bcp\b.*|\bmv\b.*|\bsed\s+-i\b.*)\s*["']?[\w./${}-]*\.github\/workflows\//.test(
          line,
        ) || /\bgit\s+add\b.*\.github/.test(line),
    ),
    insecureCommands: lines.some((line) => /::(?:set-env|add-path)\b/.test(line)),
    deploys: lines.some((line) => line.split(/&&|\|\||;/).some((command) => DEPLOYS.test(command))),
    checksOutPullRequest: lines.some((line) =>
      /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|checkout)\b.*\bpull\/|\bgit\s+(?:fetch|pull|checkout|switch)\b.*head[_.](?:ref|sha)/i.test(
        line,
      ),
    ),
  };
}
