# METADATA
# title: An action is not pinned to a full commit
# description: A tag or a branch can be moved to other code at any time; a commit of 40 hexadecimal digits cannot.
# custom:
#   level: error
#   message: "{uses} is not pinned to a full commit SHA."
#   help: "Replace what follows the @ by the commit of the release, and name the release in a comment behind it."
#   aliases: [zizmor/unpinned-uses, scorecard/Pinned-Dependencies, poutine/unpinnable_action]
package agent.rules.workflow.unpinned_uses

import data.agent.facts

report contains {"path": uses.path, "params": {"uses": uses.raw}} if {
	some uses in facts.uses
	uses.kind == "repository"
	uses.refKind != "sha"
}
