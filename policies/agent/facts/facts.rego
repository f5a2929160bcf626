# METADATA
# title: What several rules ask of a workflow
package agent.facts

steps contains step if {
	some job in input.jobs
	some step in job.steps
}

uses contains step.uses if some step in steps

uses contains job.calls if some job in input.jobs

permissions contains input.permissions

permissions contains job.permissions if some job in input.jobs

environments contains {"path": [], "insecureCommands": input.insecureCommands}

environments contains place if {
	some job in input.jobs
	place := {"path": job.path, "insecureCommands": job.insecureCommands}
}

environments contains place if {
	some step in steps
	place := {"path": step.path, "insecureCommands": step.insecureCommands}
}

conditions contains {"path": job.path, "unsoundContains": job.unsoundContains} if some job in input.jobs

conditions contains {"path": step.path, "unsoundContains": step.unsoundContains} if some step in steps
