import { baseImage } from '../../docker/base-tag.ts';
import { setUp } from '../../harvest/set-ups.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource } from '../../version-sources.ts';

/** Where the version of Deno stands. (denoland/setup-deno, "README") */
export const DENO_VERSIONS: readonly VersionSource<VersionPlace>[] = [
  pinFile('deno', '.dvmrc', /^\s{0,8}v?(\d[\w.-]{0,30})/),
  toolFiles('deno', ['deno']),
  baseImage('deno', ['deno']),
  setUp('deno', /^deno /),
];
