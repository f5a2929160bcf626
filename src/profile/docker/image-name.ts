/** An image's name taken apart: `docker.io/library/node:20-alpine@sha256:…` is `node` and `20-alpine`. */
export interface ImageName {
  /** Without the registry where that is Docker Hub or a mirror of its official images. */
  readonly repository: string;
  /** Null where none is written. */
  readonly tag: string | null;
}

const OFFICIAL =
  /^(?:(?:(?:index\.|registry-1\.)?docker\.io|mirror\.gcr\.io)\/(?:library\/)?|public\.ecr\.aws\/docker\/library\/|library\/)/;

/** Reads an image's name as FROM and compose write it. */
export function imageName(text: string): ImageName {
  const [plain = ''] = text.trim().split('@');
  const slash = plain.lastIndexOf('/');
  const colon = plain.indexOf(':', slash + 1);
  const repository = colon < 0 ? plain : plain.slice(0, colon);
  return { repository: repository.replace(OFFICIAL, '').toLowerCase(), tag: colon < 0 ? null : plain.slice(colon + 1) };
}

/** The last step of an image's name: `cart` of `ghcr.io/shop/cart:1`. */
export function shortName(text: string): string {
  return imageName(text).repository.split('/').at(-1) ?? '';
}
