# METADATA
# title: A checkout leaves its token in the work tree
# description: Every later step, and every artifact of the folder, can read the token out of .git/config.
# custom:
#   level: error
#   message: "The checkout leaves its token in .git/config for every later step."
#   help: "Set `persist-credentials` to false; a step that pushes gets the token by itself."
#   aliases: [zizmor/artipacked]
package agent.rules.workflow.credentials_persisted

import data.agent.facts

report contains {"path": step.path, "params": {}} if {
	some step in facts.steps
	step.checkout.persistsCredentials
}
