import { createEngine } from "./engine";
import type { Request } from "./protocol";

/** A worker in name: the engine in this thread, behind a real channel. For tests, which have no module workers. */
export function openLoopback(readFile?: Parameters<typeof createEngine>[1]): Worker {
  const { port1, port2 } = new MessageChannel();
  const answer = createEngine((response, transfer) => port2.postMessage(response, transfer), readFile);
  port2.onmessage = ({ data }: MessageEvent<Request>) => answer(data);
  const worker = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (request: Request) => port1.postMessage(request),
    addEventListener: port1.addEventListener.bind(port1),
    terminate: () => port1.close(),
  };
  port1.onmessage = (event: MessageEvent) => worker.onmessage?.(event);
  return worker as unknown as Worker;
}
