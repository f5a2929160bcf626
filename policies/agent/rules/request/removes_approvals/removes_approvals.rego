# METADATA
# title: A request takes an approval away
# description: An environment that asks a person is the last place where a wrong deployment can be stopped.
# custom:
#   level: error
#   message: "The request lets {target} be deployed without approval."
#   help: "Keep the approval, or change the policy in a reviewed pull request of its own."
#   aliases: []
package agent.rules.request.removes_approvals

report contains {"path": ["intents", index], "params": {"target": intent.environment}} if {
	some index, intent in input.intents
	intent.approval == false
}
