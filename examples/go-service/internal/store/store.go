// Package store reads links from a file of names and addresses.
package store

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Links by their names.
type Links map[string]string

// Read takes one link a line; empty lines and those that begin with # say nothing.
func Read(source io.Reader) (Links, error) {
	links := Links{}
	lines := bufio.NewScanner(source)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, target, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		links[name] = target
	}
	return links, lines.Err()
}

func parse(line string) (name, target string, err error) {
	words := strings.Fields(line)
	if len(words) != 2 {
		return "", "", fmt.Errorf("want a name and an address, got %d words", len(words))
	}
	address, err := url.Parse(words[1])
	if err != nil {
		return "", "", err
	}
	if address.Scheme != "https" {
		return "", "", fmt.Errorf("%s is not https", words[1])
	}
	return words[0], words[1], nil
}
