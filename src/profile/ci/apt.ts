/** Runners have these: compilers, build tools, and what only reports. (actions/runner-images, Ubuntu 24.04) */
const THERE =
  /^(?:build-essential|gcc|g\+\+|clang|llvm|lld|make|cmake|ninja-build|git|curl|wget|jq|sudo|tar|unzip|zip|pkg-config|pkgconf|autoconf|automake|libtool|bison|flex|openssl|python3|python3-pip|ccache|sccache|lcov|gcovr|valgrind|cppcheck|doxygen|graphviz|ca-certificates|gnupg|software-properties-common|apt-transport-https)$/;

/** Compilers of another release or machine. */
const COMPILERS =
  /^(?:gcc|g\+\+|clang|clang\+\+|clang-(?:tidy|format|tools)|llvm|lld|libc\+\+(?:abi)?|libgcc|libstdc\+\+|crossbuild-essential|binutils)-|multilib|:i386$/;

const PACKAGE = /^[a-z0-9][a-z0-9+.-]{1,60}$/;

/** The packages among the words behind `apt-get install` that a runner does not have already. */
export function wantedPackages(words: readonly string[]): string[] {
  return words.filter((word) => PACKAGE.test(word) && !THERE.test(word) && !COMPILERS.test(word));
}

/** Whether a command installs packages of the system, as people do it on a runner. */
export function installsPackages(words: readonly string[]): boolean {
  return words[0] === 'sudo' && /^apt(?:-get)?$/.test(words[1] ?? '') && words.includes('install');
}

/** The command that installs them. */
export function installLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
}
