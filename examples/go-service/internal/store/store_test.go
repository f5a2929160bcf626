package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadTakesOneLinkALine(t *testing.T) {
	links, err := Read(strings.NewReader("# ours\n\ndocs https://example.com/a\nstatus  https://example.com/b\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Links{"docs": "https://example.com/a", "status": "https://example.com/b"}
	if difference := cmp.Diff(want, links); difference != "" {
		t.Error(difference)
	}
}

func TestReadSaysWhichLineIsWrong(t *testing.T) {
	for source, want := range map[string]string{
		"docs":                        "line 1: want a name and an address, got 1 words",
		"\ndocs http://example.com/a": "line 2: http://example.com/a is not https",
	} {
		if _, err := Read(strings.NewReader(source)); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", source, err, want)
		}
	}
}
