// Package web answers requests for links.
package web

import (
	"fmt"
	"net/http"

	"example.com/links/internal/store"
	"example.com/links/internal/version"
)

// Handler redirects /name to where that link goes.
func Handler(links store.Links) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintln(w, "links", version.Version)
	})
	mux.HandleFunc("GET /{name}", func(w http.ResponseWriter, r *http.Request) {
		target, ok := links[r.PathValue("name")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, target, http.StatusFound)
	})
	return mux
}
