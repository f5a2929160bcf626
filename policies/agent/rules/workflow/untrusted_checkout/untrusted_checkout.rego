# METADATA
# title: Code of a pull request is checked out with the rights of the base
# description: "Whoever opens the pull request then runs their own code with the repository's secrets and token."
# custom:
#   level: error
#   message: "The head of a pull request is checked out in a run that has the base's rights."
#   help: "Run it on pull_request instead; where the run must stay, read the head as data and never run it."
#   aliases: [zizmor/dangerous-triggers, poutine/untrusted_checkout_exec, scorecard/Dangerous-Workflow]
package agent.rules.workflow.untrusted_checkout

import data.agent.facts

report contains {"path": step.path, "params": {}} if {
	some step in facts.steps
	"outsider" in step.startedBy
	step.checkout.ofHead
}

report contains {"path": array.concat(step.path, ["run"]), "params": {}} if {
	some step in facts.steps
	"outsider" in step.startedBy
	step.script.fetchesHead
}
