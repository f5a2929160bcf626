// Command cart serves baskets over HTTP.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"example.com/shop/cart/internal/basket"
	"github.com/google/uuid"
)

func main() {
	prices, err := readPrices("/etc/shop/prices.json")
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Addr: ":8081", Handler: routes(prices), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func readPrices(path string) (basket.Prices, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var prices basket.Prices
	return prices, json.Unmarshal(content, &prices)
}

func routes(prices basket.Prices) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("ok\n"))
	})
	mux.HandleFunc("POST /baskets", func(w http.ResponseWriter, r *http.Request) {
		var items []string
		if err := json.NewDecoder(r.Body).Decode(&items); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		var it basket.Basket
		for _, product := range items {
			if err := it.Add(product, prices); err != nil {
				http.Error(w, err.Error(), http.StatusUnprocessableEntity)
				return
			}
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"id": uuid.NewString(), "total": it.Total(prices)})
	})
	return mux
}
