# METADATA
# title: Code of a pull request is checked out with the rights of the base
# description: "Whoever opens the pull request then runs their own code with the repository's secrets and token. Where only a comment of somebody with rights starts it, it is a warning: what they read may be changed by the time that it runs."
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

report contains {"path": step.path, "params": {}, "message": asked_for, "level": "warning"} if {
	on_comments
	some step in facts.steps
	at_a_word(step)
	step.checkout.ofHead
}

report contains {"path": array.concat(step.path, ["run"]), "params": {}, "message": asked_for, "level": "warning"} if {
	on_comments
	some step in facts.steps
	at_a_word(step)
	step.script.fetchesHead
}

asked_for := "The head of a pull request is checked out with the base's rights when somebody with rights asks for it; it may have changed since they read it."

on_comments if {
	some event in input.triggers.events
	event.name == "issue_comment"
}

at_a_word(step) if {
	"base" in step.startedBy
	not "outsider" in step.startedBy
}
