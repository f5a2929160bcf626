/** The module whose Dockerfiles a folder has, where that is `src/main/docker`; null for any other folder. (quarkus.io, "Container Images") */
export function moduleOfDocker(folder: string): string | null {
  if (folder === 'src/main/docker') return '.';
  return /^(.+?)\/src\/main\/docker$/.exec(folder)?.[1] ?? null;
}
