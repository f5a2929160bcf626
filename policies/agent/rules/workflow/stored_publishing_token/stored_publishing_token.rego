# METADATA
# title: A package is published with a token that is stored
# description: "A token that is stored can be stolen, and is valid until somebody revokes it. A registry that knows the workflow itself gives it one for minutes, and needs none."
# custom:
#   level: note
#   message: "{registry} could know this workflow itself; what publishes there has a token that is stored."
#   help: "Name this workflow as a trusted publisher at {registry}, let the job have `id-token: write`, and delete the token."
#   aliases: [zizmor/use-trusted-publishing]
package agent.rules.workflow.stored_publishing_token

import data.agent.facts

report contains {"path": step.storedToken.path, "params": {"registry": step.storedToken.registry}} if {
	some step in facts.steps
}
