/** The oldest release of OTP that is built for the machine of generated jobs, ubuntu-24.04. (erlef/setup-beam, "Compatibility between Operating System and Erlang/OTP") */
const OLDEST_OTP = '24.3';

/** The oldest Elixir that runs on that OTP, and what its line is called. (elixir, "Compatibility and deprecations") */
export const OLDEST_BEAM = { elixir: '1.11.4', otp: '24' } as const;

/** Whether a release of OTP can not be set up. */
export function isOldOtp(version: string): boolean {
  return isOlder(version, OLDEST_OTP);
}

/** Whether a release of Elixir runs on no OTP that can be set up. */
export function isOldElixir(version: string): boolean {
  return isOlder(version, OLDEST_BEAM.elixir);
}

/** Of `24` the newest release is meant: a number that is not said is no older one. */
function isOlder(version: string, than: string): boolean {
  const parts = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?/.exec(version)?.slice(1) ?? [];
  const wanted = than.split('.');
  for (const [index, part] of parts.entries()) {
    const [one, other] = [Number(part ?? wanted[index] ?? 0), Number(wanted[index] ?? 0)];
    if (one !== other) return one < other;
  }
  return false;
}
