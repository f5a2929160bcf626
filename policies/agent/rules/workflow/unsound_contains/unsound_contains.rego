# METADATA
# title: A condition holds for parts of a name
# description: "`contains` with a text looks for a part of that text: `refs/heads/mai` is in `refs/heads/main` as well. Who may choose the name gets past the condition."
# custom:
#   level: error
#   message: "contains looks for {context} in a text, and so holds for every part of that text."
#   help: "Give it a list, as in `contains(fromJSON('[\"a\", \"b\"]'), {context})`, or compare with `==`."
#   aliases: [zizmor/unsound-contains]
package agent.rules.workflow.unsound_contains

import data.agent.facts

report contains {"path": array.concat(place.path, ["if"]), "params": {"context": found.context}, "level": levels[found.free]} if {
	some place in facts.places
	found := place.unsoundContains
}

levels := {true: "error", false: "note"}
