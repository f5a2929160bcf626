import { fromBinary } from "@bufbuild/protobuf";
import { ForecastSchema } from "./gen/weather/v1/forecast_pb.ts";

/** The warmest hour of a forecast, as it came over the wire. */
export function warmest(bytes: Uint8Array): string {
  const { place, hours } = fromBinary(ForecastSchema, bytes);
  const [first] = hours.toSorted((a, b) => b.temperature - a.temperature);
  if (first === undefined) return `${place}: nothing known`;
  return `${place}: ${first.temperature} °C at ${first.hour}:00`;
}
