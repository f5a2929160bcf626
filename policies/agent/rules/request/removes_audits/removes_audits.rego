# METADATA
# title: A request takes dependency audits away
# description: Known faults of dependencies then reach production unseen.
# custom:
#   level: error
#   message: "The request takes the dependency audit of {target} away."
#   help: "Mend what is red instead, or change the policy in a reviewed pull request of its own."
#   aliases: []
package agent.rules.request.removes_audits

report contains {"path": ["intents", index], "params": {"target": intent.target}} if {
	some index, intent in input.intents
	intent.check == "audit"
	intent.ensure == false
}
