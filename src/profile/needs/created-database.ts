import type { CiContainer } from './ci-container.ts';
import { databaseOf } from './databases.ts';

/** `create database NAME`, as a client of the server is told, and PostgreSQL's own program for it. */
const CREATES =
  /\bcreate\s{1,4}database\s{1,4}(?:if\s{1,4}not\s{1,4}exists\s{1,4})?["'`\\]{0,3}(\w{1,60})|\bcreatedb\s(?:-\S{1,20}\s{1,4}\S{1,60}\s{1,4}){0,6}(\w{1,60})\s*$/i;

/** What a container is told, with the first database that a job makes in it by hand; one that it is told already stays. */
export function withCreated(
  service: string,
  environment: CiContainer['environment'],
  { image, lines }: Pick<CiContainer, 'image'> & { readonly lines: readonly string[] },
): CiContainer['environment'] {
  const name = databaseOf(service)?.variable;
  if (name === undefined || environment.has(name)) return environment;
  const found = lines.map((line) => CREATES.exec(line)).find((match) => match !== null);
  const database = found?.[1] ?? found?.[2];
  // PostgreSQL's image has one of its own name from the beginning.
  return database === undefined || database === service
    ? environment
    : new Map([...environment, [name, { ...image, value: database }]]);
}
