// Package basket keeps what a customer wants to buy.
package basket

import "fmt"

// Prices in cents by product.
type Prices map[string]int

// Basket holds products in the order in which they were added.
type Basket struct {
	Items []string
}

// Add puts a product into the basket; one without a price is refused.
func (b *Basket) Add(product string, prices Prices) error {
	if _, ok := prices[product]; !ok {
		return fmt.Errorf("no such product: %q", product)
	}
	b.Items = append(b.Items, product)
	return nil
}

// Total is the sum in cents.
func (b *Basket) Total(prices Prices) int {
	total := 0
	for _, product := range b.Items {
		total += prices[product]
	}
	return total
}
