import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EmbedPage } from "./EmbedPage";
import type { AppLab } from "./lab";

/** Builds the page of a frame in an element. */
export const mountEmbed = (root: Element, lab: AppLab) =>
  createRoot(root).render(
    <StrictMode>
      <EmbedPage lab={lab} />
    </StrictMode>,
  );
