#!/usr/bin/env bash
# Runs the built core on the example's pull request, or on any checkout: REPO, BASE and REQUEST come by environment.
set -euo pipefail

# Of a hook or `git rebase --exec` they name a repository, which would then be the one that is written to.
# shellcheck disable=SC2046 # names of variables, one a word
unset $(git rev-parse --local-env-vars)

here=$(cd "$(dirname "$0")/.." && pwd)
output="$here/build/agent-run"

# The example's folder is the head of the pull request; the patch beside it takes `recommender` away and makes the base. No setting of the
# person has a part in it: no hook, no signature, no line ends.
example_checkout() (
  export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
  cp -R "$here/examples/shop/." "$1"
  git -C "$1" init --quiet --initial-branch=main
  git -C "$1" apply --whitespace=nowarn "$here/examples/shop.base.patch"
  commit "$1" 'The shop'
  git -C "$1" checkout --quiet -b add-recommender
  git -C "$1" apply --whitespace=nowarn --reverse "$here/examples/shop.base.patch"
  commit "$1" 'Add recommender'
)

commit() {
  git -C "$1" add --all
  GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z' \
    git -C "$1" -c user.name=shop -c user.email=shop@example.com commit --quiet --message "$2"
}

repository=${REPO:-}
base=${BASE:-}
if [ -z "$repository" ] && [ -n "$base" ]; then
  echo 'BASE needs REPO: the example has a base of its own.' >&2
  exit 2
fi
if [ -z "$repository" ]; then
  repository=$(mktemp -d)
  trap 'rm -rf "$repository"' EXIT
  example_checkout "$repository"
  base=main
fi

# What an earlier run has left there would be taken for this one's.
rm -rf "$output"
arguments=(--repository "$repository" --output "$output")
[ -z "$base" ] || arguments+=(--base "$base")
[ -z "${REQUEST:-}" ] || arguments+=(--request "$REQUEST")
node "$here/dist/cli.js" generate "${arguments[@]}"
