# METADATA
# title: A trigger runs with secrets on what outsiders do
# description: "pull_request_target and workflow_run give the base repository's secrets and token to a run that an outsider can start. A pull_request_target that neither brings the outsider's code nor runs their text is a warning."
# custom:
#   level: error
#   message: "{trigger} runs with the repository's secrets on what outsiders do."
#   help: "Use pull_request, and let a second workflow without the outsider's code do what needs a secret."
#   aliases: [zizmor/dangerous-triggers, poutine/untrusted_checkout_exec, scorecard/Dangerous-Workflow]
package agent.rules.workflow.dangerous_triggers

import data.agent.facts

report contains {"path": event.path, "params": {"trigger": event.name}, "level": level(event.name)} if {
	some event in input.triggers.events
	not labels_only(event.name)
}

level("workflow_run") := "error"

level("pull_request_target") := "error" if takes_from_outside

level("pull_request_target") := "warning" if not takes_from_outside

takes_from_outside if {
	some step in facts.steps
	step.checkout.ofHead
}

takes_from_outside if {
	some step in facts.steps
	step.script.fetchesHead
}

takes_from_outside if {
	some step in facts.steps
	some sink in step.sinks
	some expression in [sink.injected, sink.madeByMatrix]
	expression != null
}

# What a called workflow does is not known here.
takes_from_outside if {
	some job in input.jobs
	job.calls != null
}

# The use that the trigger was made for: it reads names of files through the API, and its rules at the base.
labels_only("pull_request_target") if {
	[job] = input.jobs
	[step] = job.steps
	step.uses.repository == "actions/labeler"
	step.uses.refKind == "sha"
}
