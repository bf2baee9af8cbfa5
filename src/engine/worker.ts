import { createEngine } from "./engine";
import type { Request } from "./protocol";

/** Worker entry: nothing but the wire between messages and the engine. */
const answer = createEngine((response, transfer) => self.postMessage(response, { transfer }));
self.onmessage = ({ data }: MessageEvent<Request>) => answer(data);
