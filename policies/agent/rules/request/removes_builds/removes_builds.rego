# METADATA
# title: A request takes builds away
# description: A build that is not run is found broken by whoever deploys it.
# custom:
#   level: error
#   message: "The request takes the build of {target} away."
#   help: "Mend what is red instead, or change the policy in a reviewed pull request of its own."
#   aliases: []
package agent.rules.request.removes_builds

report contains {"path": ["intents", index], "params": {"target": intent.target}} if {
	some index, intent in input.intents
	intent.check == "build"
	intent.ensure == false
}
