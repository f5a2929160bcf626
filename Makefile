# The commands of this repository. Each installs what it needs; `make agent-run` and `make pipeline-validate` need Node and git alone.
SHELL := bash
# What a person says reaches programs as it is, by environment: neither make nor a shell reads anything in it.
GIVEN := REPO BASE REQUEST FILES MIRRORS REPOS
# What is given and empty is a variable that was not set: the example would be shown in place of what was meant.
$(foreach name,$(GIVEN),$(if $(filter command,$(firstword $(origin $(name)))),$(if $(strip $(value $(name))),,$(error $(name)= was given nothing))))
$(foreach name,$(GIVEN),$(eval override $(name) := $$(value $(name))))
export $(GIVEN)
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# What is installed does not wait for one another.
MAKEFLAGS += --jobs=3

# A variable in small letters would be passed over in silence, and something else done than was meant.
$(foreach name,repo base request files mirrors repos,$(if $(findstring command line,$(origin $(name))),\
  $(error $(name)=… says nothing here: write it in capitals, as in REPO=dir BASE=rev REQUEST="words" FILES="…" MIRRORS=dir REPOS="…")))

NPM := npm --no-fund --no-audit --loglevel=error

.PHONY: help agent-run pipeline-validate test build check tools bench bench-run bench-starters mutants clean

help: ## Lists these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

agent-run: ## Generates the pipeline of the example's pull request, or of REPO=dir [BASE=rev] [REQUEST="words"]
	@scripts/agent-run.sh

pipeline-validate: ## Validates workflows: FILES="…", or this repository's own
	@node dist/cli.js validate $${FILES:-.github/workflows}

test: node_modules/.installed rigs/node_modules/.installed tools ## Builds, checks and runs every test
	$(NPM) run build
	$(NPM) run check
	$(NPM) test

build: node_modules/.installed ## Builds dist/
	$(NPM) run build

check: node_modules/.installed ## Types, format and lint
	$(NPM) run check

tools: ## Brings the pinned Go and Python tools into .tools/, and a JDK and Maven where there are none
	@tools/install.sh || { echo "Some tools are missing: their tests are skipped here, and fail where CI=true." >&2; }

bench: node_modules/.installed rigs/node_modules/.installed tools ## Measures whole processes beside a floor and peers; writes docs/benchmarks.md
	$(NPM) run bench

bench-run: node_modules/.installed rigs/node_modules/.installed tools ## Runs the generated jobs of the repositories in MIRRORS=dir [REPOS="owner/name …"]
	$(NPM) run bench-run

bench-starters: node_modules/.installed rigs/node_modules/.installed tools ## Judges GitHub's starter workflows beside ours, for the repositories in MIRRORS=dir
	$(NPM) run bench-starters

mutants: node_modules/.installed tools ## Shows that every policy and every engine is held by a test
	$(NPM) run mutants

clean: ## Removes what these commands made
	rm -rf node_modules rigs/node_modules .tools build coverage

node_modules/.installed: package-lock.json
	$(NPM) ci
	@touch $@

rigs/node_modules/.installed: rigs/package-lock.json
	$(NPM) --prefix rigs ci
	@touch $@
