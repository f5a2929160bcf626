package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"example.com/links/internal/store"
)

func TestHandler(t *testing.T) {
	handler := Handler(store.Links{"docs": "https://example.com/a"})
	for _, one := range []struct {
		path     string
		code     int
		location string
	}{
		{"/docs", http.StatusFound, "https://example.com/a"},
		{"/nothing", http.StatusNotFound, ""},
		{"/healthz", http.StatusOK, ""},
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, one.path, nil))
		if answer.Code != one.code || answer.Header().Get("Location") != one.location {
			t.Errorf("%s: got %d to %q", one.path, answer.Code, answer.Header().Get("Location"))
		}
	}
}
