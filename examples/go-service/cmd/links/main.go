// Command links serves short links over HTTP.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"example.com/links/internal/store"
	"example.com/links/internal/web"
)

func main() {
	file, err := os.Open(os.Getenv("LINKS_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	links, err := store.Read(file)
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: web.Handler(links), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
