# METADATA
# title: A request takes tests away
# description: Tests are what tells that a change works; switching them off makes a red pipeline green and nothing else.
# custom:
#   level: error
#   message: "The request takes the tests of {target} away."
#   help: "Mend what is red instead, or change the policy in a reviewed pull request of its own."
#   aliases: []
package agent.rules.request.removes_tests

report contains {"path": ["intents", index], "params": {"target": intent.target}} if {
	some index, intent in input.intents
	intent.check == "test"
	intent.ensure == false
}
