// Package e2e asks the running service, at LINKS_URL.
package e2e

import (
	"net/http"
	"os"
	"testing"
)

func TestTheRunningServiceIsHealthy(t *testing.T) {
	answer, err := http.Get(os.Getenv("LINKS_URL") + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("got %s", answer.Status)
	}
}
