# The workflow rules of policies/, as somebody writes them for conftest: over the YAML itself, without positions.
package main

import rego.v1

# YAML 1.1 reads the key `on` as a truth.
events := object.get(input, "on", object.get(input, "true", {}))

is_triggered_by(event) if event in {events}

is_triggered_by(event) if event in events

is_triggered_by(event) if is_object(events[event])

is_triggered_by(event) if {
	is_object(events)
	event in object.keys(events)
}

steps contains {"job": name, "index": index, "step": step} if some index, step in input.jobs[name].steps

untrusted := [
	"github.event.issue.title", "github.event.issue.body", "github.event.pull_request.title",
	"github.event.pull_request.body", "github.event.comment.body", "github.event.review.body",
	"github.event.pull_request.head.ref", "github.head_ref", "github.event.head_commit.message",
]

releases if is_triggered_by("release")

releases if events.push.tags

deny contains sprintf("unpinned-uses: %s", [it.step.uses]) if {
	some it in steps
	not startswith(it.step.uses, "./")
	not startswith(it.step.uses, "docker://")
	not regex.match(`@[0-9a-f]{40}$`, it.step.uses)
}

deny contains sprintf("unpinned-image: %s of %s", [service.image, name]) if {
	some name
	some service in input.jobs[name].services
	not regex.match(`@sha256:[0-9a-f]{64}$`, service.image)
}

deny contains sprintf("permissions-missing: %s", [name]) if {
	some name, job in input.jobs
	not has_permissions(job)
	not has_permissions(input)
}

has_permissions(it) if "permissions" in object.keys(it)

deny contains sprintf("excessive-permissions: %s", [place]) if {
	some place, permissions in granted
	permissions in {"write-all", "read-all"}
}

deny contains sprintf("excessive-permissions: %s of all jobs", [name]) if {
	some name, level in input.permissions
	level == "write"
}

granted["the workflow"] := input.permissions

granted[name] := input.jobs[name].permissions

deny contains sprintf("dangerous-triggers: %s", [event]) if {
	some event in {"pull_request_target", "workflow_run"}
	is_triggered_by(event)
}

deny contains sprintf("untrusted-checkout: %s", [it.job]) if {
	some event in {"pull_request_target", "workflow_run"}
	is_triggered_by(event)
	some it in steps
	startswith(it.step.uses, "actions/checkout@")
	contains(it.step["with"].ref, "head")
}

deny contains sprintf("template-injection: step %d of %s", [it.index, it.job]) if {
	some it in steps
	some body in {it.step.run, object.get(it.step, ["with", "script"], "")}
	some expression in regex.find_n(`\$\{\{[^}]*\}\}`, body, -1)
	some context in untrusted
	contains(expression, context)
}

deny contains sprintf("credentials-persisted: %s", [it.job]) if {
	some it in steps
	startswith(it.step.uses, "actions/checkout@")
	not object.get(it.step, ["with", "persist-credentials"], true) == false
}

deny contains sprintf("missing-timeout: %s", [name]) if {
	some name, job in input.jobs
	not job.uses
	not job["timeout-minutes"]
}

deny contains sprintf("self-hosted-on-pull-request: %s", [name]) if {
	is_triggered_by("pull_request")
	some name, job in input.jobs
	"self-hosted" in job["runs-on"]
	not contains(job["if"], "head.repo.full_name == github.repository")
}

deny contains sprintf("insecure-commands: %s", [it.job]) if {
	some it in steps
	it.step.env.ACTIONS_ALLOW_UNSECURE_COMMANDS
}

deny contains sprintf("secrets-inherit: %s", [name]) if {
	some name, job in input.jobs
	job.secrets == "inherit"
}

deny contains sprintf("cache-in-release: %s", [it.job]) if {
	releases
	some it in steps
	startswith(it.step.uses, "actions/cache@")
}

deny contains sprintf("continue-on-error-on-check: %s", [name]) if {
	some name, job in input.jobs
	job["continue-on-error"] == true
}

deny contains sprintf("deploy-on-pull-request: %s", [name]) if {
	is_triggered_by("pull_request")
	some name, job in input.jobs
	job.environment
}

deny contains sprintf("workflow-writes-workflows: %s", [it.job]) if {
	some it in steps
	regex.match(`git (add|commit)[^\n]*\.github/workflows`, it.step.run)
}
