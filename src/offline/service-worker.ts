import { answerFor, closeOld, keepNetwork, keepPage, type Kept } from "./kept";

/** Written in by the build: what it made, by when it is kept. */
declare const RAVINE_FILES: Kept;

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Waiting & {
  readonly request: Request;
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};
/** What TypeScript's types of a page lack of a service worker's. */
type Scope = {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
};

const { registration, clients } = self as unknown as Scope;
const place = { scope: registration.scope, files: RAVINE_FILES, caches };

// A new version waits until no page of the old one is open: their parts are never mixed.
addEventListener("install", (event) => (event as Waiting).waitUntil(keepPage(place)));
addEventListener("activate", (event) =>
  (event as Waiting).waitUntil(
    Promise.all([closeOld(place), registration.navigationPreload?.enable(), clients.claim()]),
  ),
);
addEventListener("message", (event) => {
  if (event.data === "keep network") (event as MessageEvent & Waiting).waitUntil(keepNetwork(place));
});
addEventListener("fetch", (event) => {
  const fetching = event as Fetching;
  const answer = answerFor(fetching.request, fetching.preloadResponse, place);
  if (answer) fetching.respondWith(answer);
});
