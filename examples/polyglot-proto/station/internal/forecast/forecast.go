// Package forecast makes forecasts. They are not good ones.
package forecast

import (
	"math"

	weatherv1 "example.com/weather/station/gen/weather/v1"
)

// For makes the forecast of a day whose mean temperature is known: it is warmest at three in the afternoon.
func For(place string, mean float64) *weatherv1.Forecast {
	hours := make([]*weatherv1.Hour, 24)
	for hour := range hours {
		swing := 5 * math.Cos(2*math.Pi*float64(hour-15)/24)
		hours[hour] = &weatherv1.Hour{Hour: uint32(hour), Temperature: math.Round(10*(mean+swing)) / 10}
	}
	return &weatherv1.Forecast{Place: place, Hours: hours}
}
