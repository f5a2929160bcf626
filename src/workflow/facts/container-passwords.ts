import type { DocumentPath } from '../../domain/finding.ts';
import { originsOf, type Scope } from './flows.ts';
import { asMapping, asText, type Mapping } from './values.ts';

/** Where the containers of a job are given a password that stands in the file, be it in a variable. `path` is that of the job. */
export function writtenPasswords(job: Mapping, path: DocumentPath, scope: Scope): DocumentPath[] {
  const services = Object.entries(asMapping(job.services)).map(([name, service]) => ({
    container: service,
    at: [...path, 'services', name],
  }));
  return [{ container: job.container, at: [...path, 'container'] }, ...services].flatMap(({ container, at }) => {
    const password = asText(asMapping(asMapping(container).credentials).password);
    return password !== null && isWritten(password, scope) ? [[...at, 'credentials', 'password']] : [];
  });
}

/** Whether nothing of it comes from anywhere else. An empty one is none. */
function isWritten(password: string, scope: Scope): boolean {
  return password.trim() !== '' && originsOf(password, scope).length === 0;
}
