import type { CiContainer } from './ci-container.ts';
import { databaseOf } from './databases.ts';

/** `create database NAME`, as a client of the server is told, and PostgreSQL's own program for it. */
const CREATES =
  /\bcreate\s{1,4}database\s{1,4}(?:if\s{1,4}not\s{1,4}exists\s{1,4})?["'`\\]{0,3}([\w-]{1,60})|\bcreatedb\s(?:-\S{1,20}\s{1,4}\S{1,60}\s{1,4}){0,6}([\w-]{1,60})\s*$/i;

/** `create user 'NAME'@'%' identified by 'PASSWORD'`, with or without the plugin that checks it. (MySQL, "CREATE USER Statement") */
const LETS_IN =
  /\bcreate\s{1,4}user\s{1,4}(?:if\s{1,4}not\s{1,4}exists\s{1,4})?['"`]?([\w-]{1,32})['"`]?(?:@['"`]?[\w.%-]{1,60}['"`]?)?\s{1,4}identified\s{1,4}(?:with\s{1,4}\w{1,60}\s{1,4})?by\s{1,4}['"]([\w.-]{1,60})['"]/i;

/** What a container is told, with the first database that a job makes in it by hand, and whom it lets in there; what it is told already stays. */
export function withCreated(
  service: string,
  environment: CiContainer['environment'],
  { image, lines }: Pick<CiContainer, 'image'> & { readonly lines: readonly string[] },
): CiContainer['environment'] {
  const variable = databaseOf(service)?.variable;
  if (variable === undefined) return environment;
  const created = firstIn(lines, CREATES);
  const database = created?.[1] ?? created?.[2];
  // PostgreSQL's image has one of its own name from the beginning.
  const named = database === undefined || database === service ? [] : [[variable, database] as const];
  const [prefix = ''] = variable.split('_');
  const [, user, password = ''] = firstIn(lines, LETS_IN) ?? [];
  const letIn =
    user === undefined
      ? []
      : ([
          [`${prefix}_USER`, user],
          [`${prefix}_PASSWORD`, password],
        ] as const);
  const told = [...named, ...letIn].filter(([name]) => !environment.has(name));
  return told.length === 0
    ? environment
    : new Map([...environment, ...told.map(([name, value]) => [name, { ...image, value }] as const)]);
}

function firstIn(lines: readonly string[], pattern: RegExp): RegExpExecArray | null {
  return lines.map((line) => pattern.exec(line)).find((match) => match !== null) ?? null;
}
