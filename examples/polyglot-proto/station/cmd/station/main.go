// Command station serves forecasts as Protocol Buffers.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"google.golang.org/protobuf/proto"

	"example.com/weather/station/internal/forecast"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /forecast/{place}", func(w http.ResponseWriter, r *http.Request) {
		body, err := proto.Marshal(forecast.For(r.PathValue("place"), 8))
		if err != nil {
			http.Error(w, "no forecast", http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(body)
	})
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
