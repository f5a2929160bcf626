package forecast

import (
	"testing"

	"google.golang.org/protobuf/proto"

	weatherv1 "example.com/weather/station/gen/weather/v1"
)

func TestTheAfternoonIsWarmest(t *testing.T) {
	hours := For("Oslo", 8).GetHours()
	if got := hours[15].GetTemperature(); got != 13 {
		t.Errorf("15:00: got %v", got)
	}
	if got := hours[3].GetTemperature(); got != 3 {
		t.Errorf("03:00: got %v", got)
	}
}

func TestAForecastSurvivesTheWire(t *testing.T) {
	sent := For("Oslo", 8)
	bytes, err := proto.Marshal(sent)
	if err != nil {
		t.Fatal(err)
	}
	received := &weatherv1.Forecast{}
	if err := proto.Unmarshal(bytes, received); err != nil {
		t.Fatal(err)
	}
	if !proto.Equal(sent, received) {
		t.Errorf("got %v", received)
	}
}
