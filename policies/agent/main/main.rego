# METADATA
# title: The one door of all policies
# description: Gathers what every rule reports about one input, each finding with its rule's id.
package agent.main

# METADATA
# entrypoint: true
report contains finding if {
	some rule
	some found in data.agent.rules[input.kind][rule].report
	finding := object.union(found, {"rule": replace(rule, "_", "-")})
}
