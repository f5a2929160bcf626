import assert from "node:assert/strict";
import { test } from "node:test";
import { create, toBinary } from "@bufbuild/protobuf";
import { warmest } from "../src/board.ts";
import { ForecastSchema } from "../src/gen/weather/v1/forecast_pb.ts";

test("shows the warmest hour of what came over the wire", () => {
  const forecast = create(ForecastSchema, {
    place: "Oslo",
    hours: [
      { hour: 3, temperature: 3 },
      { hour: 15, temperature: 13.5 },
    ],
  });
  assert.equal(
    warmest(toBinary(ForecastSchema, forecast)),
    "Oslo: 13.5 °C at 15:00",
  );
});

test("says when nothing is known", () => {
  assert.equal(warmest(new Uint8Array()), ": nothing known");
});
