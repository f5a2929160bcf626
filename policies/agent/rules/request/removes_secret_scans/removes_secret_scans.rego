# METADATA
# title: A request takes secret scans away
# description: A committed secret then stays in the history until somebody uses it.
# custom:
#   level: error
#   message: "The request takes the secret scan of {target} away."
#   help: "Mend what is red instead, or change the policy in a reviewed pull request of its own."
#   aliases: []
package agent.rules.request.removes_secret_scans

report contains {"path": ["intents", index], "params": {"target": intent.target}} if {
	some index, intent in input.intents
	intent.check == "secret-scan"
	intent.ensure == false
}
