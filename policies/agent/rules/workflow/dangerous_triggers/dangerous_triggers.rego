# METADATA
# title: A trigger runs with secrets on what outsiders do
# description: "pull_request_target and workflow_run give the base repository's secrets and token to a run that an outsider can start."
# custom:
#   level: error
#   message: "{trigger} runs with the repository's secrets on what outsiders do."
#   help: "Use pull_request, and let a second workflow without the outsider's code do what needs a secret."
#   aliases: [zizmor/dangerous-triggers, poutine/untrusted_checkout_exec, scorecard/Dangerous-Workflow]
package agent.rules.workflow.dangerous_triggers

report contains {"path": event.path, "params": {"trigger": event.name}} if {
	some event in input.triggers.events
	event.name in {"pull_request_target", "workflow_run"}
}
