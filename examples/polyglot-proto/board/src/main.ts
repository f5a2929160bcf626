import { createServer } from "node:http";
import { warmest } from "./board.ts";

const { PORT, STATION_URL } = process.env;

createServer(async (request, response) => {
  const place = request.url?.slice(1) ?? "";
  const answer = await fetch(`${STATION_URL}/forecast/${place}`);
  response.end(warmest(new Uint8Array(await answer.arrayBuffer())));
}).listen(Number(PORT));
