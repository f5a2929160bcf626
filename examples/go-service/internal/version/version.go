// Package version holds what the linker writes into it.
package version

// Version of the program.
var Version = "dev"
