import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import type { AppLab } from "./lab";

/** Builds the page in an element. */
export const mount = (root: Element, lab: AppLab) =>
  createRoot(root).render(
    <StrictMode>
      <App lab={lab} />
    </StrictMode>,
  );
