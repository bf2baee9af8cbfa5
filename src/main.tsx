import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { currentLink, followAddress } from "./store/permalink";
import { startSession } from "./store/session";
import { createRavineStore } from "./store/store";
import { labOf } from "./views/store-context/store-context";
import { followTheme } from "./views/theme/theme";

const store = createRavineStore();
followAddress(store, !matchMedia("(prefers-reduced-motion: reduce)").matches);
followTheme(store);
const session = startSession(store, new URL("data/", document.baseURI).href);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App lab={labOf(store, session)} linkNow={() => currentLink(store)} />
  </StrictMode>,
);
