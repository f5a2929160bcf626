# METADATA
# title: A check cannot fail
# description: With continue-on-error a test, a scan or a signature that fails leaves the job green. A step that is a check by its name alone is a warning.
# custom:
#   level: error
#   message: "This check stays green when it fails."
#   help: "Take continue-on-error out, or take the check out."
#   aliases: []
package agent.rules.workflow.continue_on_error_on_check

import data.agent.facts

report contains {"path": array.concat(step.path, ["continue-on-error"]), "params": {}, "level": levels[step.runsCheck]} if {
	some step in facts.steps
	step.isCheck
	step.continuesOnError
}

levels := {true: "error", false: "warning"}

report contains {"path": array.concat(step.path, ["run"]), "params": {}} if {
	some step in facts.steps
	step.script.losesFailures
}

report contains {"path": array.concat(job.path, ["continue-on-error"]), "params": {}} if {
	some job in input.jobs
	job.isCheck
	job.continuesOnError
}
