import type { ImagePush } from '../../domain/image-push.ts';
import type { Service } from '../../domain/profile.ts';
import type { IntentOf } from '../../domain/request.ts';
import { covering, reachesService, type Wishes } from '../select.ts';
import { registryOf } from './registry.ts';

type ImageIntent = IntentOf<'image'>;

/** What a stack of intents makes of one service's image: narrow over wide, field by field. */
function imageWish(service: Service, { intents, profile }: Wishes): Omit<ImageIntent, 'kind' | 'for'> {
  const about = covering(intents, 'image', (selector) => reachesService(selector, service, profile));
  return Object.assign({}, ...about.map(({ kind: _kind, for: _for, ...own }) => own));
}

/** When an image leaves the runner. */
export function pushedOn(service: Service, wishes: Wishes): 'never' | 'default-branch' | 'tag' {
  return imageWish(service, wishes).push ?? 'never';
}

/** Whether the image that a pull request makes is scanned: where that is asked for, and where the image is pushed one day. */
export function isScanned(service: Service, wishes: Wishes): boolean {
  return imageWish(service, wishes).scan ?? pushedOn(service, wishes) !== 'never';
}

/** How a service's image is pushed; null where it is not, or to what is no registry. Everything that shows what an image is comes along unless it is refused. */
export function pushOf(service: Service, wishes: Wishes, runner: readonly string[]): ImagePush | null {
  const { push = 'never', registry: written, platforms = [], ...wish } = imageWish(service, wishes);
  const registry = registryOf(written);
  if (push === 'never' || registry === null) return null;
  const known = [...new Set(platforms.filter(isPlatform))];
  return {
    registry,
    platforms: known,
    foreign: known.filter((platform) => platform !== nativePlatform(runner)),
    isScanned: wish.scan ?? true,
    hasSbom: wish.sbom ?? true,
    hasProvenance: wish.provenance ?? true,
    isSigned: wish.sign ?? true,
    tag: push === 'tag' ? 'git-tag' : 'commit',
  };
}

/** What BuildKit builds for. (docs.docker.com, "Multi-platform builds") */
export function isPlatform(text: string): boolean {
  return /^linux\/(?:amd64(?:\/v[1-4])?|arm64(?:\/v8)?|arm\/v[5-7]|386|ppc64le|s390x|riscv64)$/.test(text);
}

function nativePlatform(runner: readonly string[]): string {
  return runner.some((label) => /(^|-)arm(64)?$/i.test(label)) ? 'linux/arm64' : 'linux/amd64';
}
