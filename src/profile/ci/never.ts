/**
 * What no pull request may start by itself, whatever says that it is a check: what deploys, publishes or logs in, asks a person, changes
 * files, or does not end.
 */
const NEVER =
  /(?:^|[\s:./=_-])(?:deploy|publish|push|release|upload|login|logout|sudo|ssh|scp|watch|serve|start|dev|apply|destroy|delete|drop|purge|prod|production|staging|token|secrets?|password)(?=$|[\s:.=/_-])|--(?:watch|interactive|open|ui|fix|write)\b(?!=false)/i;

/** What is made as people will use it goes nowhere by that. */
const MAKES = /\bbuild[:_-]prod(?:uction)?(?![\w:-])/g;

/** Whether a command, as it is typed, is one of them. */
export function isNever(run: string): boolean {
  return NEVER.test(run.replace(MAKES, 'build'));
}
