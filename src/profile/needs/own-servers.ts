import { withoutVariables } from '../../domain/in-front.ts';
import { calledTask } from '../harvest/checks/called-task.ts';
import type { TestsQuery } from '../harvest/tests/test-steps.ts';
import { joinPath } from '../paths.ts';

/** `docker compose … up`, `docker run -d …`. */
const STARTS =
  /\b(?:docker|podman)[ -]compose\s(?:[^\n;&|]{0,200}\s)?up\b|\b(?:docker|podman) run\s(?:[^\n;&|]{0,200}\s)?(?:-\w{0,4}d\w{0,4}|--detach)\b/;

/** The settings of tox up to what it runs before its commands, and that. (tox.wiki, "commands_pre") */
const BEFORE = /^[ \t]{0,8}commands_pre[ \t]{0,8}=([^\n]{0,500}(?:\n[ \t]{1,40}[^\n]{0,500}){0,20})/gm;
const TOX = ['tox.ini', 'setup.cfg', 'tox.toml', 'pyproject.toml'];

/** Whether the unit's own tests start the servers that they speak to: by the command itself, the task that it calls, or what tox runs before. */
export function startsOwnServers({ snapshot, draft }: TestsQuery): boolean {
  const { directory, commands } = draft;
  return commands.test.some((command) => {
    const run = withoutVariables(command.run);
    const lines = calledTask(snapshot, { run, directory })?.lines ?? [];
    return [run, ...lines].some((line) => STARTS.test(line)) || (/\btox\b/.test(run) && isInTox());
  });

  function isInTox(): boolean {
    const texts = TOX.map((name) => snapshot.text(joinPath(directory, name) ?? name) ?? '');
    return texts.some((text) =>
      [...text.matchAll(BEFORE)].some(([, before = '']) => STARTS.test(before.replace(/["',[\]\s]+/g, ' '))),
    );
  }
}
