import { isOldElixir, isOldOtp, OLDEST_BEAM } from '../../domain/beam.ts';
import type { SetupVersion } from '../../domain/pipeline.ts';
import type { ToolVersion, Unit } from '../../domain/profile.ts';

/** The newest release of OTP that a release of Elixir supports, by the second number of its version. (elixir, "Compatibility and deprecations") */
const OTP: Readonly<Record<string, string>> = {
  11: '24',
  12: '24',
  13: '25',
  14: '26',
  15: '26',
  16: '26',
  17: '27',
  18: '27',
  19: '28',
};
const NEWEST_OTP = '29';

interface ElixirVersions {
  readonly version: SetupVersion;
  readonly runtime: SetupVersion;
}

/**
 * Elixir and OTP, by .tool-versions where that has both. A requirement stands for its oldest release, with the OTP for it: what would fit
 * it one day may not run on that. What is older than can be set up stands for the oldest that can. `fallback` is the release for units that
 * name none.
 */
export function elixirVersions({ version, versions }: Unit, fallback: string): ElixirVersions {
  const otp = versions.find(({ tool }) => tool === 'erlang') ?? null;
  const file = version?.because.find((evidence) => /(^|\/)(\.tool-versions|mise\.toml)$/.test(evidence.file))?.file;
  const isOld = otp !== null && isOldOtp(otp.value);
  if (!isOld && version && file !== undefined && otp?.because.some((evidence) => evidence.file === file))
    return { version: { kind: 'file', file, because: version.because }, runtime: runtimeOf(otp, version.value) };
  const number = /\d+\.\d+(?:\.\d+)*/.exec(version?.value ?? '')?.[0];
  if (!version || number === undefined)
    return { version: { kind: 'default', value: fallback }, runtime: runtimeOf(otp, fallback) };
  const isRequirement = version.because.some((evidence) => /(^|\/)mix\.exs$/.test(evidence.file));
  const meant = isRequirement ? number.split('.').slice(0, 2).join('.') : number;
  // What is newer than it runs on an old OTP alone where that is asked for.
  const value = isOldElixir(meant) && (isOld || otp === null) ? OLDEST_BEAM.elixir : meant;
  const written = value === version.value ? {} : { written: version.value };
  return { version: { kind: 'value', value, ...written, because: version.because }, runtime: runtimeOf(otp, value) };
}

function runtimeOf(otp: ToolVersion | null, elixir: string): SetupVersion {
  if (otp && isOldOtp(otp.value))
    return { kind: 'value', value: OLDEST_BEAM.otp, written: otp.value, because: otp.because };
  if (otp) return { kind: 'value', value: otp.value, because: otp.because };
  return { kind: 'default', value: OTP[elixir.split('.')[1] ?? ''] ?? NEWEST_OTP };
}
