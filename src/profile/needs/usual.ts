import type { Need } from '../../domain/profile.ts';
import { imageName } from '../docker/image-name.ts';
import { loginNames } from './settings/logins.ts';

/** The need without a container that says nothing which its kind and its version do not. */
export function withoutUsual(need: Need): Need {
  const { container, ...rest } = need;
  return container && isUsual(rest, container) ? rest : need;
}

function isUsual(
  { service, environment }: Need,
  { image, ports, options, entrypoint, command }: NonNullable<Need['container']>,
): boolean {
  const listens = loginNames({ service, environment })?.listens;
  const isThere = ports.every((port) => port === `${listens}:${listens}`);
  const isOwn = image !== null && (imageName(image).repository !== service || image.includes('@'));
  return isThere && !isOwn && options.length === 0 && entrypoint === null && command === null;
}
