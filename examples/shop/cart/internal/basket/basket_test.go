package basket

import "testing"

func TestTotal(t *testing.T) {
	prices := Prices{"apple": 45, "bread": 320}
	var basket Basket
	for _, product := range []string{"apple", "bread", "apple"} {
		if err := basket.Add(product, prices); err != nil {
			t.Fatal(err)
		}
	}
	if total := basket.Total(prices); total != 410 {
		t.Errorf("total is %d, not 410", total)
	}
}

func TestUnknownProductIsRefused(t *testing.T) {
	var basket Basket
	if err := basket.Add("unicorn", Prices{}); err == nil {
		t.Error("a product without a price was added")
	}
}
